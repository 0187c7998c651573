import path from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { createServer } from 'vite';
import { ROOT } from '../../scripts/root.ts';
import { INTERFACE_LANGUAGES } from '../../utils/i18n/translate.ts';
import { type Picture, wholePage, writeSheets } from './sheet.ts';

/** One way to have a surface before oneself. */
interface View {
  readonly name: string;
  readonly language: string;
  /** Width of the window in CSS pixels; the surface's own where it is left out. */
  readonly width?: number;
  readonly medium?: BrowserContextOptions;
  /** Whether what a card would scroll is laid out in full. */
  readonly isWhole?: boolean;
}

/** Windows of the surfaces: a popup's, a panel's, a tab's. */
const WINDOWS = {
  card: { width: 632, height: 700 },
  page: { width: 360, height: 600 },
  list: { width: 1180, height: 800 },
  options: { width: 760, height: 800 },
  welcome: { width: 1120, height: 800 },
} as const;
type Surface = keyof typeof WINDOWS;

const VIEWS: readonly View[] = [
  ...INTERFACE_LANGUAGES.map((language) => ({ name: `light-${language}`, language })),
  ...INTERFACE_LANGUAGES.map((language) => ({
    name: `dark-${language}`,
    language,
    medium: { colorScheme: 'dark' as const },
  })),
  { name: 'forced', language: 'en', medium: { forcedColors: 'active' } },
  {
    name: 'forced-dark',
    language: 'en',
    medium: { forcedColors: 'active', colorScheme: 'dark' },
  },
  ...INTERFACE_LANGUAGES.map((language) => ({ name: `narrow-${language}`, language, width: 320 })),
  ...INTERFACE_LANGUAGES.map((language) => ({
    name: `whole-${language}`,
    language,
    isWhole: true,
  })),
  {
    name: 'whole-dark',
    language: 'en',
    medium: { colorScheme: 'dark' as const },
    isWhole: true,
  },
  // A window of 1280 px at 200%.
  { name: 'zoomed', language: 'ru', width: 640, medium: { deviceScaleFactor: 2 } },
];

/**
 * Sheets of every state in the gallery, by surface, language, theme and width: `card-dark-ru-1.png`.
 * `wanted` takes only sheets whose name (`SURFACE-VIEW`) it accepts.
 */
export async function photographGallery(
  browser: Browser,
  folder: string,
  wanted: (name: string) => boolean,
): Promise<readonly string[]> {
  const root = path.join(ROOT, 'test/gallery');
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    cacheDir: path.join(ROOT, 'node_modules/.vite/gallery-pictures'),
    server: { host: '127.0.0.1', port: 0 },
  });
  try {
    await server.listen();
    const address = server.resolvedUrls?.local[0];
    if (address === undefined) throw new Error('The gallery has no address.');
    const files: string[] = [];
    for (const view of VIEWS) {
      for (const surface of Object.keys(WINDOWS) as Surface[]) {
        const name = `${surface}-${view.name}`;
        if (!wanted(name)) continue;
        const context = await browser.newContext({ ...view.medium, reducedMotion: 'reduce' });
        try {
          const pictures = await statesOf(context, address, surface, view);
          files.push(...(await writeSheets(context, folder, name, pictures)));
        } finally {
          await context.close();
        }
      }
    }
    return files;
  } finally {
    await server.close();
  }
}

async function statesOf(
  context: BrowserContext,
  address: string,
  surface: Surface,
  { language, width, isWhole = false }: View,
): Promise<readonly Picture[]> {
  const page = await context.newPage();
  const open = async (state: string): Promise<void> => {
    await page.goto(`${address}?language=${language}#${state}`);
    await page.locator(`html[data-shown="${state}"]`).waitFor({ state: 'attached' });
  };
  await open('');
  const states = (await page.locator('html').getAttribute('data-states'))?.split(' ') ?? [];
  const pictures: Picture[] = [];
  const { height } = WINDOWS[surface];
  await page.setViewportSize({ width: width ?? WINDOWS[surface].width, height });
  for (const state of states.filter((one) => one.startsWith(`${surface}-`))) {
    await open(state);
    if (isWhole) await page.addStyleTag({ content: '.card.card{max-block-size:none}' });
    pictures.push(await wholePage(page, state));
  }
  await page.close();
  return pictures;
}
