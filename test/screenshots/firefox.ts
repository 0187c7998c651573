import type { BrowserContext } from 'playwright-core';
import { INTERFACE_LANGUAGES } from '../../utils/i18n/translate.ts';
import type { BidiPage } from '../e2e/support/bidi-page.ts';
import { type Firefox, startFirefox } from '../e2e/support/firefox.ts';
import { setSetting } from '../e2e/support/own-pages.ts';
import {
  clickButton,
  clickMark,
  noCard,
  openCard,
  settledMarks,
  until,
} from '../e2e/support/waiting.ts';
import { type Picture, writeSheets } from './sheet.ts';

/** What the first card of the sample stands on. */
const PHRASE = 'mutual equality and mutual respect';

interface View {
  readonly name: string;
  readonly language: string;
  readonly isDark?: boolean;
  readonly isForced?: boolean;
  /** Width of every window in CSS pixels; that of each surface where it is left out. */
  readonly width?: number;
  /** Device pixels of a CSS pixel. */
  readonly ratio?: number;
}

const VIEWS: readonly View[] = [
  ...INTERFACE_LANGUAGES.map((language) => ({ name: `light-${language}`, language })),
  ...INTERFACE_LANGUAGES.map((language) => ({ name: `dark-${language}`, language, isDark: true })),
  { name: 'forced', language: 'en', isForced: true },
  { name: 'forced-dark', language: 'en', isForced: true, isDark: true },
  ...INTERFACE_LANGUAGES.map((language) => ({ name: `narrow-${language}`, language, width: 320 })),
  // Windows of 1280 px at 200%.
  ...INTERFACE_LANGUAGES.map((language) => ({
    name: `zoomed-${language}`,
    language,
    width: 640,
    ratio: 2,
  })),
];

/** Surfaces, and what they hold once everything on them has come. */
const SURFACES = [
  { path: 'popup.html', width: 360, height: 600, ready: '.topics' },
  { path: 'sidepanel.html', width: 380, height: 900, ready: '.topics [data-in-sight]' },
  { path: 'welcome.html', width: 1120, height: 800, ready: '.sample-text mark' },
  { path: 'reading-list.html', width: 1180, height: 800, ready: '.row' },
  { path: 'options.html', width: 760, height: 800, ready: '.keys ~ .keys kbd' },
] as const;

/**
 * Sheets `firefox-VIEW-1.png`: the extension's pages and the card on the sample as Firefox shows them, in
 * each language, theme and width. `context` lays out the sheets.
 */
export async function photographFirefox(
  context: BrowserContext,
  article: string,
  folder: string,
  wanted: (name: string) => boolean,
): Promise<readonly string[]> {
  const views = VIEWS.filter(({ name }) => wanted(`firefox-${name}`));
  if (views.length === 0) return [];
  const browser = await startFirefox();
  const files: string[] = [];
  try {
    const page = await browser.open(article);
    await settledMarks(page);
    await page.toFront();
    await saveOne(page);
    for (const view of views) {
      await dress(browser, view);
      await setSetting(browser, 'interfaceLanguage', view.language);
      const pictures = [
        ...(await ownPages(browser, page, view)),
        ...(await cards(browser, article, view)),
      ];
      files.push(...(await writeSheets(context, folder, `firefox-${view.name}`, pictures)));
    }
    return files;
  } finally {
    await browser.close();
  }
}

/** Has Firefox prefer a theme, and force colours, as its settings do. */
async function dress(browser: Firefox, { isDark = false, isForced = false }: View): Promise<void> {
  await browser.inWindow(`(() => {
    const ours = { 'layout.css.prefers-color-scheme.content-override': ${isDark ? 0 : 1},
      'browser.display.document_color_use': ${isForced ? 2 : 0}, 'ui.prefersReducedMotion': 1 };
    for (const [name, value] of Object.entries(ours)) Services.prefs.setIntPref(name, value);
    return true;
  })()`);
}

async function ownPages(browser: Firefox, over: BidiPage, view: View): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for (const { path, width, height, ready } of SURFACES) {
    const page = await browser.openOwn(path, over);
    try {
      await page.resize(view.width ?? width, height, view.ratio);
      await until(`${path} with ${ready}`, async () =>
        (await page.evaluate<boolean>(`document.querySelector('${ready}') !== null`)) ? true : null,
      );
      if (path === 'welcome.html') {
        await page.evaluate("document.querySelector('.try .button.main').click()");
        await until('the card of the sample', async () =>
          (await page.evaluate<boolean>("document.querySelector('[role=dialog]') !== null"))
            ? true
            : null,
        );
      }
      pictures.push(await pictureOf(page, path, 'document'));
    } finally {
      await page.close();
    }
  }
  return pictures;
}

/** The card on the article, at a glance and in full. */
async function cards(browser: Firefox, article: string, view: View): Promise<Picture[]> {
  const page = await browser.open(article);
  try {
    await page.resize(view.width ?? 900, 860, view.ratio);
    await page.toFront();
    await settledMarks(page);
    await clickMark(page, PHRASE);
    await openCard(page);
    const first = await pictureOf(page, 'card, first layer', 'viewport');
    const before = (await openCard(page)).text.length;
    await clickButton(page, /^(?:More|Подробнее|更多|详细|詳細)/u);
    await until('the second layer', async () =>
      (await openCard(page)).text.length > before + 100 ? true : null,
    );
    return [first, await pictureOf(page, 'card, both layers', 'viewport')];
  } finally {
    await page.close();
  }
}

async function pictureOf(
  page: BidiPage,
  name: string,
  part: 'viewport' | 'document',
): Promise<Picture> {
  const { width, height } = await page.evaluate<{ width: number; height: number }>(
    part === 'viewport'
      ? '({ width: innerWidth, height: innerHeight })'
      : '({ width: innerWidth, height: Math.max(document.documentElement.scrollHeight, 1) })',
  );
  return { name, bytes: await page.capture(part), width, height };
}

/** Saves a passage from its card, so that the reading list has something to show. */
async function saveOne(page: BidiPage): Promise<void> {
  await clickMark(page, PHRASE);
  await openCard(page);
  await clickButton(page, /^Save passage$/u);
  await until('a saved passage', async () =>
    (await openCard(page)).text.includes('Saved to the reading list.') ? true : null,
  );
  await page.press('Escape');
  await noCard(page);
}
