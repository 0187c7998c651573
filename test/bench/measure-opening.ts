import { servePages } from '../../scripts/serve/page-server.ts';
import { type Chromium, type ChromiumPage, startChromium } from '../e2e/support/chromium.ts';
import { clickMark, noCard, openCard, settledMarks } from '../e2e/support/waiting.ts';
import { barred, median, ms, type Row, type Section } from './report.ts';

const MATCHES = 200;
/** The first round warms the caches of the browser, and is not counted. */
const ROUNDS = 12;
const OWN_PAGE_BAR = 100;
const CARD_BAR = 50;

const SENTENCE =
  '<p>Officials of Russia and China say that “Russia-China relations are built on the basis of mutual equality and mutual respect”.</p>';

/** How soon popup, panel and card are there, on a page with 200 matches. */
export async function measureOpening(): Promise<Section> {
  const body = `<title>Talks</title>${SENTENCE.repeat(MATCHES + 20)}`;
  const server = await servePages(() => ({ type: 'text/html; charset=utf-8', body }));
  const browser = await startChromium();
  try {
    const article = await browser.open(`${server.origin}/long.html`);
    await settledMarks(article, 1_000);
    const rows: Row[] = [];
    for (const [path, name] of [
      ['popup.html', 'popup'],
      ['sidepanel.html', 'side panel'],
    ] as const) {
      const [, ...warm] = await rounds(() => ownPage(browser, path, article));
      const what = `${name}: from asking for the document to the list drawn`;
      rows.push(barred(what, median(warm), OWN_PAGE_BAR, ms));
    }
    await article.toFront();
    await watchCards(article);
    const [first = Number.NaN, ...warm] = await rounds(() => card(article));
    rows.push(
      barred('card: from the click to the frame that shows it', median(warm), CARD_BAR, ms),
      { what: 'the same, the first on a page', measured: ms(first) },
    );
    return { title: `What opens over a page with ${MATCHES} matches: medians`, rows };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function rounds(measure: () => Promise<number>): Promise<number[]> {
  const all: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) all.push(await measure());
  return all;
}

/** Milliseconds until the page at `path` has drawn the list of `article`. */
async function ownPage(browser: Chromium, path: string, article: ChromiumPage): Promise<number> {
  const own = await browser.openOwn(path, article);
  await article.toFront();
  await own.page.addInitScript((least) => {
    new MutationObserver((_, observer) => {
      if (document.querySelectorAll('.matches .match').length < least) return;
      observer.disconnect();
      document.documentElement.dataset.drawn = String(performance.now());
    }).observe(document, { childList: true, subtree: true });
  }, MATCHES);
  await own.page.reload();
  const root = own.page.locator('html[data-drawn]');
  await root.waitFor({ state: 'attached' });
  const drawn = Number(await root.getAttribute('data-drawn'));
  await own.close();
  return drawn;
}

/** The page sees when our place comes, in the same task as what is in it; the next frame shows it. */
async function watchCards(article: ChromiumPage): Promise<void> {
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
}

/** Milliseconds from a click to the frame that shows the card. */
async function card(article: ChromiumPage): Promise<number> {
  await article.evaluate('delete document.documentElement.dataset.opened');
  await clickMark(article, 'mutual equality and mutual respect');
  const root = article.page.locator('html[data-opened]');
  await root.waitFor({ state: 'attached' });
  const opened = Number(await root.getAttribute('data-opened'));
  const { text } = await openCard(article);
  if (!text.includes('Vladimir Putin'))
    throw new Error('The card does not say whose words these are.');
  await article.press('Escape');
  await noCard(article);
  return opened;
}
