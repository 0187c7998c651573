import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PageServer, servePages } from '../../../scripts/serve/page-server.ts';
import { type Chromium, type ChromiumPage, startChromium } from '../support/chromium.ts';
import { clickMark, noCard, openCard, settledMarks } from '../support/waiting.ts';

/** Longest time from asking for the document to the list being drawn, in milliseconds. */
const LIMIT = 100;

/**
 * Tries of which the best counts, until one is within the limit. The first warms the caches of the
 * browser; later ones may meet other work on the machine.
 */
const TRIES = 16;

const SENTENCE =
  '<p>Officials of Russia and China say that “Russia-China relations are built on the basis of mutual equality and mutual respect”.</p>';

let browser: Chromium;
let server: PageServer;
let article: ChromiumPage;

beforeAll(async () => {
  const body = `<title>Talks</title>${SENTENCE.repeat(220)}`;
  server = await servePages(() => ({ type: 'text/html; charset=utf-8', body }));
  browser = await startChromium();
  article = await browser.open(`${server.origin}/long.html`);
  await settledMarks(article, 1_000);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test.each(['popup.html', 'sidepanel.html'])(
  'on a page with 200 matches %s is drawn within 100 ms',
  async (path) => {
    const times: number[] = [];
    for (let run = 0; run < TRIES && !(Math.min(...times) < LIMIT); run += 1) {
      const own = await browser.openOwn(path, article);
      await article.toFront();
      await own.page.addInitScript(() => {
        new MutationObserver((_, observer) => {
          if (document.querySelectorAll('.matches .match').length < 200) return;
          observer.disconnect();
          const { documentElement } = document;
          if (documentElement) documentElement.dataset.drawn = String(performance.now());
        }).observe(document, { childList: true, subtree: true });
      });
      await own.page.reload();
      const root = own.page.locator('html[data-drawn]');
      await root.waitFor({ state: 'attached' });
      if (run > 0) times.push(Number(await root.getAttribute('data-drawn')));
      await own.close();
    }
    expect(Math.min(...times)).toBeLessThan(LIMIT);
    console.log(`${path}: ${times.map(Math.round).join(', ')} ms`);
  },
);

/** Longest time from a click to the frame that shows the card, in milliseconds. */
const CARD_LIMIT = 50;

test('a card is on the screen within 50 ms of the click, once one has been opened', async () => {
  await article.toFront();
  // The page sees when our place comes, in the same task as what is in it; the next frame shows it.
  await article.evaluate(`(() => {
    let began = 0;
    addEventListener('click', () => { began = performance.now(); }, true);
    new MutationObserver(([{ addedNodes }]) => {
      if (addedNodes.length === 0 || began === 0) return;
      requestAnimationFrame(() => setTimeout(() => {
        document.documentElement.dataset.opened = String(performance.now() - began);
      }));
    }).observe(document.documentElement, { childList: true });
    return true;
  })()`);
  const root = article.page.locator('html[data-opened]');
  const times: number[] = [];
  for (let run = 0; run < TRIES && !(Math.min(...times) < CARD_LIMIT); run += 1) {
    await article.evaluate('delete document.documentElement.dataset.opened');
    await clickMark(article, 'mutual equality and mutual respect');
    await root.waitFor({ state: 'attached' });
    if (run > 0) times.push(Number(await root.getAttribute('data-opened')));
    expect((await openCard(article)).text).toContain('Vladimir Putin');
    await article.press('Escape');
    await noCard(article);
  }
  console.log(`card: ${times.map(Math.round).join(', ')} ms`);
  expect(Math.min(...times)).toBeLessThan(CARD_LIMIT);
});
