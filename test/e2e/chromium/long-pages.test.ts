import { describe, expect, test } from 'vitest';
import { longPage } from '../support/bad-pages.ts';
import { startChromium } from '../support/chromium.ts';
import { longestShare } from '../support/our-tasks.ts';
import { shareBrowser } from '../support/shared-browser.ts';
import { pause, until } from '../support/waiting.ts';

const MILLION = 1_000_000;
/**
 * The part of all the extension's work on a page that may be one task. How long tasks are is measured by
 * `npm run bench -- --only=holding`.
 */
const PART = 0.5;

describe('a page of a million words', () => {
  const pages: Readonly<Record<string, () => string>> = {
    '/subject.html': () => longPage(MILLION, true),
    '/else.html': () => longPage(MILLION, false),
  };
  const shared = shareBrowser(startChromium, (path) => pages[path]?.() ?? null);

  test.each([
    ['on the subject is read in parts, and marked', '/subject.html', true],
    ['about something else is looked at in parts, and not marked', '/else.html', false],
  ])('%s', async (_, path, comes) => {
    const page = await shared.browser.open('about:blank');
    const isMarked = () => page.evaluate<boolean>('CSS.highlights.size > 0');
    const share = await longestShare(page, async () => {
      await page.navigate(shared.server.origin + path);
      if (comes) await until('a mark', async () => ((await isMarked()) ? true : null), 120_000);
      await pause(comes ? 1_000 : 3_000);
    });
    expect(await isMarked()).toBe(comes);
    expect(share).toBeLessThan(PART);
    expect(page.errors()).toEqual([]);
    await page.close();
  });
});
