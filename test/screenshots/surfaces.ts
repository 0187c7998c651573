import type { BrowserContext, Page } from 'playwright-core';
import { type HiddenElement, middleOf, readClosedRoots } from '../../scripts/browsers/card-view.ts';
import type { ChromiumRun } from '../../scripts/browsers/launch-chromium.ts';
import { waitForMarks } from '../../scripts/browsers/page-marks.ts';
import { openFirstCard } from './open-card.ts';
import { type Picture, wholePage, windowOf, writeSheets } from './sheet.ts';

const VIEWS = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced', colorScheme: 'light', forcedColors: 'active' },
] as const;
const LANGUAGES = ['en', 'zh-CN', 'zh-TW', 'ru'] as const;

/** Rules of a page on which nothing may be taken for granted. */
const HOSTS = [
  { name: 'plain', css: '', width: 1280, direction: 'ltr' },
  {
    name: 'font-size-0',
    css: 'html{font-size:0}body{font-size:18px}main,header,footer{max-width:720px!important}',
    width: 900,
    direction: 'ltr',
  },
  { name: 'right-to-left', css: '', width: 900, direction: 'rtl' },
  { name: '320-px', css: '', width: 320, direction: 'ltr' },
] as const;

/**
 * Sheets of the built extension itself: its pages in every language and theme (`own-dark-ru-1.png`), and
 * `article` with marks and the card, on pages that are hard to live on.
 */
export async function photographSurfaces(
  run: ChromiumRun,
  article: string,
  folder: string,
  wanted: (name: string) => boolean,
): Promise<readonly string[]> {
  const files: string[] = [];
  const views = VIEWS.flatMap(({ name }) => LANGUAGES.map((language) => `${name}-${language}`));
  if (!views.some((view) => wanted(`own-${view}`) || wanted(`article-${view}`))) return files;
  const page = await run.context.newPage();
  await page.goto(article);
  await waitForMarks(page);
  await saveTwo(page);
  for (const language of LANGUAGES) {
    await choose(run, 'interfaceLanguage', language);
    for (const { name, ...medium } of VIEWS) {
      const emulated = { ...medium, reducedMotion: 'reduce' } as const;
      const own = `own-${name}-${language}`;
      if (wanted(own)) {
        const pictures = await ownPages(run, page, emulated);
        files.push(...(await writeSheets(run.context, folder, own, pictures)));
      }
      const card = `article-${name}-${language}`;
      if (wanted(card)) {
        const pictures = await articles(run.context, article, emulated);
        files.push(...(await writeSheets(run.context, folder, card, pictures)));
      }
    }
  }
  await choose(run, 'interfaceLanguage', 'auto');
  await page.close();
  return files;
}

type Medium = Parameters<Page['emulateMedia']>[0];

/** Popup, panel, options, welcome page and reading list, as a reader of `over` has them. */
async function ownPages(run: ChromiumRun, over: Page, medium: Medium): Promise<Picture[]> {
  const pictures: Picture[] = [];
  const surfaces = [
    { path: 'popup.html', width: 360, height: 600, ready: '.topics' },
    { path: 'sidepanel.html', width: 380, height: 900, ready: '.topics [data-in-sight]' },
    { path: 'welcome.html', width: 1120, height: 800, ready: '.sample-text mark' },
    { path: 'reading-list.html', width: 1180, height: 800, ready: '.row' },
    { path: 'options.html', width: 760, height: 800, ready: '.keys ~ .keys kbd' },
  ];
  for (const { path, width, height, ready } of surfaces) {
    const page = await run.context.newPage();
    await over.bringToFront();
    await page.setViewportSize({ width, height });
    await page.emulateMedia(medium);
    await page.goto(`chrome-extension://${run.extensionId}/${path}`);
    await page.locator(ready).first().waitFor();
    if (path === 'welcome.html') {
      await page.locator('.try .button.main').click();
      await page.locator('[role=dialog]').waitFor();
    }
    pictures.push(await wholePage(page, path));
    await page.close();
  }
  return pictures;
}

/** The article with the card of its first clause, at a glance and in full, on each of `HOSTS`. */
async function articles(
  context: BrowserContext,
  address: string,
  medium: Medium,
): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for (const { name, css, width, direction } of HOSTS) {
    const page = await context.newPage();
    await page.setViewportSize({ width, height: 860 });
    await page.emulateMedia(medium);
    await page.goto(address);
    if (css !== '') await page.addStyleTag({ content: css });
    await page.evaluate((dir) => {
      document.documentElement.dir = dir;
    }, direction);
    await waitForMarks(page);
    await openFirstCard(page);
    pictures.push(await windowOf(page, `${name}, first layer`));
    await press(page, ({ attributes }) => attributes['aria-expanded'] === 'false');
    await page.waitForTimeout(300);
    pictures.push(await windowOf(page, `${name}, both layers`));
    await page.close();
  }
  return pictures;
}

async function press(page: Page, isIt: (element: HiddenElement) => boolean): Promise<void> {
  const found = (await readClosedRoots(page)).find(isIt);
  if (found === undefined) throw new Error(`The card on ${page.url()} lacks a button.`);
  const { x, y } = await middleOf(page, found);
  await page.mouse.click(x, y);
}

/** Saves two passages from their cards, so that the reading list has something to show. */
async function saveTwo(page: Page): Promise<void> {
  await openFirstCard(page);
  for (let turn = 0; turn < 2; turn += 1) {
    await press(page, ({ attributes }) => attributes['aria-pressed'] === 'false');
    await page.waitForTimeout(400);
    await page.keyboard.press('Alt+Shift+ArrowRight');
    await page.waitForTimeout(600);
  }
  await page.keyboard.press('Escape');
}

/** Stores a setting as the options page does. */
async function choose(run: ChromiumRun, field: string, value: string): Promise<void> {
  const worker = await run.worker();
  await worker.evaluate(
    async (items) => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { local: { set(items: object): Promise<void> } } };
      };
      await chrome.storage.local.set(items);
    },
    { [`settings.${field}`]: value },
  );
}
