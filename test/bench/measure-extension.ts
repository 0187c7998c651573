import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS } from '../../scripts/browsers/chromium-flags.ts';
import { launchChromium } from '../../scripts/browsers/launch-chromium.ts';
import { ROOT } from '../../scripts/root.ts';
import { OUTPUT } from '../../scripts/start/build.ts';
import { longestTasks, type TraceEvent, traced } from '../e2e/support/our-tasks.ts';
import { type Weight, type Weights, weigh } from './page-weight.ts';
import { barred, median, megabytes, ms, type Section } from './report.ts';

const COLD_ROUNDS = 11;
const WARM_ROUNDS = 16;
/** Pages that a worker has read before it counts as warm. */
const READ_BEFORE = 4;
/** Pages on which document idle is looked for. */
const IDLE_ROUNDS = 8;
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
  const without = await withContext(executable, false, (context) => weigh(context, addresses));
  return withContext(executable, true, async (context) => {
    await settle(context);
    const painted = await measurePainting(context, addresses.article);
    const dense = await measurePainting(context, addresses.dense);
    const silent = await measureCold(context, addresses.silent);
    const weights = await weigh(context, addresses);
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
            'the same, where nothing but its text says what the page is about',
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
            measured: `${ms(painted.cold.all)}, ${ms(painted.warm.all)}`,
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
  hasExtension: boolean,
  work: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const profile = mkdtempSync(path.join(tmpdir(), 'parallax-bench-'));
  const context = hasExtension
    ? (
        await launchChromium({
          executable,
          extension: path.join(ROOT, OUTPUT.chromium),
          profile,
          headless: true,
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
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What an installation does once is over: index laid out, menus made, welcome page opened. */
async function settle(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.waitForTimeout(4_000);
  for (const other of context.pages()) if (other !== page) await other.close();
}

/** Milliseconds from the page's load event to the first frame with highlights, and with all of them. */
interface Painted {
  readonly first: number;
  readonly all: number;
}

/** The same from the moment at which the browser runs the content script: document idle. */
interface AfterIdle extends Painted {
  readonly firstAfterIdle: number;
  readonly afterIdle: number;
}

async function measurePainting(
  context: BrowserContext,
  address: string,
): Promise<{ cold: AfterIdle; warm: AfterIdle; longest: number }> {
  const cold = await paintedCold(context, address);
  const warm: Painted[] = [];
  for (let round = 0; round < WARM_ROUNDS; round += 1) {
    const page = await context.newPage();
    warm.push(await watchPainting(page, address));
    await page.close();
  }
  const ahead = await idleBeforeLoad(context, address);
  return {
    cold: medianOf(cold, ahead),
    warm: medianOf(warm.slice(READ_BEFORE), ahead),
    longest: await longestOn(context, address),
  };
}

async function measureCold(context: BrowserContext, address: string): Promise<AfterIdle> {
  const cold = await paintedCold(context, address);
  return medianOf(cold, await idleBeforeLoad(context, address));
}

/** Pages that are opened while the worker is stopped. */
async function paintedCold(context: BrowserContext, address: string): Promise<Painted[]> {
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
  return cold;
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

function medianOf(rounds: readonly Painted[], ahead: number): AfterIdle {
  const all = median(rounds.map((round) => round.all));
  const first = median(rounds.map((round) => round.first));
  return { first, all, firstAfterIdle: first + ahead, afterIdle: all + ahead };
}

/** How long the number of highlights stands still when they are all there, in milliseconds. */
const STILL = 500;

/** Name of the mark by which the page's clock and the trace's are one. */
const CLOCK = 'bench-clock';

/**
 * By how many milliseconds document idle comes before the load event: median of pages. A page cannot tell, a
 * trace can, but it makes all that it records slower; so painting is timed on other pages, without one.
 */
async function idleBeforeLoad(context: BrowserContext, address: string): Promise<number> {
  const ahead: number[] = [];
  for (let round = 0; round < IDLE_ROUNDS; round += 1) {
    const page = await context.newPage();
    const { events, done } = await traced(
      { page },
      ['devtools.timeline', 'blink.user_timing'],
      () => watchPainting(page, address),
    );
    const mark = events.findLast(({ name }) => name === CLOCK);
    const script = events.find(isContentScript);
    if (!mark || !script) throw new Error('The trace does not say when the content script ran.');
    ahead.push(done.loaded - (done.clock - (mark.ts - script.ts) / 1000));
    await page.close();
  }
  return median(ahead);
}

function isContentScript({ name, args }: TraceEvent): boolean {
  return name === 'EvaluateScript' && /\/annotate\.js$/u.test(args?.data?.url ?? '');
}

/** Opens a page and waits for its highlights. `loaded` and `clock` are by the page's clock, in milliseconds. */
async function watchPainting(page: Page, address: string) {
  await page.goto(address);
  return page.evaluate(
    async ([still, name]) => {
      const clock = performance.mark(name).startTime;
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
      const loaded = entry?.loadEventEnd ?? 0;
      return { first: first - loaded, all: last - loaded, loaded, clock };
    },
    [STILL, CLOCK] as const,
  );
}
