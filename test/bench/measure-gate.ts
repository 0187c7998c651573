import path from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { CHROMIUM_FLAGS } from '../../scripts/browsers/chromium-flags.ts';
import { packFolder } from '../../scripts/packs/folders.ts';
import { readPackFiles } from '../../scripts/packs/pack-files.ts';
import { ROOT } from '../../scripts/root.ts';
import { servePages } from '../../scripts/serve/page-server.ts';
import { type Gate, gateOf } from '../../utils/match/gate.ts';
import { indexInputOf } from '../../utils/pack/index-input-of.ts';
import { loadPack } from '../../utils/pack/load.ts';
import type { GateMeasurements } from './in-unrelated-page.ts';
import { unrelatedPage } from './unrelated-page.ts';

const WORDS = 10_000;
const PAGES = 10;
const ROUNDS = 15;
/** A finer clock. */
const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/**
 * Measures what a page about something else costs, in fresh pages of real Chromium: one bare walk over
 * its text nodes against our whole look at it, each once in a new page, either first in half of the pages, and again when warm. Run alone
 * with `npx tsx test/bench/measure-gate.ts`.
 */
export async function measureGateIn(executablePath: string): Promise<GateMeasurements[]> {
  const body = unrelatedPage(WORDS);
  const script = await bundle();
  const server = await servePages((pathname) =>
    pathname === '/measure.js'
      ? { type: 'text/javascript', body: script }
      : { type: 'text/html; charset=utf-8', body, headers: ISOLATED },
  );
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
  try {
    const measured: GateMeasurements[] = [];
    for (let at = 0; at < PAGES; at += 1) {
      const page = await browser.newPage();
      await page.goto(`${server.origin}/else.html`);
      await page.addScriptTag({ url: `${server.origin}/measure.js` });
      measured.push(
        await page.evaluate(
          ([gates, rounds, walksFirst]) => {
            const { measureGate } = globalThis as unknown as {
              measureGate(g: readonly Gate[], r: number, w: boolean): Promise<GateMeasurements>;
            };
            return measureGate(gates, rounds, walksFirst);
          },
          [gates(), ROUNDS, at % 2 === 0] as const,
        ),
      );
      await page.close();
    }
    return measured;
  } finally {
    await browser.close();
    await server.close();
  }
}

/** What the measurements come to, in lines to print. */
export function describeGate(measured: readonly GateMeasurements[]): string[] {
  const [one] = measured;
  if (one === undefined) return [];
  const of = (pick: (m: GateMeasurements) => number) => {
    const sorted = measured.map(pick).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  };
  const line = (name: string, walk: number, gate: number) =>
    `  ${name.padEnd(34)}  walk ${walk.toFixed(2)} ms, Parallax ${gate.toFixed(2)} ms: ${(gate / walk).toFixed(2)} ×`;
  return [
    `A page of ${one.words} words about something else (${one.textNodes} text nodes), median of ${measured.length} pages:`,
    line(
      'once, in a new page',
      of((m) => m.walk.first),
      of((m) => m.gate.first),
    ),
    line(
      'warm',
      of((m) => m.walk.median),
      of((m) => m.gate.median),
    ),
  ];
}

function gates(): Gate[] {
  const { pack } = loadPack(readPackFiles(packFolder('china-russia')));
  if (!pack) throw new Error('The pack china-russia does not load; see npm run packs:check.');
  const { pack: about, subject } = indexInputOf(pack);
  return [gateOf(about.id, subject)];
}

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    build: {
      write: false,
      lib: {
        entry: path.join(ROOT, 'test/bench/in-unrelated-page.ts'),
        formats: ['iife'],
        name: 'bench',
      },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : null;
  if (!chunk) throw new Error('The bundle for measuring is empty.');
  return chunk.code;
}
