import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS } from '../../scripts/browsers/chromium-flags.ts';
import { launchChromium } from '../../scripts/browsers/launch-chromium.ts';
import { ROOT } from '../../scripts/root.ts';
import { OUTPUT } from '../../scripts/start/build.ts';
import { longestTasks } from '../e2e/support/our-tasks.ts';
import { type Weight, type Weights, weigh } from './page-weight.ts';
import { barred, median, megabytes, ms, type Section } from './report.ts';

const COLD_ROUNDS = 11;
const WARM_ROUNDS = 16;
/** Pages that a worker has read before it counts as warm. */
const READ_BEFORE = 4;
interface Addresses {
  /** About the subject, 10,000 words: in long paragraphs, and full of elements. */
  readonly article: string;
  readonly dense: string;
  /** The first of them with a head that says nothing of the subject. */
  readonly silent: string;
  /** About something else. */
  readonly unrelated: string;
}

/** What a page costs with the extension as built, beside the same page without it. */
export async function measureExtension(
  executable: string,
  addresses: Addresses,
): Promise<Section[]> {
  const without = await withContext(executable, 'bare', (context) => weigh(context, addresses));
  const weights = await withContext(executable, 'extension', async (context) => {
    await settle(context);
    return weigh(context, addresses);
  });
  return withContext(executable, 'extension and marker', async (context) => {
    await settle(context);
    const painted = await measurePainting(context, addresses.article);
    const dense = await measurePainting(context, addresses.dense);
    const silent = await measureCold(context, addresses.silent);
    const more = (pick: (one: Weight) => number, page: keyof Weights) =>
      pick(weights[page]) - pick(without[page]);
    const beside = (page: keyof Weights, name: string) => ({
      what: `${name}: main thread busy until at rest, without and with the extension`,
      measured: `${ms(without[page].busy)}, ${ms(weights[page].busy)}`,
    });
    return [
      {
        title: 'A page of 10,000 words, through the extension as built',
        rows: [
          barred(
            'all highlights painted after document idle, worker cold',
            painted.cold.afterIdle,
            150,
            ms,
          ),
          barred(
            'the same, where nothing in its head says what the page is about',
            silent.afterIdle,
            150,
            ms,
          ),
          barred('all highlights, worker warm', painted.warm.afterIdle, 50, ms),
          {
            what: 'the first of them after document idle: worker cold, cold and not announced, warm',
            measured: [painted.cold, silent, painted.warm]
              .map(({ firstAfterIdle }) => ms(firstAfterIdle))
              .join(', '),
          },
          {
            what: 'all, counted from the load event: worker cold, warm',
            measured: `${ms(painted.cold.afterLoad)}, ${ms(painted.warm.afterLoad)}`,
          },
          {
            what: 'page full of links, all after document idle: worker cold, warm',
            measured: `${ms(dense.cold.afterIdle)}, ${ms(dense.warm.afterIdle)}`,
          },
          barred('longest task of ours on the page', painted.longest, 16, ms),
          barred('the same, page full of links', dense.longest, 16, ms),
          beside('article', 'about the subject'),
          beside('unrelated', 'about something else'),
          barred(
            'about something else: memory of the tab, more than without',
            Math.max(
              0,
              more(({ memory }) => memory, 'unrelated'),
            ),
            500_000,
            megabytes,
          ),
          {
            what: 'about the subject: memory of the tab, more than without',
            measured: megabytes(more(({ memory }) => memory, 'article')),
          },
        ],
      },
    ];
  });
}

