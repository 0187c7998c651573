import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS } from '../../scripts/browsers/chromium-flags.ts';
import { packFolder } from '../../scripts/packs/folders.ts';
import { readPackFiles } from '../../scripts/packs/pack-files.ts';
import { servePages } from '../../scripts/serve/page-server.ts';
import { type Gate, gateOf } from '../../utils/match/gate.ts';
import { indexInputOf } from '../../utils/pack/index-input-of.ts';
import { loadPack } from '../../utils/pack/load.ts';
import { bundle, ISOLATED } from './bench-page.ts';
import type { GateMeasurements } from './in-unrelated-page.ts';
import { barred, median, ms, type Section, times } from './report.ts';
import { unrelatedPage } from './unrelated-page.ts';

const WORDS = 10_000;
const PAGES = 10;
const ROUNDS = 15;
/**
 * Measures what a page about something else costs, in fresh pages of real Chromium: one bare walk over
 * its text nodes against our whole look at it, each once in a new page, either
 * first in half of the pages, and again when warm.
 */
export async function measureGateIn(executablePath: string): Promise<GateMeasurements[]> {
  const body = unrelatedPage(WORDS);
  const script = await bundle('test/bench/in-unrelated-page.ts');
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

/** What the measurements come to. */
export function sectionOfGate(measured: readonly GateMeasurements[]): Section {
  const [one] = measured;
  const of = (pick: (m: GateMeasurements) => number) => median(measured.map(pick));
  const rows = (name: string, part: 'walk' | 'gate') =>
    [of((m) => m[part].first), of((m) => m[part].median)].map((value, at) => ({
      what: `${name}, ${at === 0 ? 'once, in a new page' : 'warm'}`,
      measured: ms(value),
    }));
  return {
    title: `A page of ${one?.words} words about something else (${one?.textNodes} text nodes), median of ${measured.length} pages`,
    rows: [
      ...rows('bare walk', 'walk'),
      ...rows('Parallax', 'gate'),
      barred(
        'Parallax : bare walk, once',
        of((m) => m.gate.first) / of((m) => m.walk.first),
        BAR,
        times,
      ),
      barred(
        'Parallax : bare walk, warm',
        of((m) => m.gate.median) / of((m) => m.walk.median),
        BAR,
        times,
      ),
    ],
  };
}

/** What our look at such a page may cost against a bare walk. */
const BAR = 1.5;

function gates(): Gate[] {
  const { pack } = loadPack(readPackFiles(packFolder('china-russia')));
  if (!pack) throw new Error('The pack china-russia does not load; see npm run packs:check.');
  const { pack: about, subject } = indexInputOf(pack);
  return [gateOf(about.id, subject)];
}
