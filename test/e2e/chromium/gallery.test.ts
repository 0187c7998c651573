import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM_FLAGS } from '../../../scripts/browsers/chromium-flags.ts';
import { findBrowser } from '../../../scripts/browsers/find.ts';
import { INTERFACE_LANGUAGES } from '../../../utils/i18n/translate.ts';

const ROOT = path.resolve(import.meta.dirname, '../../gallery');

let server: ViteDevServer;
let browser: Browser;
let address: string;
let states: readonly string[];

beforeAll(async () => {
  const found = findBrowser('chromium');
  if (found === null)
    throw new Error('Chromium was not found. Install it, for example with apt-get.');
  server = await createServer({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    cacheDir: path.resolve(ROOT, '../../node_modules/.vite/gallery'),
    server: { host: '127.0.0.1', port: 0 },
  });
  await server.listen();
  address = server.resolvedUrls?.local[0] ?? '';
  browser = await chromium.launch({ executablePath: found.path, args: [...CHROMIUM_FLAGS] });
  states = await inPage({}, async (page) => {
    await open(page, '', '');
    return (await page.locator('html').getAttribute('data-states'))?.split(' ') ?? [];
  });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

type Medium = Parameters<Browser['newContext']>[0];

async function inPage<T>(medium: Medium, run: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext(medium);
  try {
    return await run(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Shows one state; going from state to state loads nothing anew. */
async function open(page: Page, state: string, query = ''): Promise<void> {
  await page.goto(`${address}?${query}#${state}`);
  await page.locator(`html[data-shown="${state}"]`).waitFor({ state: 'attached' });
}

/** One card alone is no page: landmarks and a first heading are the page's. */
const OF_WHOLE_PAGES = ['page-has-heading-one', 'landmark-one-main', 'region'];

const MEDIA = [
  { name: 'light', medium: { colorScheme: 'light' }, without: OF_WHOLE_PAGES },
  { name: 'dark', medium: { colorScheme: 'dark' }, without: OF_WHOLE_PAGES },
  // The system paints there; what axe would compare are our colours, which nobody sees.
  {
    name: 'forced colours',
    medium: { forcedColors: 'active' },
    without: [...OF_WHOLE_PAGES, 'color-contrast'],
  },
] as const satisfies readonly { name: string; medium: Medium; without: string[] }[];

test.each(MEDIA)('axe finds nothing on any state with $name', async ({ medium, without }) => {
  await inPage(medium, async (page) => {
    for (const state of states) {
      await open(page, state);
      const { violations } = await new AxeBuilder({ page }).disableRules([...without]).analyze();
      const faults = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      expect({ state, faults }).toEqual({ state, faults: [] });
    }
  });
});

test('the gallery holds every surface', () => {
  expect(states.length).toBeGreaterThan(30);
  for (const surface of ['card-', 'page-', 'list-', 'options-', 'welcome-']) {
    expect(states.some((state) => state.startsWith(surface))).toBe(true);
  }
});

/** What sticks out of its window sideways, and controls that are smaller than 24 px. */
async function geometryFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const name = (element: Element): string =>
      `${element.tagName}.${element.className} "${element.textContent?.slice(0, 30)}"`;
    if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways');
    for (const element of document.querySelectorAll('body *')) {
      const box = element.getBoundingClientRect();
      const isSeen = box.width > 1 && box.height > 1;
      if (isSeen && (box.right > innerWidth + 0.5 || box.left < -0.5)) {
        faults.push(`${name(element)} sticks out`);
      }
      // A box that is ticked is pressed by its label.
      const isTicked = element.matches('[type="checkbox"], [type="radio"]');
      if (element.matches('button, select, input, textarea') && isSeen && !isTicked) {
        if (box.width < 24 || box.height < 24) faults.push(`${name(element)} is too small`);
      }
    }
    return faults;
  });
}

test.each([
  ...INTERFACE_LANGUAGES.map((language) => ({ language, width: 320 })),
  { language: 'en', width: 1100 },
])(
  'every state in $language fits a window $width px wide, with controls of 24 px',
  async ({ language, width }) => {
    await inPage({ viewport: { width, height: 720 } }, async (page) => {
      for (const state of states) {
        await open(page, state, `language=${language}`);
        expect({ state, faults: await geometryFaults(page) }).toEqual({ state, faults: [] });
      }
    });
  },
);

describe('the card on a page that is hard to live on', () => {
  test('keeps its size, type, colours and direction', async () => {
    const measure = (page: Page) =>
      page.locator('[role=dialog]').evaluate((card) => {
        const style = getComputedStyle(card);
        const { width, height } = card.getBoundingClientRect();
        const button = getComputedStyle(card.querySelector('.button.main') ?? card);
        return {
          width,
          height,
          font: style.font,
          ink: style.color,
          direction: style.direction,
          button: [button.font, button.padding, button.backgroundColor],
        };
      });
    await inPage({ viewport: { width: 900, height: 700 } }, async (page) => {
      await open(page, 'card-part', 'in-shadow');
      const calm = await measure(page);
      await open(page, 'card-part', 'in-shadow&hostile');
      expect(await measure(page)).toEqual(calm);
      expect(calm.direction).toBe('ltr');
      expect(calm.font).toContain('14px');
    });
  });

  test('is never higher than the window, and its body can be scrolled by keyboard', async () => {
    await inPage({ viewport: { width: 360, height: 400 } }, async (page) => {
      await open(page, 'card-long');
      const card = await page.locator('[role=dialog]').boundingBox();
      expect(card?.height).toBeLessThanOrEqual(384);
      const body = page.locator('.scroll');
      await body.focus();
      await page.keyboard.press('End');
      await expect.poll(() => body.evaluate((element) => element.scrollTop)).toBeGreaterThan(100);
      expect(await page.locator('.foot').isVisible()).toBe(true);
    });
  });
});

test('no state moves anything where the reader asked for no motion', async () => {
  /** Elements with a transition, or an animation that runs by the clock: what follows the scrolling is none. */
  const moving = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter((element) => {
          const { transitionDuration, scrollBehavior } = getComputedStyle(element);
          const runs = element
            .getAnimations()
            .some(({ timeline }) => timeline === document.timeline);
          return runs || scrollBehavior === 'smooth' || /[1-9]/.test(transitionDuration);
        })
        .map(({ className }) => String(className)),
    );
  await inPage({ reducedMotion: 'reduce' }, async (page) => {
    for (const state of states) {
      await open(page, state);
      expect({ state, moving: await moving(page) }).toEqual({ state, moving: [] });
    }
  });
  await inPage({ reducedMotion: 'no-preference' }, async (page) => {
    await open(page, 'card-part');
    expect(await moving(page)).not.toEqual([]);
  });
});
