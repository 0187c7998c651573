import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { CHROMIUM_FLAGS } from '../../scripts/browsers/chromium-flags.ts';
import { ensureBrowser } from '../../scripts/browsers/install.ts';
import { launchChromium } from '../../scripts/browsers/launch-chromium.ts';
import { packFolder } from '../../scripts/packs/folders.ts';
import { readPackFiles } from '../../scripts/packs/pack-files.ts';
import { ROOT } from '../../scripts/root.ts';
import { type ServedPage, servePages } from '../../scripts/serve/page-server.ts';
import { buildExtension, OUTPUT } from '../../scripts/start/build.ts';
import { indexInputOf } from '../../utils/pack/index-input-of.ts';
import { loadPack } from '../../utils/pack/load.ts';
import { articleOf } from './article.ts';
import type { Measurements } from './in-page.ts';
import { describeGate, measureGateIn } from './measure-gate.ts';

const WORDS = 10_000;
const ROUNDS = 15;
const CONTENT_SCRIPT_BAR = 64 * 1024;
/** An isolated page is given a finer clock. */
const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};
const INDEX = path.join(ROOT, 'public/packs/china-russia.plx');
const CONTENT_SCRIPT = path.join(ROOT, OUTPUT.chromium, 'content-scripts/annotate.js');

const say = (text = ''): void => {
  process.stdout.write(`${text}\n`);
};

async function bench(): Promise<void> {
  const browser = await ensureBrowser('chromium', say);
  if (!process.argv.includes('--no-build') || !existsSync(INDEX))
    await buildExtension(['chromium']);
  const server = await servePages(await pages());
  try {
    printScan(await measureScan(browser.path, server.origin));
    await printPainting(browser.path, server.origin);
    for (const line of describeGate(await measureGateIn(browser.path))) say(line);
  } finally {
    await server.close();
  }
  printSizes();
}

/** The article, the bundle that measures, and the index, on one origin. */
async function pages(): Promise<(pathname: string) => ServedPage | null> {
  const article = articleOf(WORDS);
  const script = await bundle();
  const index = readFileSync(INDEX);
  return (pathname) => {
    if (pathname === '/article.html') {
      return { type: 'text/html; charset=utf-8', body: article, headers: ISOLATED };
    }
    if (pathname === '/measure.js') return { type: 'text/javascript', body: script };
    if (pathname === '/index.plx') return { type: 'application/octet-stream', body: index };
    return null;
  };
}

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    build: {
      write: false,
      lib: { entry: path.join(ROOT, 'test/bench/in-page.ts'), formats: ['iife'], name: 'bench' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : null;
  if (!chunk) throw new Error('The bundle for measuring is empty.');
  return chunk.code;
}

async function measureScan(executablePath: string, origin: string): Promise<Measurements> {
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
  try {
    const page = await browser.newPage();
    await page.goto(`${origin}/article.html`);
    await page.addScriptTag({ url: `${origin}/measure.js` });
    return await page.evaluate(
      ([index, clauses, rounds]) =>
        (
          globalThis as unknown as {
            measureParallax(i: string, c: readonly string[], r: number): Promise<Measurements>;
          }
        ).measureParallax(index, clauses, rounds),
      [`${origin}/index.plx`, clauseTexts(), ROUNDS] as const,
    );
  } finally {
    await browser.close();
  }
}

/** The same clauses as the index holds: every wording that is somebody's words, in each language. */
function clauseTexts(): string[] {
  const { pack } = loadPack(readPackFiles(packFolder('china-russia')));
  if (!pack) throw new Error('The pack china-russia does not load; see npm run packs:check.');
  return indexInputOf(pack)
    .items.filter(({ kind }) => kind === 'clause')
    .flatMap(({ wordings }) => wordings.filter(({ origin }) => origin !== 'ours'))
    .map(({ text }) => text);
}

function printScan(measured: Measurements): void {
  const scan = median(measured.scan);
  const marking = median(measured.markJs);
  say(`A page of ${measured.words} words, median of ${ROUNDS} rounds in Chromium (first round):`);
  row('bare walk over the text nodes', measured.walk);
  row('Parallax: reading the text', measured.extract);
  row('Parallax: matching', measured.match);
  row('Parallax: the scan (both)', measured.scan);
  row('mark.js marking the same clauses', measured.markJs);
  say(`  ratio mark.js : Parallax            ${(marking / scan).toFixed(1)} : 1`);
  say(`  found: ${measured.matches} matches by Parallax, ${measured.marked} marks by mark.js`);
  say(`  opening the index                   ${measured.open.toFixed(2)} ms`);
}

/** From the page's load event to the first frame with highlights, through the extension as built. */
async function printPainting(executable: string, origin: string): Promise<void> {
  const profile = mkdtempSync(path.join(tmpdir(), 'parallax-bench-'));
  const extension = path.join(ROOT, OUTPUT.chromium);
  const run = await launchChromium({ executable, extension, profile, headless: true });
  try {
    const times: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      const page = await run.context.newPage();
      await page.goto(`${origin}/article.html`);
      times.push(await page.evaluate(untilPainted));
      await page.close();
    }
    const [cold = 0, ...warm] = times;
    say(
      `  highlights painted after load       ${cold.toFixed(0)} ms cold, ${median(warm).toFixed(0)} ms warm`,
    );
  } finally {
    await run.context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Runs in the page: milliseconds from the load event to the first frame that has highlights. */
async function untilPainted(): Promise<number> {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  while (![...CSS.highlights.values()].some(({ size }) => size > 0)) {
    if (performance.now() > 30_000) throw new Error('No highlight within 30 s.');
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return performance.now() - (navigation?.loadEventEnd ?? 0);
}

function printSizes(): void {
  const index = statSync(INDEX).size;
  const script = readFileSync(CONTENT_SCRIPT);
  const verdict = script.length <= CONTENT_SCRIPT_BAR ? 'within' : 'ABOVE';
  say(`  index file                          ${kilobytes(index)}`);
  say(
    `  content script, minified            ${kilobytes(script.length)} (${kilobytes(gzipSync(script).length)} gzipped), ${verdict} the bar of 64 kB`,
  );
  if (script.length > CONTENT_SCRIPT_BAR) process.exitCode = 1;
}

function row(name: string, times: readonly number[]): void {
  const first = times[0]?.toFixed(2) ?? '-';
  say(`  ${name.padEnd(34)}  ${median(times).toFixed(2)} ms (${first} ms)`);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} kB`;
}

await bench();
