import { describe, expect, test } from 'vitest';
import type { BrowserUnderTest } from '../support/browser-under-test.ts';
import { setSetting } from '../support/own-pages.ts';
import { shareArticle, shareBrowser } from '../support/shared-browser.ts';
import {
  awaitMark,
  clickButton,
  clickMark,
  closeCard,
  markAt,
  noCard,
  openCard,
  settledMarks,
  until,
} from '../support/waiting.ts';

const EQUALITY = 'mutual equality and mutual respect';

/** A card that is open stays open, and right, whatever the reader changes. */
export function describeOpenCard(start: () => Promise<BrowserUnderTest>): void {
  describe('a card that is open', () => {
    const shared = shareArticle(start);

    const cardSays = (words: string): Promise<true> =>
      until(`a card that says “${words}”`, async () =>
        (await openCard(shared.article)).text.includes(words) ? true : null,
      );
    const isMarked = async (): Promise<boolean> =>
      markAt(await shared.article.marks(), EQUALITY)?.name === 'clause';
    const markedIs = (wanted: boolean): Promise<true> =>
      until(wanted ? 'the mark' : 'no mark', async () =>
        (await isMarked()) === wanted ? true : null,
      );

    /** Texts of the card's elements with such attributes. */
    const textsOf = async (
      isMeant: (attributes: Readonly<Record<string, string>>) => boolean,
    ): Promise<readonly string[]> =>
      (await shared.article.hidden())
        .filter(({ attributes }) => isMeant(attributes))
        .map(({ text }) => text);

    async function openMore(): Promise<void> {
      await shared.article.toFront();
      await settledMarks(shared.article);
      await awaitMark(shared.article, EQUALITY);
      await clickMark(shared.article, EQUALITY);
      await openCard(shared.article);
      await clickButton(shared.article, /^More$/u);
      await cardSays('Not useful?');
    }

    test('stays when its item is muted, says so, and takes that back', async () => {
      await openMore();
      await clickButton(shared.article, /^Do not mark on this site$/u);
      await cardSays('No longer marked on this site.');
      await markedIs(false);
      await clickButton(shared.article, /^Undo$/u);
      await cardSays('Marked again.');
      await markedIs(true);
      await expect.poll(() => textsOf(({ role }) => role === 'status')).toEqual(['Marked again.']);
      await closeCard(shared.article);
    });

    test('mutes anywhere in the place of here, and its own button undoes as well', async () => {
      await openMore();
      await clickButton(shared.article, /^Do not mark on this site$/u);
      await cardSays('No longer marked on this site.');
      await clickButton(shared.article, /^Do not mark anywhere$/u);
      await cardSays('No longer marked anywhere.');
      await expect
        .poll(() => textsOf((attributes) => attributes['aria-pressed'] === 'true'))
        .toEqual(['Do not mark anywhere']);
      await clickButton(shared.article, /^Do not mark anywhere$/u);
      await cardSays('Marked again.');
      await markedIs(true);
      await closeCard(shared.article);
    });

    test('that was closed after muting leaves the item muted, and other marks alone', async () => {
      const before = (await shared.article.marks()).length;
      await openMore();
      await clickButton(shared.article, /^Do not mark anywhere$/u);
      await cardSays('No longer marked anywhere.');
      await markedIs(false);
      await closeCard(shared.article);
      expect(await isMarked()).toBe(false);
      // The article has the clause in English, Chinese and Russian.
      expect((await shared.article.marks()).length).toBeGreaterThanOrEqual(before - 3);
      await setSetting(shared.browser, 'mutedItems', []);
      await markedIs(true);
    });

    test('changes its language and its theme in place', async () => {
      await openMore();
      const place = async (): Promise<string | undefined> =>
        (await shared.article.hidden()).find(
          ({ attributes }) => attributes.class === 'place-of-card',
        )?.attributes['data-theme'];
      await setSetting(shared.browser, 'interfaceLanguage', 'ru');
      await cardSays('Официальная формулировка');
      await cardSays('Сохранить отрывок');
      await cardSays('Не выделять нигде');
      await setSetting(shared.browser, 'theme', 'dark');
      await until('a dark card', async () => ((await place()) === 'dark' ? true : null));
      await setSetting(shared.browser, 'interfaceLanguage', 'zh-TW');
      await cardSays('不再標記');
      await setSetting(shared.browser, 'theme', 'system');
      await until('a card as the system', async () =>
        (await place()) === undefined ? true : null,
      );
      await setSetting(shared.browser, 'interfaceLanguage', 'auto');
      await cardSays('Official wording');
      await closeCard(shared.article);
    });

    test('stays through other choices that leave its mark, and goes with one that takes it', async () => {
      await openMore();
      await setSetting(shared.browser, 'sensitivity', 'broad');
      await settledMarks(shared.article);
      await cardSays('Not useful?');
      await setSetting(shared.browser, 'colours', { light: { clause: '#a01010' }, dark: {} });
      await settledMarks(shared.article);
      await cardSays('Not useful?');
      await setSetting(shared.browser, 'kinds', { clause: false, claim: true, framing: true });
      await noCard(shared.article);
      await setSetting(shared.browser, 'kinds', { clause: true, claim: true, framing: true });
      await setSetting(shared.browser, 'colours', { light: {}, dark: {} });
      await setSetting(shared.browser, 'sensitivity', 'balanced');
      await markedIs(true);
    });

    test('leaves a page without errors', () => {
      expect(shared.article.errors()).toEqual([]);
    });
  });

  describe('the card of a claim', () => {
    const shared = shareBrowser(start, FIGURES);

    test.each([
      [
        '244.81',
        'The page’s figure, $244.81 billion, is the one on record: 244.81 billion USD (2024).',
      ],
      ['priority projects', 'is the one on record: about 90 projects (May 2025).'],
      ['21,000 Russian students', 'The page’s figure, 21,000'],
    ])(
      'says, as that of a clause does, how the page’s figure lies to the one on record: %s',
      async (words, sentence) => {
        const page = await shared.browser.open(`${shared.server.origin}/figures.html`);
        await awaitMark(page, words);
        await clickMark(page, words);
        await until(`“${sentence}”`, async () =>
          (await openCard(page)).text.includes(sentence) ? true : null,
        );
        expect(page.errors()).toEqual([]);
        await page.close();
      },
    );
  });

  describe('marks on a page that turns dark', () => {
    const shared = shareBrowser(start, TURNING);

    const LINES = `[...document.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules])
      .map((rule) => rule.cssText).join('')`;
    const DARK_LINE = 'rgb(127, 208, 201)';
    const LIGHT_LINE = 'rgb(11, 99, 96)';

    test.each(['automatic', 'elements'])(
      'are coloured anew without being read anew: %s',
      async (marks) => {
        await setSetting(shared.browser, 'marks', marks);
        const article = await shared.browser.open(`${shared.server.origin}/turning.html`);
        const lineIs = (dark: boolean): Promise<true> =>
          until(dark ? 'lines for a dark page' : 'lines for a light page', async () => {
            const css = await article.evaluate<string>(LINES);
            return css.includes(dark ? DARK_LINE : LIGHT_LINE) ? true : null;
          });
        await lineIs(false);
        await article.evaluate("document.documentElement.classList.add('dark') ?? true");
        await lineIs(true);
        await article.evaluate("document.documentElement.classList.remove('dark') ?? true");
        await lineIs(false);
        // A switch deeper in the page, which fades, and which the reader presses.
        const { x, y } = await article.evaluate<{ x: number; y: number }>(
          "(({ x, y }) => ({ x: x + 5, y: y + 5 }))(document.querySelector('button').getBoundingClientRect())",
        );
        await article.click(x, y);
        await lineIs(true);
        expect(article.errors()).toEqual([]);
        await article.close();
      },
    );
  });
}

const TURNING = `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">
<title>Talks</title><style>body{background:#fff;color:#111}.dark body{background:#111;color:#eee}
#main{transition:background .4s}#main.night{background:#101010;color:#eee}</style>
<button type="button" onclick="document.getElementById('main').classList.toggle('night')">Night</button>
<div id="main"><p>Officials of China and Russia say that Russia-China relations are built on the basis of
mutual equality and mutual respect.</p></div></html>`;

const FIGURES = `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">
<title>Trade</title><p>China and Russia are neighbours. In 2024 bilateral trade between Russia and China
reached $244.81 billion.</p><p>Russia and China are working on 90 priority projects worth $200 billion.</p>
<p>There are 21,000 Russian students in China, and 51,000 Chinese students in our country, the president said.</p></html>`;
