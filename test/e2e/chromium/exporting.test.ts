import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeJson } from '../../support/written.ts';
import { generatedList } from '../../unit/reading-list/generated.ts';
import { type Chromium, type ChromiumPage, startChromium } from '../support/chromium.ts';

const AT = new Date('2026-02-03T04:05:06Z');
const LIST = generatedList(2_500, 15);
const ENTRIES = LIST.filter(({ page }) => page.isEntry).length;
const PASSAGES = LIST.reduce((sum, { passages }) => sum + passages.length, 0);
const LONG = 300_000;

const times = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** How often each format names what it has one of for every page or record. */
const FORMATS: readonly (readonly [format: string, ending: string, (text: string) => number])[] = [
  ['json', 'json', (text) => JSON.parse(text).passages.length - PASSAGES + LIST.length],
  ['markdown', 'md', (text) => times(text, /^## /gm)],
  ['csv', 'csv', (text) => times(text, /^passage,passage-/gm) - PASSAGES + LIST.length],
  ['html', 'html', (text) => times(text, /<section>/g)],
  [
    'annotations',
    'jsonld',
    (text) => JSON.parse(text).first.items.length - PASSAGES - ENTRIES + LIST.length,
  ],
  ['bibtex', 'bib', (text) => times(text, /^@\w+\{/gm)],
  ['ris', 'ris', (text) => times(text, /^ER {2}-/gm)],
  ['csl', 'csl.json', (text) => JSON.parse(text).length],
];

/** Runs in the page: counts the turns that it gets, and the longest time between two of them. */
function watchTurns(): void {
  const turns = { count: 0, longest: 0 };
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    turns.count += 1;
    turns.longest = Math.max(turns.longest, now - last);
    last = now;
  }, 5);
  Object.assign(globalThis, { turns });
}

describe('a long list is taken out', { timeout: LONG }, () => {
  let browser: Chromium;
  let list: ChromiumPage;
  const files: string[] = [];

  beforeAll(async () => {
    browser = await startChromium();
    list = await browser.openOwn('reading-list.html');
    list.page.setDefaultTimeout(LONG);
    await list.page.locator('input[type="file"]').setInputFiles({
      name: 'list.json',
      mimeType: 'application/json',
      buffer: Buffer.from(writeJson({ pages: LIST, unreadable: [] }, AT)),
    });
    await list.page.getByRole('button', { name: 'Merge', exact: true }).click();
    await list.page.getByText(/^Imported: /).waitFor();
    await list.page.evaluate(watchTurns);
    list.page.on('download', (download) => files.push(download.suggestedFilename()));
  }, LONG);

  afterAll(async () => {
    await browser?.close();
  });

  const ask = async (format: string): Promise<void> => {
    await list.page.getByRole('combobox', { name: 'Format' }).selectOption(format);
    await list.page.getByRole('button', { name: 'Export', exact: true }).click();
  };

  test.each(FORMATS)(
    'as %s, whole, while the page gets its turns',
    async (format, ending, pages) => {
      await list.evaluate('Object.assign(turns, { count: 0, longest: 0 })');
      const started = Date.now();
      const [download] = await Promise.all([list.page.waitForEvent('download'), ask(format)]);
      const took = Date.now() - started;
      expect(download.suggestedFilename()).toMatch(new RegExp(`^parallax-.*\\.${ending}$`));
      const turns = (await list.evaluate('turns')) as { count: number; longest: number };
      expect(turns.count).toBeGreaterThan(took / 500);
      expect(pages(readFileSync(await download.path(), 'utf8'))).toBe(LIST.length);
    },
  );

  test('whole, though the page has only begun to read it', async () => {
    const second = await browser.openOwn('reading-list.html');
    second.page.setDefaultTimeout(LONG);
    const choose = second.page.getByRole('button', { name: 'Export', exact: true });
    await choose.waitFor();
    // As early as a reader can, in the page itself: a list of this length takes seconds to read.
    const [download] = await Promise.all([
      second.page.waitForEvent('download'),
      second.page.evaluate(`(() => {
        const buttons = [...document.querySelectorAll('button')];
        buttons.find(({ textContent }) => textContent === 'Export').click();
      })()`),
    ]);
    const file = JSON.parse(readFileSync(await download.path(), 'utf8'));
    expect(file.passages).toHaveLength(PASSAGES);
    await second.close();
  });

  test('as far as it is shown, whole, though the page has only begun to read it', async () => {
    const second = await browser.openOwn('reading-list.html');
    second.page.setDefaultTimeout(LONG);
    await second.page.getByRole('combobox', { name: 'What to export' }).selectOption('shown');
    const [download] = await Promise.all([
      second.page.waitForEvent('download'),
      second.page.getByRole('button', { name: 'Export', exact: true }).click(),
    ]);
    const file = JSON.parse(readFileSync(await download.path(), 'utf8'));
    expect(file.passages).toHaveLength(PASSAGES);
    await second.close();
  });

  test('to no file where the reader cancels, and again when asked again', async () => {
    const before = files.length;
    await ask('markdown');
    const cancel = list.page.getByRole('button', { name: 'Cancel the export' });
    await list.page.getByRole('progressbar', { name: 'Writing the file…' }).waitFor();
    await cancel.click();
    await list.page.getByText('Export cancelled. No file was made.').waitFor();
    expect(files).toHaveLength(before);
    await Promise.all([list.page.waitForEvent('download'), ask('ris')]);
    expect(files).toHaveLength(before + 1);
  });
});
