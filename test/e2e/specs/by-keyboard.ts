import { describe, expect, test } from 'vitest';
import type { BrowserUnderTest, PageUnderTest } from '../support/browser-under-test.ts';
import { tabInCard, tabTo, type } from '../support/keys.ts';
import { shareArticle } from '../support/shared-browser.ts';
import { folded, noCard, openCard, settledMarks, until } from '../support/waiting.ts';

const EQUALITY = 'mutual equality and mutual respect';

/** The whole job with the keys of a keyboard and nothing else. The tests build on one another. */
export function describeByKeyboard(start: () => Promise<BrowserUnderTest>): void {
  describe('a reader who has a keyboard only', () => {
    const shared = shareArticle(start);
    let list: PageUnderTest;

    const focused = (): Promise<string> =>
      shared.article.evaluate("document.activeElement?.getAttribute('href') ?? ''");
    const cardSays = (words: RegExp): Promise<string> =>
      until(`a card that says ${words}`, async () => {
        const { text } = await openCard(shared.article);
        return words.test(text) ? text : null;
      });

    /** Words of the highlight that is set apart; it may hold several cards. */
    const current = async (): Promise<string> =>
      folded(
        await shared.article.evaluate(
          "[...(CSS.highlights.get('parallax-current') ?? [])].join('')",
        ),
      );
    /** Words of the open card; empty where none is open. */
    const cardText = async (): Promise<string> =>
      (await shared.article.hidden()).find(({ attributes }) => attributes.role === 'dialog')
        ?.text ?? '';

    /**
     * Presses the key until the words set apart are as wanted. A step within a highlight that holds
     * several cards changes no words: for one that does not show, a second has to do.
     */
    async function walk(key: string, isWanted: (words: string) => boolean): Promise<void> {
      for (let step = 0; step < 25; step += 1) {
        const before = await current();
        if (isWanted(before)) return;
        await shared.article.press(key, ['Alt', 'Shift']);
        const moves = async () => ((await current()) === before ? null : true);
        await until('a step', moves, 1000).catch(() => undefined);
      }
      throw new Error(`The key ${key} led nowhere.`);
    }

    /** Opens the card of the passage about equality by keys, where it is not open. */
    async function openByKeys(): Promise<void> {
      if (/俄中关系建立在相互平等/u.test(await cardText())) return;
      await walk('ArrowRight', (words) => words.includes(EQUALITY));
      await shared.article.press('Enter', ['Alt', 'Shift']);
      await cardSays(/俄中关系建立在相互平等/u);
    }

    test('walks from highlight to highlight, forwards and back, to the one wanted', async () => {
      await shared.article.press('Tab');
      expect(await focused()).not.toBe('');
      await walk('ArrowRight', (words) => words.includes(EQUALITY));
      await walk('ArrowRight', (words) => !words.includes(EQUALITY));
      await walk('ArrowLeft', (words) => words.includes(EQUALITY));
      await walk('ArrowLeft', (words) => !words.includes(EQUALITY));
      await walk('ArrowRight', (words) => words.includes(EQUALITY));
      const box = await shared.article.evaluate<{ top: number; bottom: number }>(
        "(({ top, bottom }) => ({ top, bottom }))([...CSS.highlights.get('parallax-current')][0].getBoundingClientRect())",
      );
      expect(box.top).toBeGreaterThanOrEqual(0);
      expect(box.bottom).toBeLessThanOrEqual(900);
    });

    test('opens the card, its second layer, and closes that again', async () => {
      await openByKeys();
      await tabInCard(shared.article, null, /^More$/u);
      await shared.article.press('Enter');
      await cardSays(/Is it a partnership of equals\?/u);
      await shared.article.press('Enter');
      await until('the first layer alone', async () =>
        /partnership of equals\?/u.test((await openCard(shared.article)).text) ? null : true,
      );
    });

    test('goes to the next highlight and back within the card', async () => {
      await openByKeys();
      const before = (await openCard(shared.article)).text;
      await shared.article.press('ArrowRight', ['Alt', 'Shift']);
      await until('another card', async () =>
        (await openCard(shared.article)).text === before ? null : true,
      );
      await shared.article.press('ArrowLeft', ['Alt', 'Shift']);
      await cardSays(/俄中关系建立在相互平等/u);
    });

    test('saves the passage, mutes nothing, and closes: the focus is where it was', async () => {
      await openByKeys();
      await shared.article.press('Escape');
      await noCard(shared.article);
      if ((await focused()) === '') await shared.article.press('Tab');
      const before = await focused();
      expect(before).not.toBe('');
      await shared.article.press('Enter', ['Alt', 'Shift']);
      // Tried again, it may have been saved before.
      if (!/Saved to the reading list\./u.test(await cardSays(/Save passage|Saved to/u))) {
        await tabInCard(shared.article, null, /^Save passage$/u);
        await shared.article.press('Space');
      }
      await cardSays(/Saved to the reading list\./u);
      const saved = await until(
        'the saved passage',
        async () => (await shared.article.marks()).find(({ name }) => name === 'saved') ?? null,
      );
      expect(folded(saved.text)).toContain(EQUALITY);
      await shared.article.press('Escape');
      await noCard(shared.article);
      expect(await focused()).toBe(before);
    });

    test('opens the reading list from the popup', async () => {
      const popup = await shared.browser.openOwn('popup.html', shared.article);
      await until('the list of the popup', async () =>
        (await popup.evaluate<number>("document.querySelectorAll('.match').length")) > 0
          ? true
          : null,
      );
      await popup.toFront();
      await tabTo(popup, /^Reading list$/u);
      // The popup closes itself while the key is down.
      await popup.press('Enter').catch(() => undefined);
      list = await shared.browser.opened('/reading-list.html');
      await list.toFront();
    });

    test('finds the passage there by a search, and opens it in its page', async () => {
      await list.toFront();
      await until('the passage', async () =>
        folded(await list.evaluate<string>('document.body.innerText')).includes(EQUALITY)
          ? true
          : null,
      );
      await tabTo(list, /Search passages/u);
      await list.press('a', ['Control']);
      await type(list, 'mutual respect');
      await until('the hits marked', async () =>
        (await list.evaluate<number>("document.querySelectorAll('mark').length")) > 0 ? true : null,
      );
      await tabTo(list, /^Open at the passage$/u);
      await list.press('Enter');
      const there = await shared.browser.opened('/article.html', [shared.article]);
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
      expect([...shared.article.errors(), ...list.errors()]).toEqual([]);
    });
  });
}
