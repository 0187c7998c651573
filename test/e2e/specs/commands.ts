import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PageServer, servePages } from '../../../scripts/serve/page-server.ts';
import { SAMPLE_FILE } from '../../../scripts/serve/sample-page.ts';
import type { BrowserUnderTest, PageUnderTest } from '../support/browser-under-test.ts';
import {
  folded,
  markAt,
  noCard,
  openCard,
  pause,
  settledEmptiness,
  settledMarks,
  until,
} from '../support/waiting.ts';

/** A stretch of the sample within one line of its source. */
const WORDS = 'Over the course of a day Russia and China issued a long';

/** Commands of the manifest, but for the one that opens the panel: each browser has its own test of that. */
export type Command =
  | 'next'
  | 'previous'
  | 'open'
  | 'toggle-site'
  | 'save-selection'
  | 'reading-list';

/** What readers have on keys of the browser's own, page or no page. `run` gives the command there. */
export function describeCommands<B extends BrowserUnderTest>(
  start: () => Promise<B>,
  run: (browser: B, command: Command) => Promise<void>,
): void {
  describe('a command of the browser', () => {
    let browser: B;
    let server: PageServer;
    let article: PageUnderTest;

    beforeAll(async () => {
      const body = readFileSync(SAMPLE_FILE, 'utf8');
      server = await servePages(() => ({ type: 'text/html; charset=utf-8', body }));
      browser = await start();
      // It opens in front of whatever a command is given for.
      await (await browser.opened('/welcome.html')).close();
      article = await browser.open(`${server.origin}/article.html`);
      await article.toFront();
      await settledMarks(article);
    });

    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });

    const current = async (): Promise<string> =>
      folded(
        await article.evaluate("[...(CSS.highlights.get('parallax-current') ?? [])].join('')"),
      );
    /** Gives the command until another highlight is set apart: one may hold several cards. */
    async function step(command: Command): Promise<string> {
      const before = await current();
      for (let steps = 0; steps < 6; steps += 1) {
        await run(browser, command);
        // The command has no answer that could be waited for.
        for (let looks = 0; looks < 20; looks += 1) {
          const now = await current();
          if (now !== before && now !== '') return now;
          await pause(50);
        }
      }
      throw new Error(`The command ${command} led nowhere from “${before}”.`);
    }

    test('goes to the next highlight and to the one before', async () => {
      const first = await step('next');
      const second = await step('next');
      expect(second).not.toBe(first);
      expect(await step('previous')).toBe(first);
    });

    test('opens the card of the highlight last visited', async () => {
      await run(browser, 'open');
      const { text } = await openCard(article);
      expect(text).toContain('Save passage');
      expect(await current()).not.toBe('');
      await article.press('Escape');
      await noCard(article);
    });

    test('keeps the passage of the open card where nothing is selected, once', async () => {
      await run(browser, 'open');
      await openCard(article);
      const says = (words: string): Promise<true> =>
        until(`a card that says “${words}”`, async () =>
          (await openCard(article)).text.includes(words) ? true : null,
        );
      await run(browser, 'save-selection');
      await says('Saved to the reading list.');
      const saved = (await article.marks()).filter(({ name }) => name === 'saved');
      expect(saved).toHaveLength(1);
      await run(browser, 'save-selection');
      await says('This passage is in the reading list already.');
      await article.press('Escape');
      await noCard(article);
    });

    test('saves what is selected', async () => {
      await article.evaluate(`(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.data.indexOf(${JSON.stringify(WORDS)});
          if (at >= 0) getSelection().setBaseAndExtent(node, at, node, at + ${WORDS.length});
        }
      })()`);
      expect(folded(await article.evaluate('String(getSelection())'))).toBe(WORDS);
      await run(browser, 'save-selection');
      await until('the saved passage', async () =>
        markAt(await article.marks(), WORDS)?.name === 'saved' ? true : null,
      );
      await article.evaluate('getSelection().removeAllRanges()');
    });

    test('switches the site off, and on again', async () => {
      await run(browser, 'toggle-site');
      await settledEmptiness(article);
      await run(browser, 'toggle-site');
      await settledMarks(article);
      expect(article.errors()).toEqual([]);
    });

    test('opens the reading list', async () => {
      await run(browser, 'reading-list');
      const list = await browser.opened('/reading-list.html');
      await until('the saved passage', async () =>
        folded(await list.evaluate<string>('document.body.innerText')).includes(WORDS)
          ? true
          : null,
      );
      await list.close();
      await article.toFront();
    });
  });
}
