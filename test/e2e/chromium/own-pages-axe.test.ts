import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PageServer, servePages } from '../../../scripts/serve/page-server.ts';
import { SAMPLE_FILE } from '../../../scripts/serve/sample-page.ts';
import { type Chromium, type ChromiumPage, startChromium } from '../support/chromium.ts';
import { setSetting } from '../support/own-pages.ts';
import { axeFaults, geometryFaults } from '../support/surfaces.ts';
import { clickButton, clickMark, openCard, settledMarks, until } from '../support/waiting.ts';

/** As built, with a page and a saved passage behind them; the other surfaces have theirs in their own tests. */
describe('popup, reading list and the window for a note', () => {
  let browser: Chromium;
  let server: PageServer;
  let article: ChromiumPage;

  beforeAll(async () => {
    const body = readFileSync(SAMPLE_FILE, 'utf8');
    server = await servePages(() => ({ type: 'text/html; charset=utf-8', body }));
    browser = await startChromium();
    await (await browser.opened('/welcome.html')).close();
    article = await browser.open(`${server.origin}/article.html`);
    await article.toFront();
    await settledMarks(article);
    await clickMark(article, 'mutual equality');
    await openCard(article);
    await clickButton(article, /^Save passage$/u);
    await until('a saved passage', async () =>
      (await openCard(article)).text.includes('Saved to the reading list.') ? true : null,
    );
    await article.press('Escape');
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** The id of the passage that was saved, as the extension's own pages are told it. */
  async function savedId(): Promise<string> {
    const own = await browser.openOwn('reading-list.html');
    const request = { address: `${server.origin}/article.html` };
    const call = JSON.stringify({ parallax: 1, to: 'background', name: 'savedOn', request });
    const answer = await own.evaluate<{ value: { id: string }[] }>(
      `chrome.runtime.sendMessage(${call})`,
    );
    await own.close();
    return answer.value[0]?.id ?? '';
  }

  test.each([
    ['popup.html', 'en', '.topics'],
    ['popup.html', 'zh-TW', '.topics'],
    ['reading-list.html', 'en', '.row'],
    ['reading-list.html', 'ru', '.row'],
    ['note.html', 'en', 'textarea'],
    ['note.html', 'ru', 'textarea'],
  ])(
    '%s in %s is free of what axe finds in every theme, and whole when narrow and at 200 per cent',
    async (path, language, ready) => {
      await setSetting(browser, 'interfaceLanguage', language);
      const query = path === 'note.html' ? `?id=${await savedId()}` : '';
      const own = await browser.openOwn(path + query, article);
      await own.page.locator(ready).first().waitFor();
      await own.page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
      expect(await axeFaults(own.page)).toEqual([]);
      // A popup has a width of its own.
      for (const width of [path === 'popup.html' ? 360 : 320, 640])
        expect(await geometryFaults(own.page, width)).toEqual([]);
      expect(own.errors()).toEqual([]);
      await own.close();
    },
  );
});
