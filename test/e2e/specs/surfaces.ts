import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PageServer, servePages } from '../../../scripts/serve/page-server.ts';
import { SAMPLE_FILE } from '../../../scripts/serve/sample-page.ts';
import type { BrowserUnderTest, PageUnderTest } from '../support/browser-under-test.ts';
import { setSetting } from '../support/own-pages.ts';
import { settledMarks, until } from '../support/waiting.ts';

/** The extension's own pages work in every browser: they open, show what they should, and act. */
export function describeSurfaces(start: () => Promise<BrowserUnderTest>): void {
  describe('the surfaces', () => {
    let browser: BrowserUnderTest;
    let server: PageServer;
    let article: PageUnderTest;

    beforeAll(async () => {
      const body = readFileSync(SAMPLE_FILE, 'utf8');
      server = await servePages(() => ({ type: 'text/html; charset=utf-8', body }));
      browser = await start();
      article = await browser.open(`${server.origin}/article.html`);
      await settledMarks(article);
    });

    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });

    const shows = (page: PageUnderTest, expression: string): Promise<true> =>
      until(expression, async () => ((await page.evaluate<boolean>(expression)) ? true : null));
    const press = (page: PageUnderTest, selector: string): Promise<unknown> =>
      page.evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`);

    test('the options change all open pages at once', async () => {
      const other = await browser.open(`${server.origin}/other.html`);
      await settledMarks(other);
      const options = await browser.openOwn('options.html');
      await shows(options, "document.querySelectorAll('.options section').length === 7");
      await press(options, '#options-kind-framing');
      for (const page of [article, other]) {
        await until('no framings', async () =>
          (await page.marks()).every(({ name }) => name !== 'framing') ? true : null,
        );
      }
      await press(options, '#options-kind-framing');
      for (const page of [article, other]) {
        await until('framings', async () =>
          (await page.marks()).some(({ name }) => name === 'framing') ? true : null,
        );
      }
      await other.close();
      await shows(options, "document.querySelectorAll('.keys kbd').length > 10");
      expect(options.errors()).toEqual([]);
      await options.close();
    });

    test('the welcome page marks its sample and opens a card', async () => {
      const welcome = await browser.openOwn('welcome.html');
      await shows(welcome, "document.querySelectorAll('.sample-text mark').length >= 3");
      await press(welcome, '.try .button.main');
      await shows(welcome, "document.querySelector('[role=dialog]') !== null");
      expect(welcome.errors()).toEqual([]);
      await welcome.close();
    });

    test('the side panel lists the page in front, with its topics', async () => {
      const panel = await browser.openOwn('sidepanel.html', article);
      await article.toFront();
      await shows(panel, "document.querySelectorAll('.matches .match').length > 5");
      await shows(panel, "document.querySelectorAll('.topics li').length > 1");
      await shows(panel, "document.querySelector('[data-in-sight]') !== null");
      expect(panel.errors()).toEqual([]);
      await panel.close();
    });

    test('the popup leads to panel and options, in the language that was chosen', async () => {
      await setSetting(browser, 'interfaceLanguage', 'zh-CN');
      const popup = await browser.openOwn('popup.html', article);
      await shows(popup, "document.documentElement.lang === 'zh-CN'");
      await shows(popup, "document.body.textContent.includes('侧边栏')");
      await shows(popup, "document.body.textContent.includes('选项')");
      await popup.close();
      await setSetting(browser, 'interfaceLanguage', 'auto');
    });
  });
}
