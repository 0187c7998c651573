import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ChromiumPage, startChromium } from '../support/chromium.ts';
import { shareArticle } from '../support/shared-browser.ts';
import { axeFaults, geometryFaults, tabTo } from '../support/surfaces.ts';
import {
  clickButton,
  clickMark,
  openCard,
  settledEmptiness,
  settledMarks,
  until,
} from '../support/waiting.ts';

const EQUALITY = 'mutual equality and mutual respect';

describe('the options', () => {
  const shared = shareArticle(startChromium);
  let own: ChromiumPage;
  let page: Page;

  beforeEach(async () => {
    own = await shared.browser.openOwn('options.html');
    ({ page } = own);
    await page.getByRole('heading', { name: 'Options' }).waitFor();
  });

  afterEach(async () => {
    await page.getByRole('button', { name: 'Erase everything…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Erase everything' }).click();
    await page.getByText('Everything is erased.').waitFor();
    expect(own.errors()).toEqual([]);
    await own.close();
    await settledMarks(shared.article);
  });

  const looksOnPage = async (): Promise<readonly string[]> =>
    [...new Set((await shared.article.marks()).map(({ name }) => name))].sort();
  const pageMeets = (what: string, look: () => Promise<boolean>): Promise<true> =>
    until(what, async () => ((await look()) ? true : null));

  test('are free of what axe finds, whole at 320 px and at a zoom of 200%', async () => {
    expect(await axeFaults(page)).toEqual([]);
    expect(await geometryFaults(page, 320)).toEqual([]);
    expect(await geometryFaults(page, 640)).toEqual([]);
  });

  test('take kinds away from an open page and give them back at once', async () => {
    expect(await looksOnPage()).toContain('framing');
    await page.getByLabel('Framing phrases').uncheck();
    await page.getByLabel('Official wordings').uncheck();
    await pageMeets('claims alone', async () => (await looksOnPage()).join() === 'claim');
    await page.getByLabel('Framing phrases').check();
    await pageMeets('framings again', async () => (await looksOnPage()).includes('framing'));
  });

  test('lose none of several choices made at once', async () => {
    await page.evaluate(() => {
      for (const kind of ['clause', 'claim', 'framing']) {
        document.querySelector<HTMLInputElement>(`#options-kind-${kind}`)?.click();
      }
    });
    await settledEmptiness(shared.article);
    for (const name of ['Official wordings', 'Claims', 'Framing phrases']) {
      expect(await page.getByLabel(name).isChecked()).toBe(false);
    }
  });

  test('narrow an open page to quotations', async () => {
    const before = (await shared.article.marks()).length;
    await page.getByLabel('Quotations only').check();
    await pageMeets('fewer marks', async () => {
      const marks = await shared.article.marks();
      return marks.length > 0 && marks.length < before;
    });
    expect((await shared.article.marks()).some(({ text }) => text.includes(EQUALITY))).toBe(true);
  });

  test('mark framing phrases at every place of an open page, and at their first place again', async () => {
    const framings = async (): Promise<number> =>
      (await shared.article.marks()).filter(({ name }) => name === 'framing').length;
    const before = await framings();
    await page.getByLabel('at every place').check();
    await pageMeets('more framings', async () => (await framings()) > before);
    await page.getByLabel('at its first place in an article').check();
    await pageMeets('as many as before', async () => (await framings()) === before);
  });

  test('hide marks until they are asked for, and draw them as elements', async () => {
    await page.getByLabel('Off until asked for').check();
    await settledEmptiness(shared.article);
    await page.getByLabel('As parts of the page').check();
    await pageMeets('elements', () =>
      shared.article.evaluate<boolean>(
        "document.querySelectorAll('mark[data-parallax]').length > 5",
      ),
    );
    await page.getByLabel('Automatic').check();
    await pageMeets('no elements', () =>
      shared.article.evaluate<boolean>(
        "document.querySelectorAll('mark[data-parallax]').length === 0",
      ),
    );
  });

  test('colour the marks of an open page, and refuse a colour that is too faint', async () => {
    const line = (): Promise<string> =>
      shared.article.evaluate<string>(
        "[...document.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).join('')",
      );
    const pick = (colour: string): Promise<void> =>
      page.getByLabel('Official wording, on light pages').evaluate((field, value) => {
        (field as HTMLInputElement).value = value;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      }, colour);
    await pick('#a01010');
    await page.getByText('contrast 8.1 : 1').waitFor();
    await pageMeets('the chosen colour', async () => (await line()).includes('160, 16, 16'));
    await pick('#ffe0e0');
    await page.getByText('Too faint on such pages: 1.2 : 1.').waitFor();
    const shown = page.getByLabel('Official wording, on light pages');
    await expect.poll(() => shown.inputValue()).toBe('#a01010');
    await page.getByRole('button', { name: 'Use the original colours' }).click();
    await pageMeets('the colour of before', async () => !(await line()).includes('160, 16, 16'));
  });

  test('switch a site off and on again by its address, with undo', async () => {
    const field = page.getByLabel('Site or address');
    await field.fill('not a site');
    await field.press('Enter');
    await page.getByText('That does not name a site.').waitFor();
    await field.fill(`${shared.server.origin}/other?x=1`);
    await field.press('Enter');
    await settledEmptiness(shared.article);
    await page.getByRole('button', { name: /Read again/u }).click();
    await settledMarks(shared.article);
    await page.getByRole('button', { name: 'Undo' }).click();
    await settledEmptiness(shared.article);
  });

  test('name what was muted on a card, and take that back, with undo', async () => {
    await shared.article.toFront();
    await clickMark(shared.article, EQUALITY);
    await openCard(shared.article);
    await clickButton(shared.article, /^More$/u);
    await clickButton(shared.article, /Do not mark anywhere/u);
    await page.bringToFront();
    const entry = page
      .locator('li')
      .filter({ hasText: 'Relations of mutual equality and respect' });
    await entry.waitFor();
    await page.getByText('not marked anywhere').waitFor();
    await page.getByRole('button', { name: /Mark again/u }).click();
    await page.getByText('None. An entry is muted on its card').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await entry.waitFor();
  });

  test('show the keys of the browser and go to its own page of keys', async () => {
    await page.getByText('Open the reading list').waitFor();
    const [opened] = await Promise.all([
      shared.browser.run.context.waitForEvent('page'),
      page.getByRole('button', { name: 'Change keys in the browser' }).click(),
    ]);
    await until('the page of keys', async () =>
      opened.url().startsWith('chrome://extensions') ? true : null,
    );
    await opened.close();
  });

  test('change language and theme of this page and of the next card', async () => {
    await page.getByLabel('Dark', { exact: true }).check();
    await page.getByLabel('Language of the interface').selectOption('ru');
    await page.getByRole('heading', { name: 'Настройки' }).waitFor();
    const root = page.locator('html');
    await expect.poll(() => root.getAttribute('lang')).toBe('ru');
    await expect.poll(() => root.getAttribute('data-theme')).toBe('dark');
    await shared.article.toFront();
    await settledMarks(shared.article);
    await clickMark(shared.article, EQUALITY);
    expect((await openCard(shared.article)).text).toContain('Сохранить отрывок');
    await shared.article.press('Escape');
    await page.getByLabel('Язык интерфейса').selectOption('en');
    await page.getByRole('heading', { name: 'Options' }).waitFor();
  });

  test('say how many stored settings could not be read, until they are chosen anew', async () => {
    await page.evaluate(() => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { local: { set(items: object): Promise<void> } } };
      };
      return chrome.storage.local.set({ 'settings.occurrences': 7 });
    });
    await page.getByText('1 stored setting could not be read').waitFor();
    await page.getByLabel('at every place').check();
    await page.getByText('could not be read').waitFor({ state: 'detached' });
  });

  test('export the list, erase it with all settings, and take it in again', async () => {
    await shared.article.toFront();
    await clickMark(shared.article, EQUALITY);
    await openCard(shared.article);
    await clickButton(shared.article, /Save passage/u);
    await page.bringToFront();
    await page.getByText('The list holds 1 passage.').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export the reading list' }).click(),
    ]);
    const file = await download.path();
    await page.getByRole('button', { name: 'Erase everything…' }).click();
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.textContent()).toContain('1 passage');
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('The list holds 1 passage.').waitFor();
    await page.getByRole('button', { name: 'Erase everything…' }).click();
    await dialog.getByRole('button', { name: 'Erase everything' }).click();
    await page.getByText('The list holds 0 passages.').waitFor();
    // What the file would change is shown first, and nothing is changed before the reader says so.
    await page.locator('input[type="file"]').setInputFiles(file);
    await dialog.getByText(EQUALITY).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(await geometryFaults(page, 320)).toEqual([]);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('The list holds 0 passages.').waitFor();
    await page.locator('input[type="file"]').setInputFiles(file);
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
    await page.getByText('The list holds 1 passage.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('The list holds 0 passages.').waitFor();
    await page.locator('input[type="file"]').setInputFiles(file);
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
    await page.getByText('The list holds 1 passage.').waitFor();
    await shared.article.press('Escape');
  });

  test('can be used by keyboard alone', async () => {
    await tabTo(page, /Framing phrases/u);
    await page.keyboard.press('Space');
    await pageMeets('no framings', async () => !(await looksOnPage()).includes('framing'));
    await tabTo(page, /Balanced/u);
    await page.keyboard.press('ArrowDown');
    expect(await page.getByLabel('Broad').isChecked()).toBe(true);
    await tabTo(page, /Erase everything…/u);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    const focused = await page.evaluate(() => document.activeElement?.textContent);
    expect(focused).toBe('Erase everything…');
  });
});
