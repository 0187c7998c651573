import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PageServer, servePages } from '../../../scripts/serve/page-server.ts';
import { SAMPLE_FILE } from '../../../scripts/serve/sample-page.ts';
import type { BrowserUnderTest, PageUnderTest } from '../support/browser-under-test.ts';
import { tabInCard, tabTo, type } from '../support/keys.ts';
import { folded, noCard, openCard, pause, settledMarks, until } from '../support/waiting.ts';

const EQUALITY = 'mutual equality and mutual respect';

/** The whole job with the keys of a keyboard and nothing else. The tests build on one another. */
export function describeByKeyboard(start: () => Promise<BrowserUnderTest>): void {
  describe('a reader who has a keyboard only', () => {
    let browser: BrowserUnderTest;
    let server: PageServer;
    let article: PageUnderTest;
    let list: PageUnderTest;
    let saved = '';

    beforeAll(async () => {
      const body = readFileSync(SAMPLE_FILE, 'utf8');
      server = await servePages(() => ({ type: 'text/html; charset=utf-8', body }));
      browser = await start();
      article = await browser.open(`${server.origin}/article.html`);
      await article.toFront();
      await settledMarks(article);
    });

    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });

    const focused = (): Promise<string> =>
      article.evaluate("document.activeElement?.getAttribute('href') ?? ''");
    const cardSays = (words: RegExp): Promise<string> =>
      until(`a card that says ${words}`, async () => {
        const { text } = await openCard(article);
        return words.test(text) ? text : null;
      });

    test('walks from highlight to highlight, forwards and back, to the one wanted', async () => {
      await article.press('Tab');
      expect(await focused()).not.toBe('');
      const current = async (): Promise<string> =>
        folded(
          await article.evaluate("[...(CSS.highlights.get('parallax-current') ?? [])].join('')"),
        );
      /** Presses the key until the words set apart are as wanted: a highlight may hold several cards. */
      async function walk(key: string, isWanted: (words: string) => boolean): Promise<void> {
        for (let step = 0; step < 25; step += 1) {
          if (isWanted(await current())) return;
          await article.press(key, ['Alt', 'Shift']);
          await pause(80);
        }
        throw new Error(`The key ${key} led nowhere.`);
      }
      await walk('ArrowRight', (words) => words.includes(EQUALITY));
      await walk('ArrowRight', (words) => !words.includes(EQUALITY));
      await walk('ArrowLeft', (words) => words.includes(EQUALITY));
      await walk('ArrowLeft', (words) => !words.includes(EQUALITY));
      await walk('ArrowRight', (words) => words.includes(EQUALITY));
      const box = await article.evaluate<{ top: number; bottom: number }>(
        "(({ top, bottom }) => ({ top, bottom }))([...CSS.highlights.get('parallax-current')][0].getBoundingClientRect())",
      );
      expect(box.top).toBeGreaterThanOrEqual(0);
      expect(box.bottom).toBeLessThanOrEqual(900);
    });

    test('opens the card, its second layer, and closes that again', async () => {
      await article.press('Enter', ['Alt', 'Shift']);
      await cardSays(/俄中关系建立在相互平等/u);
      await tabInCard(article, null, /^More$/u);
      await article.press('Enter');
      await cardSays(/Is it a partnership of equals\?/u);
      await article.press('Enter');
      await until('the first layer alone', async () =>
        /partnership of equals\?/u.test((await openCard(article)).text) ? null : true,
      );
    });

    test('goes to the next highlight and back within the card', async () => {
      const before = (await openCard(article)).text;
      await article.press('ArrowRight', ['Alt', 'Shift']);
      await until('another card', async () =>
        (await openCard(article)).text === before ? null : true,
      );
      await article.press('ArrowLeft', ['Alt', 'Shift']);
      await cardSays(/俄中关系建立在相互平等/u);
    });

    test('saves the passage, mutes nothing, and closes: the focus is where it was', async () => {
      await article.press('Escape');
      await noCard(article);
      const before = await focused();
      expect(before).not.toBe('');
      await article.press('Enter', ['Alt', 'Shift']);
      await cardSays(/Save passage/u);
      await tabInCard(article, null, /^Save passage$/u);
      await article.press('Space');
      await cardSays(/Saved to the reading list\./u);
      saved = (await article.marks()).find(({ name }) => name === 'saved')?.text ?? '';
      expect(folded(saved)).toContain(EQUALITY);
      await article.press('Escape');
      await noCard(article);
      expect(await focused()).toBe(before);
    });

    test('opens the reading list from the popup', async () => {
      const popup = await browser.openOwn('popup.html', article);
      await until('the list of the popup', async () =>
        (await popup.evaluate<number>("document.querySelectorAll('.match').length")) > 0
          ? true
          : null,
      );
      await popup.toFront();
      await tabTo(popup, /^Reading list$/u);
      // The popup closes itself while the key is down.
      await popup.press('Enter').catch(() => undefined);
      list = await browser.opened('/reading-list.html');
      await list.toFront();
    });

    test('finds the passage there by a search, and opens it in its page', async () => {
      await until('the passage', async () =>
        folded(await list.evaluate<string>('document.body.innerText')).includes(EQUALITY)
          ? true
          : null,
      );
      await tabTo(list, /Search passages/u);
      await type(list, 'mutual respect');
      await until('the hits marked', async () =>
        (await list.evaluate<number>("document.querySelectorAll('mark').length")) > 0 ? true : null,
      );
      await tabTo(list, /^Open at the passage$/u);
      await list.press('Enter');
      const there = await browser.opened('/article.html', [article]);
      await there.toFront();
      await settledMarks(there);
      await until('the passage in sight', async () =>
        (await there.evaluate<boolean>(`[...(CSS.highlights.get('parallax-saved') ?? [])].some((range) => {
          const { top, bottom } = range.getBoundingClientRect();
          return bottom > 0 && top < innerHeight;
        })`))
          ? true
          : null,
      );
      expect([...article.errors(), ...list.errors()]).toEqual([]);
    });
  });
}
