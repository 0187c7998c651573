import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PageServer, servePages } from '../../../scripts/serve/page-server.ts';
import type { BrowserUnderTest, PageUnderTest } from '../support/browser-under-test.ts';
import { setSetting } from '../support/own-pages.ts';
import { clickMark, noCard, openCard, settledMarks, until } from '../support/waiting.ts';

const WORDS = 'mutual equality and mutual respect';
/** What pages say of all highlights, with as much weight as an id and `!important` give. */
const RULES = `*::highlight(parallax-clause), p::highlight(parallax-clause), #text p#line::highlight(parallax-clause), ::highlight(parallax-clause)
  { background-color: rgb(1, 2, 3) !important; text-decoration: none !important }`;
const BODY = `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Talks</title><style>${RULES}</style></head>
  <body id="text"><p>China and Russia met. Beijing and Moscow spoke. Russia and China signed nothing.</p>
  <p id="line">The Russian side said that Russia-China relations are built on the basis of ${WORDS}, in Moscow.</p></body></html>`;

/** What the browser paints under the marked words, and whether the marks and their rules are there. */
const PAINTED = `(({ backgroundColor, textDecorationLine }) => [backgroundColor, textDecorationLine].join())(getComputedStyle(line, '::highlight(parallax-clause)'))`;
const HAS_RULES = `[...document.adoptedStyleSheets].some(({ cssRules }) => [...cssRules].some(({ cssText }) => cssText.includes('parallax-clause')))`;
const SIZE = `(CSS.highlights.get('parallax-clause')?.size ?? 0)`;

/** Pages that restyle, empty or undo what the extension shows, in one browser. */
export function describeAgainstMarks(start: () => Promise<BrowserUnderTest>): void {
  describe('a page that works against its marks', () => {
    let browser: BrowserUnderTest;
    let server: PageServer;

    beforeAll(async () => {
      server = await servePages(() => ({ type: 'text/html; charset=utf-8', body: BODY }));
      browser = await start();
    });

    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });

    async function visit(run: (page: PageUnderTest) => Promise<void>): Promise<void> {
      const visited = await browser.open(`${server.origin}/talks.html`);
      try {
        await settledMarks(visited);
        await run(visited);
        expect(visited.errors()).toEqual([]);
      } finally {
        await visited.close();
      }
    }

    const whole = (page: PageUnderTest, what: string) =>
      until(what, async () =>
        (await page.evaluate<boolean>(`${SIZE} > 0 && ${HAS_RULES}`)) ? true : null,
      );

    test('does not get its own rules for highlights over those of the marks', () =>
      visit(async (page) => {
        const painted = await page.evaluate<string>(PAINTED);
        expect(painted).toContain('underline');
        expect(painted).not.toContain('rgb(1, 2, 3)');
      }));

    test('has marks and rules back, which it took away without changing its text', () =>
      visit(async (page) => {
        await page.evaluate('(document.adoptedStyleSheets = [], true)');
        await whole(page, 'the rules again');
        expect(await page.evaluate<string>(PAINTED)).toContain('underline');
        await page.evaluate('(CSS.highlights.clear(), true)');
        await whole(page, 'the marks again');
        await page.evaluate(`(CSS.highlights.set('parallax-clause', new Highlight()), true)`);
        await whole(page, 'the marks in the place of the page’s own');
        expect(await page.evaluate<number>('document.adoptedStyleSheets.length')).toBe(1);
        await clickMark(page, WORDS);
        expect((await openCard(page)).text).toContain('Vladimir Putin');
      }));

    test('that deletes whatever is put beside its body has no card, no error and no fight', () =>
      visit(async (page) => {
        await page.evaluate(
          `(window.removed = 0, window.guard = new MutationObserver((records) => {
            for (const { addedNodes } of records) for (const node of addedNodes) { node.remove(); removed += 1; }
          }), guard.observe(document.documentElement, { childList: true }), true)`,
        );
        await clickMark(page, WORDS);
        await until('an element that was deleted', async () =>
          (await page.evaluate<number>('removed')) > 0 ? true : null,
        );
        await noCard(page);
        // A card that was deleted is not put back by itself.
        await page.evaluate('new Promise((resolve) => setTimeout(resolve, 1500, true))');
        expect(await page.evaluate<number>('removed')).toBeLessThanOrEqual(2);
        expect(await page.evaluate<number>('document.documentElement.children.length')).toBe(2);
        await page.evaluate('(guard.disconnect(), true)');
        await clickMark(page, WORDS);
        expect((await openCard(page)).text).toContain('Vladimir Putin');
      }));

    test('that unwraps marks as elements each time is marked no oftener than once in a while', async () => {
      await setSetting(browser, 'marks', 'elements');
      try {
        await visitWithElements();
      } finally {
        await setSetting(browser, 'marks', 'automatic');
      }
    });

    async function visitWithElements(): Promise<void> {
      const page = await browser.open(`${server.origin}/elements.html`);
      const isMarked = () =>
        until('marks as elements', async () =>
          (await page.evaluate<boolean>('document.querySelector("mark") !== null')) ? true : null,
        );
      await isMarked();
      await page.evaluate(
        `(window.rounds = [], window.unwrap = () => {
          const marks = document.querySelectorAll('mark');
          if (marks.length > 0) rounds.push(performance.now());
          for (const mark of marks) mark.replaceWith(...mark.childNodes);
          document.body.normalize();
        }, window.guard = new MutationObserver(unwrap), guard.observe(document.body, { childList: true, subtree: true }), unwrap(), true)`,
      );
      await until(
        'four rounds',
        async () => ((await page.evaluate<number>('rounds.length')) >= 4 ? true : null),
        60_000,
      );
      await page.evaluate('(guard.disconnect(), true)');
      const rounds = await page.evaluate<number[]>('rounds');
      const pauses = rounds.slice(1).map((round, at) => round - (rounds[at] ?? 0));
      // The time between readings grows; what the page does to its own text is never stopped.
      for (const time of pauses) expect(time).toBeGreaterThan(350);
      expect(Math.max(...pauses)).toBeGreaterThan(1000);
      expect(await page.evaluate<string>('line.textContent')).toContain(WORDS);
      await page.evaluate('(document.body.append("More of Moscow and Beijing."), true)');
      await isMarked();
      expect(page.errors()).toEqual([]);
      await page.close();
    }
  });
}
