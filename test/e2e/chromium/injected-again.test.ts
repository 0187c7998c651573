import { describe, expect, test } from 'vitest';
import { startChromium } from '../support/chromium.ts';
import { setSetting } from '../support/own-pages.ts';
import { shareArticle } from '../support/shared-browser.ts';
import {
  clickMark,
  folded,
  noCard,
  openCard,
  pause,
  settledMarks,
  until,
} from '../support/waiting.ts';

const WORDS = 'mutual equality and mutual respect';
const BODY = `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Talks</title></head><body><p>Moscow and Beijing met again. Russia and China signed nothing.</p><p>The Russian side said that Russia-China relations are built on the basis of ${WORDS}, in Moscow.</p></body></html>`;
const SIZES =
  '[...CSS.highlights].filter(([name]) => name.startsWith("parallax-")).map(([name, { size }]) => name + size).join()';
const HTML = 'document.documentElement.outerHTML';

describe('a page that is given the content script again', () => {
  const shared = shareArticle(startChromium, BODY, '/talks.html');

  /** Injects as the extension does into tabs that were open before it, `times` over without a pause. */
  async function inject(times: number): Promise<void> {
    const worker = await shared.browser.run.worker();
    const count = await worker.evaluate(
      async ([address, rounds]) => {
        const { chrome } = globalThis as unknown as {
          chrome: {
            tabs: { query(filter: object): Promise<{ id: number; url: string }[]> };
            scripting: { executeScript(what: object): Promise<unknown[]> };
          };
        };
        const tab = (await chrome.tabs.query({})).find(({ url }) => url === address);
        if (!tab) throw new Error(`There is no tab at ${address}.`);
        const files = ['content-scripts/annotate.js'];
        const done = Array.from({ length: rounds }, () =>
          chrome.scripting.executeScript({ target: { tabId: tab.id }, files }),
        );
        return (await Promise.all(done)).length;
      },
      [`${shared.server.origin}/talks.html`, times] as const,
    );
    expect(count).toBe(times);
  }

  test('has one reader: one set of highlights, and one card', async () => {
    const before = await shared.article.evaluate<string>(SIZES);
    const html = await shared.article.evaluate<string>(HTML);
    await inject(5);
    await pause(1000);
    await settledMarks(shared.article);
    expect(await shared.article.evaluate<string>(SIZES)).toBe(before);
    expect(await shared.article.evaluate<string>(HTML)).toBe(html);
    await clickMark(shared.article, WORDS);
    await openCard(shared.article);
    await pause(500);
    const dialogs = (await shared.article.hidden()).filter(
      ({ attributes }) => attributes.role === 'dialog',
    );
    expect(dialogs.length).toBe(1);
    await shared.article.press('Escape');
    await noCard(shared.article);
    expect(await shared.article.evaluate<string>(HTML)).toBe(html);
    expect(shared.article.errors()).toEqual([]);
  });

  test('has one set of marks where they are elements, and is itself again after them', async () => {
    const html = await shared.article.evaluate<string>(HTML);
    const marks = () =>
      shared.article.page.$$eval('mark', (all) => all.map((one) => one.textContent));
    const marked = () =>
      until('marks as elements', async () => {
        const texts = await marks();
        return folded(texts.join('')).includes(WORDS) ? texts : null;
      });
    await setSetting(shared.browser, 'marks', 'elements');
    try {
      const before = await marked();
      await inject(5);
      await pause(1000);
      expect(await marked()).toEqual(before);
      expect(await shared.article.page.$$('mark mark')).toEqual([]);
    } finally {
      await setSetting(shared.browser, 'marks', 'automatic');
    }
    await until('the page as it was', async () =>
      (await shared.article.evaluate<string>(HTML)) === html ? true : null,
    );
    expect((await settledMarks(shared.article)).length).toBeGreaterThan(0);
    expect(shared.article.errors()).toEqual([]);
  });
});
