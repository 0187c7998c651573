import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PageServer, servePages } from '../../../scripts/serve/page-server.ts';
import type { BrowserUnderTest } from '../support/browser-under-test.ts';
import { clickMark, openCard, settledMarks, until } from '../support/waiting.ts';

const API = '(globalThis.browser ?? globalThis.chrome)';
const PHRASE = 'junior partner';
const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Talks</title></head><body>${body}</body></html>`;
const pages: Readonly<Record<string, string>> = {
  '/first.html': page(
    `<p>Moscow and Beijing met again. Russia and China signed nothing.</p><p>Some diplomats in Europe call Russia the ${PHRASE} of China.</p>`,
  ),
  '/else.html': page('<p>Tomatoes.</p>'),
};

/** Highlights that are registered, which is how the extension's reading shows. */
const COUNT = '[...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0)';

/** Pages that a browser keeps for going back to, in one browser that does. */
export function describeComingBack(start: () => Promise<BrowserUnderTest>): void {
  describe('pages that a browser keeps', () => {
    let browser: BrowserUnderTest;
    let server: PageServer;

    beforeAll(async () => {
      server = await servePages((path) => {
        const body = pages[path];
        // A page that must not be stored is not kept for going back either.
        const headers = { 'cache-control': 'max-age=60' };
        return body === undefined ? null : { type: 'text/html; charset=utf-8', body, headers };
      });
      browser = await start();
    });

    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });

    test('have their marks and badge right after going back', async () => {
      const address = `${server.origin}/first.html`;
      const kept = await browser.open(address);
      const panel = await browser.openOwn('sidepanel.html', kept);
      await kept.toFront();
      const badge = (text: string) =>
        until(`the badge “${text}”`, async () => {
          const shown = await panel.evaluate<string>(
            `${API}.tabs.query({}).then(async (tabs) => {
              const tab = tabs.find(({ url = '' }) => url.startsWith(${JSON.stringify(server.origin)}));
              return ${API}.action.getBadgeText({ tabId: tab.id });
            })`,
          );
          return shown === text ? true : null;
        });
      await settledMarks(kept);
      await badge('1');
      await kept.evaluate(
        '(addEventListener("pageshow", ({ persisted }) => { window.wasKept = persisted }), true)',
      );
      await kept.navigate(`${server.origin}/else.html`);
      await badge('');
      await kept.evaluate('(setTimeout(() => history.back()), true)');
      await until('the page that was kept', async () =>
        (await kept.evaluate('window.wasKept === true')) ? true : null,
      );
      expect(await kept.evaluate<number>(COUNT)).toBeGreaterThan(0);
      await badge('1');
      await clickMark(kept, PHRASE);
      expect((await openCard(kept)).text).toContain('partner');
      expect(kept.errors()).toEqual([]);
      await panel.close();
      await kept.close();
    });
  });
}
