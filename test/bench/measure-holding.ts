import { servePages } from '../../scripts/serve/page-server.ts';
import { longPage } from '../e2e/support/bad-pages.ts';
import { type Chromium, type ChromiumPage, startChromium } from '../e2e/support/chromium.ts';
import { followsStorm } from '../e2e/support/follows-storm.ts';
import { HEAVY_PAGES } from '../e2e/support/heavy-pages.ts';
import { highlightsOn, MATCHES, manyMatchesPage, USES } from '../e2e/support/many-matches.ts';
import { longestTasks } from '../e2e/support/our-tasks.ts';
import { pause, settledMarks, until } from '../e2e/support/waiting.ts';
import { barred, median, ms, type Row, type Section } from './report.ts';

const ROUNDS = 3;
/** Rounds of what a browser takes a minute for by itself. */
const SLOW_ROUNDS = 1;
/** Longest time in milliseconds that the extension may hold a page's thread. */
const BAR = 50;
const LONG = 120_000;
/** What runs in the page, not what runs in the panel beside it. */
const IN_PAGE = /^chrome-extension:.*(?:content-scripts|card\.js|marks\.js)/u;
const MILLION = 1_000_000;

type Work = (page: ChromiumPage, origin: string) => Promise<void>;

/** Opens the page at `path`, and waits until it has a highlight, or, where none is to come, a while. */
const reading =
  (path: string, isBuilt = 'true', comes = true): Work =>
  async (page, origin) => {
    await page.page.goto(origin + path, { waitUntil: 'commit' });
    const read = async () =>
      (await page.evaluate<boolean>(isBuilt)) && (await highlightsOn(page)) > 0 ? true : null;
    if (comes) await until('a highlight', read, LONG);
    await pause(comes ? 1_000 : 3_000);
  };

const PAGES: readonly (readonly [what: string, work: Work, rounds?: number])[] = [
  ['a page of a million words, about the subject', reading('/subject.html')],
  ['the same, about something else', reading('/else.html', 'true', false)],
  ['a page of a million nodes', reading('/nodes.html')],
  ['ten megabytes in one node', reading('/text.html')],
  [
    'five thousand frames, of which the browser makes a thousand',
    reading('/thousands.html', 'window.length >= 1000'),
    SLOW_ROUNDS,
  ],
  ['two thousand changes a second', (page, origin) => followsStorm(page, `${origin}/storm.html`)],
];

/**
 * How long the extension holds the thread of pages that are hard on it: its longest task, in the
 * processor's time and without the browser's own collecting of garbage (see `longestTasks`), in the
 * middle of some rounds.
 */
export async function measureHolding(): Promise<Section> {
  const bodies: Readonly<Record<string, () => string>> = {
    '/subject.html': () => longPage(MILLION, true),
    '/else.html': () => longPage(MILLION, false),
    '/talks.html': manyMatchesPage,
  };
  const server = await servePages((path) => {
    const body = bodies[path]?.();
    return body === undefined
      ? (HEAVY_PAGES[path]?.() ?? null)
      : { type: 'text/html; charset=utf-8', body };
  });
  const browser = await startChromium();
  try {
    const rows: Row[] = [];
    for (const [what, work, count = ROUNDS] of PAGES) {
      const longest: number[] = [];
      for (let round = 0; round < count; round += 1) {
        const page = await browser.open('about:blank');
        const tasks = await longestTasks(page, () => work(page, server.origin), {
          collector: false,
        });
        longest.push(tasks[0] ?? Number.NaN);
        await page.close();
      }
      rows.push(barred(what, median(longest), BAR, ms));
    }
    rows.push(...(await measureUses(browser, `${server.origin}/talks.html`)));
    return { title: 'The longest task of ours on pages that are hard on it', rows };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** What a reader does with a page of very many matches. */
async function measureUses(browser: Chromium, address: string): Promise<Row[]> {
  const page = await browser.open(address);
  await settledMarks(page, 1_500);
  await page.toFront();
  const rows: Row[] = [];
  for (const [what, use] of Object.entries(USES)) {
    const longest: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const tasks = await longestTasks(page, () => use(browser, page), {
        collector: false,
        scripts: IN_PAGE,
      });
      longest.push(tasks[0] ?? Number.NaN);
    }
    rows.push(barred(`a page with ${MATCHES} matches ${what}`, median(longest), BAR, ms));
  }
  return rows;
}
