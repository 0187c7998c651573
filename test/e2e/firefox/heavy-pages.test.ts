import { describe, expect, test } from 'vitest';
import type { BidiPage } from '../support/bidi-page.ts';
import { startFirefox } from '../support/firefox.ts';
import { followsStorm } from '../support/follows-storm.ts';
import { HEAVY_PAGES, WORDS } from '../support/heavy-pages.ts';
import { shareBrowser } from '../support/shared-browser.ts';
import { clickMark, until } from '../support/waiting.ts';

/** Milliseconds; pages of a million nodes take a browser long by themselves. */
const LONG = 120_000;

describe('pages built to be slow, in Firefox', () => {
  const shared = shareBrowser(startFirefox, (path) => HEAVY_PAGES[path]?.() ?? null);

  async function visit(run: (page: BidiPage) => Promise<void>): Promise<void> {
    const page = await shared.browser.open('about:blank');
    try {
      await run(page);
      expect(page.errors()).toEqual([]);
    } finally {
      await page.close();
    }
  }

  const marks = (page: BidiPage): Promise<number> =>
    page.evaluate<number>(`CSS.highlights.get('parallax-clause')?.size ?? 0`);

  test.each([
    ['/nodes.html', 'true'],
    ['/text.html', 'true'],
    // As many as Chromium makes of five thousand. Firefox makes them all, and answers nobody for minutes by itself.
    ['/thousand.html', 'window.length === 1000'],
  ])('%s is read, and a card opens on it', (path, isBuilt) =>
    visit(async (page) => {
      await page.navigate(shared.server.origin + path);
      await until(
        'a mark',
        async () =>
          (await page.evaluate<boolean>(isBuilt)) && (await marks(page)) > 0 ? true : null,
        LONG,
      );
      await clickMark(page, WORDS);
      // The place of the card: what is in it cannot be asked for without all nodes of the page.
      const places = 'document.querySelectorAll(":root > div").length';
      await until('a card', async () => ((await page.evaluate(places)) === 1 ? true : null), LONG);
      await page.press('Escape');
      await until('no card', async () => ((await page.evaluate(places)) === 0 ? true : null), LONG);
      expect(await marks(page)).toBeGreaterThan(0);
    }),
  );

  test('two thousand changes a second are followed', () =>
    visit((page) => followsStorm(page, `${shared.server.origin}/storm.html`)));
});
