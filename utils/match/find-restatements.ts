import type { IndexSections } from '../pack/index-format.ts';
import { WHOLE } from './acceptance.ts';
import { align, holdsAlone } from './align.ts';
import type { CandidateFinder } from './candidates.ts';
import { type Comparison, compare, measureOrder } from './comparison.ts';
import { LEAST_TELLING, TELLING, TELLING_SURPRISE } from './constants.ts';
import type { Run } from './find-shingles.ts';
import { ABSENT } from './hash-table.ts';
import type { MatchMemory } from './match-memory.ts';
import type { PageTerms } from './page-terms.ts';
import type { PageText } from './page-text.ts';
import { rangeOf, type TokenRanges } from './sentences.ts';
import { bestWindow, measure } from './window.ts';
import type { WordingViews } from './wording-view.ts';

const MOST_CANDIDATES = 24;

/** Share of the shared weight that stands in the wording's own order from which on the order decides. */
const IN_ORDER = 0.85;
/** Words on either side of a window in which the alignment may go on. */
const SLACK = 4;

/** Sentence by sentence, the wordings that share most of their weight with it, and where. */
export function findRestatements(
  page: PageText,
  sections: IndexSections,
  finder: CandidateFinder,
  views: WordingViews,
  memory: MatchMemory,
): Comparison[] {
  const { tokens, terms } = page;
  const found: Comparison[] = [];
  for (let sentence = 0; sentence < page.sentences.count; sentence++) {
    const from = page.sentences.start[sentence] ?? 0;
    const to = page.sentences.start[sentence + 1] ?? 0;
    for (const candidate of finder.find(terms, from, to, MOST_CANDIDATES)) {
      const view = views.get(candidate.wording);
      const window = bestWindow(terms, from, to, view, memory);
      if (!window) continue;
      const low = Math.max(from, window.from - SLACK);
      const high = Math.min(to, window.to + SLACK);
      // What tells too little counts only where it is the whole wording.
      if (high - low < WHOLE * view.count && !mayTell(terms, low, high, memory)) continue;
      const { wording } = candidate;
      let alignment = align(tokens, terms, window.from, window.to, view, memory);
      let { from: first, to: end } = window;
      const { ordered } = measureOrder(page, view, alignment);
      const { shared } = measure(terms, first, end, view, memory);
      if (ordered >= IN_ORDER * shared) {
        // In the wording's own order: let the alignment, not the weights, say where it begins and ends.
        const wide = align(tokens, terms, low, high, view, memory);
        [first, end] = [wide.page[0] ?? first, (wide.page.at(-1) ?? end - 1) + 1];
        alignment = holdsAlone(wide, tokens, low)
          ? wide
          : align(tokens, terms, first, end, view, memory);
      }
      found.push(compare(page, sections, wording, view, first, end, memory, alignment));
    }
  }
  return found;
}

/**
 * Whether a stretch within tokens `[from, to)` may tell enough of the wording whose rows are marked in
 * `memory`: most candidates do not, and need no alignment.
 */
function mayTell(terms: PageTerms, from: number, to: number, memory: MatchMemory): boolean {
  const { own, used: seen } = memory;
  const { row: rows, weight, surprise } = terms;
  let telling = 0;
  seen.clear();
  for (let at = from; at < to; at++) {
    if ((weight[at] ?? 0) < TELLING || (surprise[at] ?? 0) < TELLING_SURPRISE) continue;
    const row = rows[at] ?? ABSENT;
    if (own.has(row) && seen.add(row) && ++telling === LEAST_TELLING) return true;
  }
  return false;
}

/** Words on either side of a run in which the alignment looks for more. */
const MARGIN = 14;
/** Most words of the page between two runs of one quotation. */
const MOST_BETWEEN = 24;

/** Groups runs of one wording that follow each other, and aligns the wording with the whole stretch. */
export function findNear(
  page: PageText,
  runs: readonly Run[],
  sections: IndexSections,
  views: WordingViews,
  memory: MatchMemory,
): Comparison[] {
  const found: Comparison[] = [];
  for (const chain of chainsOf(runs, page.paragraphs)) {
    const { wording } = chain;
    const view = views.get(wording);
    const paragraph = rangeOf(page.paragraphs, chain.from);
    const from = Math.max(page.paragraphs.start[paragraph] ?? 0, chain.from - MARGIN);
    const to = Math.min(page.paragraphs.start[paragraph + 1] ?? 0, chain.to + MARGIN);
    const wide = align(page.tokens, page.terms, from, to, view, memory);
    const first = wide.page[0];
    const last = wide.page.at(-1);
    if (first === undefined || last === undefined) continue;
    const alignment = holdsAlone(wide, page.tokens, from) ? wide : undefined;
    found.push(compare(page, sections, wording, view, first, last + 1, memory, alignment));
  }
  return found;
}

interface Chain {
  readonly wording: number;
  readonly from: number;
  to: number;
  position: number;
}

function chainsOf(runs: readonly Run[], paragraphs: TokenRanges): Chain[] {
  const sorted = [...runs].sort(
    (a, b) => a.wording - b.wording || a.at - b.at || b.length - a.length,
  );
  const chains: Chain[] = [];
  let open: Chain[] = [];
  let wording = -1;
  for (const run of sorted) {
    if (run.wording !== wording) {
      wording = run.wording;
      open = [];
    }
    // Runs come in reading order: a chain that ended too long ago takes no more of them.
    open = open.filter((other) => run.at - other.to <= MOST_BETWEEN);
    const chain = open.find(
      (other) =>
        run.position >= other.position &&
        run.at - other.to <= MOST_BETWEEN &&
        rangeOf(paragraphs, other.from) === rangeOf(paragraphs, run.at),
    );
    if (chain && run.at >= chain.to - 1) {
      chain.to = Math.max(chain.to, run.at + run.length);
      chain.position = run.position + run.length;
      continue;
    }
    const fresh = {
      wording,
      from: run.at,
      to: run.at + run.length,
      position: run.position + run.length,
    };
    open.push(fresh);
    chains.push(fresh);
  }
  return chains;
}