async function withContext<T>(
  executable: string,
  has: 'bare' | 'extension' | 'extension and marker',
  work: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'parallax-bench-'));
  const profile = path.join(folder, 'profile');
  const context =
    has !== 'bare'
      ? (
          await launchChromium({
            executable,
            extension: path.join(ROOT, OUTPUT.chromium),
            profile,
            headless: true,
            others: has === 'extension' ? [] : [idleMarker(folder)],
          })
        ).context
      : await chromium.launchPersistentContext(profile, {
          executablePath: executable,
          headless: true,
          args: [...CHROMIUM_FLAGS],
          viewport: { width: 1280, height: 900 },
        });
  try {
    return await work(context);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Name of the mark that says on a page's own clock when it was idle. */
const IDLE_MARK = 'bench-idle';

/**
 * Lays an extension into `folder` that does nothing but set that mark, when the browser runs content scripts: a page
 * cannot tell, and a trace slows down all that it records.
 */
function idleMarker(folder: string): string {
  const marker = path.join(folder, 'idle-marker');
  mkdirSync(marker);
  const manifest = {
    manifest_version: 3,
    name: 'Idle marker of the bench',
    version: '1.0',
    content_scripts: [{ matches: ['<all_urls>'], run_at: 'document_idle', js: ['mark.js'] }],
  };
  writeFileSync(path.join(marker, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(path.join(marker, 'mark.js'), `performance.mark('${IDLE_MARK}');`);
  return marker;
}

/** What an installation does once is over: index laid out, menus made, welcome page opened. */
async function settle(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.waitForTimeout(4_000);
  for (const other of context.pages()) if (other !== page) await other.close();
}

/** Milliseconds to the first frame with highlights, and with all of them. */
interface Painted {
  /** From document idle, when the browser runs content scripts. */
  readonly firstAfterIdle: number;
  readonly afterIdle: number;
  readonly afterLoad: number;
}

async function measurePainting(
  context: BrowserContext,
  address: string,
): Promise<{ cold: Painted; warm: Painted; longest: number }> {
  const cold = await measureCold(context, address);
  const warm: Painted[] = [];
  for (let round = 0; round < WARM_ROUNDS; round += 1) {
    const page = await context.newPage();
    warm.push(await watchPainting(page, address));
    await page.close();
  }
  return {
    cold,
    warm: medianOf(warm.slice(READ_BEFORE)),
    longest: await longestOn(context, address),
  };
}

/** On pages that are opened while the worker is stopped. */
async function measureCold(context: BrowserContext, address: string): Promise<Painted> {
  const cold: Painted[] = [];
  for (let round = 0; round < COLD_ROUNDS; round += 1) {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await page.waitForTimeout(700);
    cold.push(await watchPainting(page, address));
    await page.close();
  }
  return medianOf(cold);
}

/** The longest task of the extension on the page's thread, in the processor's time; median of pages. */
async function longestOn(context: BrowserContext, address: string): Promise<number> {
  const longest: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const page = await context.newPage();
    const tasks = await longestTasks({ page }, async () => {
      await watchPainting(page, address);
      await page.waitForTimeout(300);
    });
    longest.push(tasks[0] ?? Number.NaN);
    await page.close();
  }
  return median(longest);
}

function medianOf(rounds: readonly Painted[]): Painted {
  return {
    firstAfterIdle: median(rounds.map((round) => round.firstAfterIdle)),
    afterIdle: median(rounds.map((round) => round.afterIdle)),
    afterLoad: median(rounds.map((round) => round.afterLoad)),
  };
}

/** How long the number of highlights stands still when they are all there, in milliseconds. */
const STILL = 500;

/** Opens a page and waits for its highlights. */
async function watchPainting(page: Page, address: string): Promise<Painted> {
  await page.goto(address);
  return page.evaluate(
    async ([still, mark]) => {
      const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      let first = 0;
      let count = 0;
      let last = 0;
      while (count === 0 || performance.now() - last < still) {
        if (performance.now() > 30_000) throw new Error('No highlight within 30 s.');
        const shown = [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
        if (shown !== count) last = performance.now();
        if (count === 0 && shown > 0) first = last;
        count = shown;
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      const [idle] = performance.getEntriesByName(mark);
      if (!idle) throw new Error('The page does not say when it was idle.');
      return {
        firstAfterIdle: first - idle.startTime,
        afterIdle: last - idle.startTime,
        afterLoad: last - (entry?.loadEventEnd ?? 0),
      };
    },
    [STILL, IDLE_MARK] as const,
  );
}
