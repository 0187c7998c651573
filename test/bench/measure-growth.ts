import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../../scripts/root.ts';
import { namedThroughout } from './article.ts';
import type { BenchBrowser } from './bench-page.ts';
import type { Built } from './large-index.ts';
import { barred, median, megabytes, ms, type Row, type Section } from './report.ts';

const LENGTHS = [1_000, 3_000, 10_000, 30_000, 100_000];
const SIZES = [100, 1_000, 10_000, 100_000];
const PAGE = 50_000;
/** Words of the text that names a party in every paragraph. */
const NAMED = 10_000;
/** How much more a word may cost on the longest page than on one of 10,000 words. */
const LINEAR = 1.5;

/** Matching on texts from 1,000 to 100,000 words. `textOf` gives a text of so many words. */
export async function measureLength(
  browser: BenchBrowser,
  page: string,
  index: string,
  textOf: (words: number) => string,
): Promise<Section> {
  const texts = LENGTHS.map(textOf);
  const named = namedThroughout(textOf(NAMED));
  const all = await browser.on(page, (on) => on.run('measureGrowth', index, [...texts, named], 7));
  const throughout = all.at(-1);
  const grown = all.slice(0, -1);
  const perWord = grown.map(({ times, words }) => median(times) / words);
  const rows: Row[] = grown.map(({ words, times, found }, at) => ({
    what: `${words} words`,
    measured: `${ms(median(times))}, ${ms(1000 * (perWord[at] ?? 0))} a thousand words, ${found} matches`,
  }));
  if (throughout) {
    rows.push({
      what: `${NAMED} words, a party named in every paragraph`,
      measured: `${ms(median(throughout.times))}, ${throughout.found} matches`,
    });
  }
  const growth = (perWord.at(-1) ?? Number.NaN) / (perWord[2] ?? Number.NaN);
  rows.push(
    barred('a word of the longest text : a word of 10,000', growth, LINEAR, (value) =>
      value.toFixed(2),
    ),
  );
  return { title: 'Growth with the length of the page: matching', rows };
}

/** Building, holding and scanning with indexes of 100 to 100,000 generated clauses. */
export async function measureSizes(
  browser: BenchBrowser,
  page: string,
  keep: (name: string, bytes: Uint8Array) => string,
  textOf: (words: number) => string,
): Promise<Section> {
  const folder = mkdtempSync(path.join(tmpdir(), 'parallax-bench-index-'));
  const text = textOf(PAGE);
  const rows: Row[] = [];
  try {
    for (const size of SIZES) {
      const file = path.join(folder, `${size}.plx`);
      const built = buildOf(size, file);
      const address = keep(`/generated-${size}.plx`, readFileSync(file));
      const scanOf = (scanned: string) =>
        browser.on(page, async (on) => {
          const before = await on.held();
          const large = await on.run('measureLarge', address, scanned, 25);
          return { ...large, held: (await on.held()) - before };
        });
      const { open, times, found, held } = await scanOf(text);
      const scan = median(times);
      rows.push({
        what: `${size} clauses`,
        measured: `built in ${ms(built.milliseconds)}, ${megabytes(built.bytes)}, holds ${megabytes(held)}; opened in ${ms(open)}; ${PAGE} words scanned in ${ms(scan)} (${ms(times[0] ?? 0)}), ${found} matches`,
      });
      if (size === SIZES.at(-1)) {
        const named = await scanOf(namedThroughout(text));
        rows.push(
          barred(`${size} clauses: built in`, built.milliseconds, 2_000, ms),
          barred(`${size} clauses: memory`, held, 60e6, megabytes),
          barred(`${size} clauses: ${PAGE} words scanned in`, scan, 60, ms),
          barred('the same, a party named in every paragraph', median(named.times), 60, ms),
        );
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { title: 'Growth with the size of the index: generated clauses', rows };
}

/** In a process of its own: what others have allocated must not count. */
function buildOf(clauses: number, file: string): Built {
  const script = path.join(ROOT, 'test/bench/large-index.ts');
  const args = ['--import', 'tsx', script, String(clauses), file];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' })) as Built;
}
