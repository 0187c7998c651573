import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeJson } from '../../support/written.ts';
import { generatedList } from '../../unit/reading-list/generated.ts';
import { type Chromium, type ChromiumPage, startChromium } from '../support/chromium.ts';

/** What pages write where their language should stand. */
const LANGUAGES = ['en_US', 'en, fr', 'english', '1', '', 'zh_Hans_CN', 'ru'];
const LIST = generatedList(14, 1).map(({ page, passages }, at) => ({
  page: { ...page, isEntry: false, title: `Page ${at}` },
  passages: passages.map((passage) => ({
    ...passage,
    language: LANGUAGES[at % LANGUAGES.length] ?? null,
    selector: { ...passage.selector, exact: `${at % 2 === 0 ? 'even' : 'odd'} words ${at}` },
    ...{ status: 'to-read' as const, tags: [], note: '' },
  })),
}));

describe('working in the list', () => {
  let browser: Chromium;
  let list: ChromiumPage;

  beforeAll(async () => {
    browser = await startChromium();
    list = await browser.openOwn('reading-list.html');
    list.page.setDefaultTimeout(8000);
    await list.page.locator('input[type="file"]').setInputFiles({
      name: 'list.json',
      mimeType: 'application/json',
      buffer: Buffer.from(writeJson({ pages: LIST, unreadable: [] }, new Date())),
    });
    await list.page.getByRole('button', { name: 'Merge', exact: true }).click();
    await list.page.locator('.passage').nth(13).waitFor();
  });

  afterAll(async () => {
    await browser?.close();
  });

  const rows = () => list.page.locator('.passage');
  const shown = (text: string) => list.page.getByText(text, { exact: true }).waitFor();
  const search = (words: string) =>
    list.page.getByLabel('Search passages, notes and titles').fill(words);
  const bulk = () => list.page.getByRole('region', { name: /chosen/ });
  const chosenExport = async () => {
    await list.page.getByRole('combobox', { name: 'What to export' }).selectOption('chosen');
    const [download] = await Promise.all([
      list.page.waitForEvent('download'),
      list.page.getByRole('button', { name: 'Export', exact: true }).click(),
    ]);
    return JSON.parse(readFileSync(await download.path(), 'utf8'));
  };

  test('offers the languages there are, whatever pages wrote there', async () => {
    await list.page.getByText('Filter and sort').click();
    const languages = list.page.getByRole('combobox', { name: 'Language' });
    expect(await languages.locator('option').allTextContents()).toEqual([
      'All',
      'English (4)',
      'Russian (2)',
      'Chinese (2)',
    ]);
    await languages.selectOption('en');
    await shown('4 passages on 4 pages');
    await languages.selectOption('');
    await shown('14 passages on 14 pages');
    // It stays open under the reader's hands.
    await languages.waitFor();
  });

  test('chooses by keyboard what is shown, and takes only that out', async () => {
    await search('even');
    await shown('7 passages on 7 pages');
    await rows().first().locator('input[type="checkbox"]').focus();
    await list.page.keyboard.press('x');
    await list.page.keyboard.press('j');
    await list.page.keyboard.press('j');
    await list.page.keyboard.press('x');
    await bulk().getByText('2 entries chosen').waitFor();
    expect((await chosenExport()).passages).toHaveLength(2);
    await bulk().getByRole('button', { name: 'Choose all shown' }).click();
    await bulk().getByText('7 entries chosen').waitFor();
    const file = await chosenExport();
    expect(
      file.passages.map(({ selector }: never) => (selector as { exact: string }).exact),
    ).toEqual(file.passages.map(() => expect.stringMatching(/^even/)));
  });

  test('changes status and tags of all chosen ones at once, and takes each back', async () => {
    const counted = (status: string, count: number) =>
      list.page.getByRole('button', { name: `${status} ${count}`, exact: true }).waitFor();
    await bulk().getByRole('combobox', { name: 'Status' }).selectOption('done');
    await counted('Done', 7);
    await bulk().getByRole('textbox', { name: 'Add a tag' }).fill('kept apart');
    await list.page.keyboard.press('Enter');
    await rows().nth(6).getByText('kept apart').waitFor();
    await list.page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => rows().getByText('kept apart').count()).toBe(0);
    await counted('Done', 7);
    await bulk().getByRole('combobox', { name: 'Status' }).selectOption('reading');
    await counted('Reading', 7);
    await rows().first().locator('input[type="checkbox"]').focus();
    await list.page.keyboard.press('Control+z');
    await counted('Reading', 0);
    await counted('Done', 7);
  });

  test('deletes all chosen ones at once, and brings them back as they were', async () => {
    await bulk().getByRole('button', { name: 'Delete' }).click();
    await shown('No passage matches');
    await list.page.getByRole('button', { name: 'Undo' }).click();
    await shown('7 passages on 7 pages');
    await search('');
    await shown('14 passages on 14 pages');
  });

  test('groups and sorts, and keeps a filter under a name over a reload', async () => {
    const site = list.page.getByRole('combobox', { name: 'Site' });
    const sites = await site.locator('option').allTextContents();
    const [, , one = ''] = sites;
    await site.selectOption({ label: one });
    await list.page.getByRole('combobox', { name: 'Group by' }).selectOption('day');
    await list.page.getByRole('combobox', { name: 'Sort' }).selectOption('oldest');
    const days = await list.page.locator('.passage .cap', { hasText: /^saved/ }).allTextContents();
    const times = days.map((day) => Date.parse(day.replace('saved ', '')));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    const few = await rows().count();
    expect(days).toHaveLength(few);
    expect(few).toBeGreaterThan(0);
    expect(few).toBeLessThan(14);
    await list.page.getByRole('textbox', { name: 'Save this filter as…' }).fill('One site');
    await list.page.keyboard.press('Enter');
    await list.page.getByRole('list', { name: 'Saved filters' }).waitFor();
    await list.page.reload();
    await rows().nth(13).waitFor();
    await list.page.getByText('Filter and sort').click();
    await list.page.getByRole('button', { name: 'One site', exact: true }).click();
    await expect.poll(() => rows().count()).toBe(few);
  });

  test('asks no host for anything', () => {
    expect(browser.foreignRequests()).toEqual([]);
  });
});
