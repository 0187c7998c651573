import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { ensureBrowser } from '../../scripts/browsers/install.ts';
import { launchChromium } from '../../scripts/browsers/launch-chromium.ts';
import { ROOT } from '../../scripts/root.ts';
import { servePages } from '../../scripts/serve/page-server.ts';
import { buildExtension, OUTPUT } from '../../scripts/start/build.ts';
import { startRefusingProxy } from '../e2e/support/refusing-proxy.ts';

/**
 * `npm run soak`: a page that changes 200 nodes a second, and one that is navigated 500 times without
 * being loaded anew. Prints memory after a warm-up and at the end, the longest task of ours, and
 * whether the marks are right at the end. `--seconds N` and `--navigations N` make it shorter. Of the
 * memory, the machine code that the browser makes of scripts is told apart: it grows until all that runs
 * often is compiled, and is no memory of ours that anything could be lost in.
 */
const SECONDS = numberAfter('--seconds', 180);
const NAVIGATIONS = numberAfter('--navigations', 500);
const NODES_A_SECOND = 200;
/** Most growth of memory after the warm-up, as a share, and longest task in milliseconds. */
const GROWTH = 0.1;
const LONGEST_TASK = 50;
/** Share of memory by which compiled code grows at most in a round that ends the warm-up, and most such rounds. */
const STILL = 0.02;
const MOST_ROUNDS = 5;

const QUOTED =
  'The Russian side said that Russia-China relations are built on the basis of mutual equality and mutual respect, in Moscow.';
const BODY = `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Soak</title><p>China and Russia.</p><main></main></html>`;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

function numberAfter(name: string, otherwise: number): number {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}

interface Soaked {
  readonly warm: Memory;
  readonly end: Memory;
  readonly longest: number;
  readonly marks: number;
  readonly wanted: number;
}

/** Bytes that scripts of all worlds of the page hold once what nobody needs is gone, and those of code. */
async function memoryOf(session: CDPSession): Promise<Memory> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return { all: usedSize, code: await codeSize(session) };
}

interface Memory {
  readonly all: number;
  readonly code: number;
}

/** Bytes of compiled code in a snapshot of the heap. */
async function codeSize(session: CDPSession): Promise<number> {
  const chunks: string[] = [];
  const collect = ({ chunk }: { readonly chunk: string }): void => {
    chunks.push(chunk);
  };
  session.on('HeapProfiler.addHeapSnapshotChunk', collect);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', collect);
  const { snapshot, nodes } = JSON.parse(chunks.join('')) as HeapSnapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  const code = types[type]?.indexOf('code') ?? -1;
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += fields.length) {
    if (nodes[at + type] === code) bytes += nodes[at + size] ?? 0;
  }
  return bytes;
}

/** As far as it is read here. */
interface HeapSnapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly (readonly string[])[];
    };
  };
  readonly nodes: readonly number[];
}

async function mutate(page: Page, session: CDPSession): Promise<Soaked> {
  await page.evaluate(
    ([quoted, count]) => {
      const main = document.querySelector('main') as HTMLElement;
      for (let at = 0; at < 400; at += 1) main.append(document.createElement('p'));
      let round = 0;
      const timer = setInterval(() => {
        for (let at = 0; at < count / 20; at += 1) {
          round += 1;
          const old = main.children[round % main.children.length];
          const fresh = document.createElement('p');
          fresh.textContent =
            round % 40 === 0 ? quoted : `Line ${round} of the day, with some words.`;
          old?.replaceWith(fresh);
        }
      }, 50);
      Object.assign(globalThis, { soakTimer: timer });
    },
    [QUOTED, NODES_A_SECOND] as const,
  );
  await page.waitForTimeout((SECONDS * 1000) / 6);
  const warm = await memoryOf(session);
  await page.waitForTimeout((SECONDS * 1000 * 5) / 6);
  await page.evaluate(() =>
    clearInterval((globalThis as unknown as { soakTimer: number }).soakTimer),
  );
  await page.mouse.click(3, 3);
  await page.waitForTimeout(3000);
  return { warm, end: await memoryOf(session), longest: 0, ...(await marksOf(page)) };
}

