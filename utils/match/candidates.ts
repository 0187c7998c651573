import type { IndexSections } from '../pack/index-format.ts';
import { ABSENT } from './hash-table.ts';
import type { PageTerms } from './page-terms.ts';
import { RowMarks } from './row-marks.ts';

/** Wordings that may be restated in a range of tokens, with the weight of the terms they share. */
export interface Candidate {
  readonly wording: number;
  readonly shared: number;
}

/** Least shared weight: about two telling words. */
const LEAST_SHARED = 9;
/** Least share of the wording's weight, unless the shared weight is large by itself. */
const LEAST_COVERAGE = 0.22;
const LARGE_SHARED = 28;

/** Working memory for the search of candidates, one a wording; kept between calls. */
export class CandidateFinder {
  private readonly shared: Float32Array;
  /** Wordings that share anything with the range: the first entries. */
  private readonly touched: Uint32Array;
  private readonly seen: RowMarks;

  constructor(private readonly sections: IndexSections) {
    this.shared = new Float32Array(sections.wordingItem.length);
    this.touched = new Uint32Array(sections.wordingItem.length);
    this.seen = new RowMarks(sections.lexiconWeight.length);
  }

  /**
   * The `most` best candidates for tokens `[from, to)`: wordings in whose postings the range's terms
   * stand, ranked by shared weight against the wording's own. Time is the sum of the postings read.
   */
  find(terms: PageTerms, from: number, to: number, most: number): Candidate[] {
    const { postingStart, postingWording, wordingMass } = this.sections;
    const { shared: sums, touched, seen } = this;
    let count = 0;
    seen.clear();
    for (let at = from; at < to; at++) {
      const row = terms.row[at] ?? ABSENT;
      if (row === ABSENT || !seen.add(row)) continue;
      const weight = terms.weight[at] ?? 0;
      const end = postingStart[row + 1] ?? 0;
      for (let place = postingStart[row] ?? 0; place < end; place++) {
        const wording = postingWording[place] ?? 0;
        const before = sums[wording] ?? 0;
        if (before === 0) touched[count++] = wording;
        sums[wording] = before + weight;
      }
    }
    const found: { wording: number; shared: number; rank: number }[] = [];
    for (let at = 0; at < count; at++) {
      const wording = touched[at] ?? 0;
      const shared = sums[wording] ?? 0;
      sums[wording] = 0;
      const mass = wordingMass[wording] ?? 0;
      const coverage = shared / mass;
      if (
        shared < Math.min(LEAST_SHARED, 0.7 * mass) ||
        (coverage < LEAST_COVERAGE && shared < LARGE_SHARED)
      )
        continue;
      found.push({ wording, shared, rank: shared * Math.sqrt(coverage) });
    }
    found.sort((a, b) => b.rank - a.rank);
    return found.slice(0, most);
  }
}
