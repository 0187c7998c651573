import type { BenchBrowser } from './bench-page.ts';
import type { Searching, Timed } from './in-page.ts';
import { barred, median, ms, type Row, type Section, times } from './report.ts';

const ROUNDS = 40;
/** One phrase in so many is searched for by approximate matching; the rest is reckoned. */
const EVERY = 15;
const LEAST_RATIO = 500;

interface Searchers {
  /** Address of the page; what it is like, in words. */
  readonly page: string;
  readonly title: string;
  readonly wholeIndex: string;
  readonly clauseIndex: string;
  readonly clauses: readonly string[];
  /** Everything that the whole index searches for; null to leave that comparison out. */
  readonly everything: readonly string[] | null;
}

/** Our engine beside mark.js, approx-string-match and MiniSearch, on one page in one run. */
export async function measureSearchers(browser: BenchBrowser, given: Searchers): Promise<Section> {
  const { page, clauses, everything } = given;
  const whole = await browser.on(page, (on) => on.run('measureScan', given.wholeIndex, ROUNDS));
  const own = await browser.on(page, (on) => on.run('measureScan', given.clauseIndex, ROUNDS));
  const marking = await browser.on(page, (on) => on.run('measureMarkJs', clauses, 5));
  const approx = await browser.on(page, (on) => on.run('measureApprox', clauses, EVERY));
  const mini = await browser.on(page, (on) => on.run('measureMiniSearch', clauses, 5));
  const all =
    everything && (await browser.on(page, (on) => on.run('measureMarkJs', everything, 1)));
  const rows: Row[] = [
    timed(`bare walk over ${whole.textNodes} text nodes`, whole.walk, ''),
    timed('Parallax: reading the text', whole.reading, ''),
    timed('Parallax, the clauses alone: scan (reading and matching)', own.scan, 'matches'),
    timed(`mark.js, the same ${clauses.length} clauses as exact phrases`, marking, 'marks'),
    timed('approx-string-match, the same, 10 % errors', approx, 'found of those tried'),
    timed('MiniSearch, the same: a query a sentence', mini, 'sentences with any answer'),
    ratio('mark.js : Parallax, the same clauses', marking, own),
    ratio('approx-string-match : Parallax, the same clauses', approx, own),
    ratio('MiniSearch : Parallax, the same clauses', mini, own),
    timed('Parallax, the whole pack: scan', whole.scan, 'matches'),
    { what: 'Parallax: opening the index', measured: ms(whole.open) },
  ];
  if (everything && all) {
    rows.push(
      timed(`mark.js, all ${everything.length} phrases of the pack`, all, 'marks'),
      barred(
        'mark.js : Parallax, all that the pack searches for',
        median(all.times) / median(whole.scan.times),
        LEAST_RATIO,
        times,
        true,
      ),
    );
  }
  return { title: `${given.title}, ${whole.words} words: medians (first round)`, rows };
}

function timed(what: string, { times: all, found }: Timed, unit: string): Row {
  const first = all.length > 1 ? ` (${ms(all[0] ?? Number.NaN)})` : '';
  const count = unit === '' ? '' : `, ${found} ${unit}`;
  return { what, measured: `${ms(median(all))}${first}${count}` };
}

function ratio(what: string, other: Timed, own: Searching): Row {
  return { what, measured: times(median(other.times) / median(own.scan.times)) };
}