async function navigate(page: Page, session: CDPSession): Promise<Soaked> {
  // The page does it by itself: each call from outside would leave a compiled script behind in it.
  const stroll = (from: number, to: number) =>
    page.evaluate(
      ([quoted, first, last]) =>
        new Promise<void>((resolve) => {
          let number = first;
          const timer = setInterval(() => {
            number += 1;
            history.pushState(null, '', `/soak/${number}`);
            const texts = Array.from(
              { length: 60 },
              (_, line) => `Line ${line} of page ${number}.`,
            );
            const paragraphs = [...texts, quoted].map((words) =>
              Object.assign(document.createElement('p'), { textContent: words }),
            );
            document.querySelector('main')?.replaceChildren(...paragraphs);
            if (number < last) return;
            clearInterval(timer);
            resolve();
          }, 60);
        }),
      [QUOTED, from, to] as const,
    );
  const strollAndRest = async (round: number): Promise<Memory> => {
    await stroll(round * NAVIGATIONS, (round + 1) * NAVIGATIONS);
    await page.waitForTimeout(3000);
    return memoryOf(session);
  };
  // The warm-up lasts until the browser has compiled what it sees run again and again: on a busy machine it
  // comes to that later.
  let round = 1;
  let before = await strollAndRest(0);
  let warm = await strollAndRest(round);
  for (; warm.code - before.code > STILL * before.all && round < MOST_ROUNDS; round += 1) {
    before = warm;
    warm = await strollAndRest(round + 1);
  }
  const end = await strollAndRest(round + 1);
  say(`navigations: warm after ${(round + 1) * NAVIGATIONS}`);
  return { warm, end, longest: 0, ...(await marksOf(page)) };
}

/** How many quotations the page shows as marked, and how many it holds. */
async function marksOf(page: Page): Promise<{ marks: number; wanted: number }> {
  return page.evaluate((quoted) => {
    const ranges = [...(CSS.highlights.get('parallax-clause') ?? [])] as Range[];
    const marked = ranges.filter((range) => quoted.includes(String(range)) && !range.collapsed);
    const holders = new Set(marked.map(({ startContainer }) => startContainer.parentElement));
    const wanted = [...document.querySelectorAll('p')].filter((p) => p.textContent === quoted);
    const right = wanted.filter((p) => holders.has(p)).length;
    return { marks: holders.size === right ? right : -1, wanted: wanted.length };
  }, QUOTED);
}

/** The longest stretch in milliseconds for which scripts of the extension held the page while `work` ran. */
async function withTrace(session: CDPSession, work: () => Promise<Soaked>): Promise<Soaked> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as readonly TraceEvent[]) {
      if (event.name === 'RunMicrotasks' || isOurs(event)) events.push(event);
    }
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8.execute'] },
  });
  const soaked = await work();
  const done = new Promise<void>((resolve) =>
    session.once('Tracing.tracingComplete', () => resolve()),
  );
  await session.send('Tracing.end');
  await done;
  // Microtasks name no script; on these pages, which have none of their own, all are the extension's.
  const threads = new Set(events.filter(isOurs).map(({ pid, tid }) => `${pid}/${tid}`));
  const ours = events.filter(({ pid, tid }) => threads.has(`${pid}/${tid}`));
  const longest = ours.reduce((most, { dur = 0, tdur = dur }) => Math.max(most, tdur / 1000), 0);
  return { ...soaked, longest };
}

function isOurs({ args }: TraceEvent): boolean {
  return Boolean(args?.data?.url?.startsWith('chrome-extension:'));
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds by the clock on the wall, and of the processor where the system tells. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

function report(name: string, { warm, end, longest, marks, wanted }: Soaked): void {
  const growth = end.all / warm.all - 1;
  const code = (end.code - warm.code) / warm.all;
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const mega = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;
  say(
    `${name}: memory ${mega(warm.all)} after warm-up, ${mega(end.all)} at the end (${percent(growth)}, of which compiled code ${percent(code)}); longest task of ours ${longest.toFixed(1)} ms; ${marks} of ${wanted} quotations marked`,
  );
  if (growth > GROWTH || longest > LONGEST_TASK || marks !== wanted || wanted === 0) {
    process.exitCode = 1;
  }
}

async function soak(): Promise<void> {
  const browser = await ensureBrowser('chromium', say);
  if (!process.argv.includes('--no-build')) await buildExtension(['chromium']);
  const profile = mkdtempSync(path.join(tmpdir(), 'parallax-soak-'));
  const server = await servePages(() => ({ type: 'text/html; charset=utf-8', body: BODY }));
  const proxy = await startRefusingProxy();
  const extension = path.join(ROOT, OUTPUT.chromium);
  const run = await launchChromium({
    executable: browser.path,
    extension,
    profile,
    headless: true,
    flags: [`--proxy-server=http://127.0.0.1:${proxy.port}`],
  });
  try {
    for (const [name, work] of [
      [`${NODES_A_SECOND} nodes a second for ${SECONDS} s`, mutate],
      [`${NAVIGATIONS} navigations`, navigate],
    ] as const) {
      const page = await run.context.newPage();
      await page.goto(`${server.origin}/soak`);
      const session = await run.context.newCDPSession(page);
      report(name, await withTrace(session, () => work(page, session)));
      await page.close();
    }
  } finally {
    await run.context.close();
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    await proxy.close();
  }
}

await soak();
