import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PageServer, servePages } from '../../../scripts/serve/page-server.ts';
import { type Chromium, startChromium } from '../support/chromium.ts';
import { openCard, settledMarks, until } from '../support/waiting.ts';

const OPENING = '<p>Moscow and Beijing met again. Russia and China signed nothing.</p>';
const PHRASE = 'junior partner';
const SENTENCE = `<p>Some diplomats in Europe call Russia the ${PHRASE} of China.</p>`;
const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Talks</title>${head}</head><body>${body}</body></html>`;

/** Highlights that are registered, which is how the extension's reading shows. */
const COUNT = '[...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0)';

describe('pages that a browser keeps', () => {
  let browser: Chromium;
  let server: PageServer;

  beforeAll(async () => {
    const pages = new Map([
      ['/first.html', page(`${OPENING}${SENTENCE}`)],
      ['/else.html', page('<p>Tomatoes.</p>')],
    ]);
    server = await servePages((path) => {
      const body = pages.get(path);
      // A page that must not be stored is not kept for going back either.
      const headers = { 'cache-control': 'max-age=60' };
      return body === undefined ? null : { type: 'text/html; charset=utf-8', body, headers };
    });
    browser = await startChromium({ keepsPages: true });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const badge = async (address: string): Promise<string> => {
    const worker = await browser.run.worker();
    return worker.evaluate(async (url) => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          tabs: { query(filter: object): Promise<{ id: number; url: string }[]> };
          action: { getBadgeText(tab: { tabId: number }): Promise<string> };
        };
      };
      const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
      return tab ? chrome.action.getBadgeText({ tabId: tab.id }) : '';
    }, address);
  };

  test('have their marks and badge right after going back', async () => {
    const address = `${server.origin}/first.html`;
    const kept = await browser.open(address);
    await settledMarks(kept);
    await until('a badge', async () => ((await badge(address)) === '1' ? true : null));
    await kept.evaluate(
      '(addEventListener("pageshow", ({ persisted }) => { window.wasKept = persisted }), true)',
    );
    await kept.navigate(`${server.origin}/else.html`);
    await kept.page.goBack({ waitUntil: 'commit' });
    await until('the page that was kept', async () =>
      (await kept.evaluate('window.wasKept')) === true ? true : null,
    );
    expect(await kept.evaluate<number>(COUNT)).toBeGreaterThan(0);
    await until('the badge again', async () => ((await badge(address)) === '1' ? true : null));
    const [mark] = await settledMarks(kept);
    const { x = 0, y = 0 } = mark?.boxes[0] ?? {};
    await kept.click(x + 5, y + 5);
    await openCard(kept);
    expect(kept.errors()).toEqual([]);
    await kept.close();
  });
});
