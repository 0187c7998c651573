import { describe, expect, test } from 'vitest';
import type { BrowserUnderTest, PageUnderTest } from '../support/browser-under-test.ts';
import { pageView, setSetting } from '../support/own-pages.ts';
import { shareArticle } from '../support/shared-browser.ts';
import { settledMarks, until } from '../support/waiting.ts';

/** The extension's own pages work in every browser: they open, show what they should, and act. */
export function describeSurfaces(start: () => Promise<BrowserUnderTest>): void {
  describe('the surfaces', () => {
    const shared = shareArticle(start);

    const shows = (page: PageUnderTest, expression: string): Promise<true> =>
      until(expression, async () => ((await page.evaluate<boolean>(expression)) ? true : null));
    const press = (page: PageUnderTest, selector: string): Promise<unknown> =>
      page.evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`);

    test('the options change all open pages at once', async () => {
      const other = await shared.browser.open(`${shared.server.origin}/other.html`);
      await settledMarks(other);
      const options = await shared.browser.openOwn('options.html');
      await shows(options, "document.querySelectorAll('.options section').length === 7");
      await press(options, '#options-kind-framing');
      for (const page of [shared.article, other]) {
        await until('no framings', async () =>
          (await page.marks()).every(({ name }) => name !== 'framing') ? true : null,
        );
      }
      await press(options, '#options-kind-framing');
      for (const page of [shared.article, other]) {
        await until('framings', async () =>
          (await page.marks()).some(({ name }) => name === 'framing') ? true : null,
        );
      }
      await other.close();
      await shows(options, "document.querySelectorAll('.keys kbd').length > 10");
      expect(options.errors()).toEqual([]);
      await options.close();
    });

    test('marks stay while the page is read for another sensitivity or language', async () => {
      const counts = await shared.article.evaluate<number>(
        "CSS.highlights.get('parallax-framing').size",
      );
      // Sees every turn of the page's loop in which marks are away.
      await shared.article.evaluate(`(() => {
        globalThis.fewest = Infinity;
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          const size = [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0);
          globalThis.fewest = Math.min(globalThis.fewest, size);
          if (globalThis.fewest > -1) port2.postMessage(null);
        };
        port2.postMessage(null);
        return true;
      })()`);
      const meets = (expression: string) => shows(shared.article, expression);
      await setSetting(shared.browser, 'sensitivity', 'broad');
      const titled = async (words: RegExp): Promise<true> =>
        until(`matches titled ${words}`, async () =>
          (await pageView(shared.browser, shared.article)).matches.some(({ title }) =>
            words.test(title),
          )
            ? true
            : null,
        );
      await setSetting(shared.browser, 'sensitivity', 'quotations');
      await meets(`(CSS.highlights.get('parallax-framing')?.size ?? 0) < ${counts}`);
      await setSetting(shared.browser, 'interfaceLanguage', 'ru');
      await titled(/[а-я]{4}/u);
      await setSetting(shared.browser, 'interfaceLanguage', 'auto');
      await titled(/^[ -~]+$/u);
      await setSetting(shared.browser, 'sensitivity', 'balanced');
      await meets(`(CSS.highlights.get('parallax-framing')?.size ?? 0) === ${counts}`);
      const fewest = await shared.article.evaluate<number>('globalThis.fewest');
      await shared.article.evaluate('(globalThis.fewest = -1)');
      expect(fewest).toBeGreaterThan(0);
    });

    test('the popup sets how much is marked, at once', async () => {
      const popup = await shared.browser.openOwn('popup.html', shared.article);
      const count = "Number(/\\d+/.exec(document.querySelector('.total')?.textContent ?? '0')[0])";
      await shows(popup, "document.querySelectorAll('.legend button').length === 4");
      const before = await popup.evaluate<number>(count);
      const choose = (value: string) =>
        popup.evaluate(`(() => {
          const choice = document.querySelector('#page-sensitivity');
          choice.value = '${value}';
          choice.dispatchEvent(new Event('change', { bubbles: true }));
          return true;
        })()`);
      await choose('quotations');
      await shows(popup, `${count} < ${before}`);
      await choose('balanced');
      await shows(popup, `${count} === ${before}`);
      expect(popup.errors()).toEqual([]);
      await popup.close();
    });

    test('the welcome page marks its sample and opens a card', async () => {
      const welcome = await shared.browser.openOwn('welcome.html');
      await shows(welcome, "document.querySelectorAll('.sample-text mark').length >= 3");
      await press(welcome, '.try .button.main');
      await shows(welcome, "document.querySelector('[role=dialog]') !== null");
      expect(welcome.errors()).toEqual([]);
      await welcome.close();
    });

    test('the side panel lists the page in front, with its topics', async () => {
      const panel = await shared.browser.openOwn('sidepanel.html', shared.article);
      await shared.article.toFront();
      await shows(panel, "document.querySelectorAll('.matches .match').length > 5");
      await shows(panel, "document.querySelectorAll('.topics li').length > 1");
      await shows(panel, "document.querySelector('[data-in-sight]') !== null");
      expect(panel.errors()).toEqual([]);
      await panel.close();
    });

    test('the popup leads to panel and options, in the language that was chosen', async () => {
      await setSetting(shared.browser, 'interfaceLanguage', 'zh-CN');
      const popup = await shared.browser.openOwn('popup.html', shared.article);
      await shows(popup, "document.documentElement.lang === 'zh-CN'");
      await shows(popup, "document.body.textContent.includes('侧边栏')");
      await shows(popup, "document.body.textContent.includes('选项')");
      await popup.close();
      await setSetting(shared.browser, 'interfaceLanguage', 'auto');
    });
  });
}
