import type { IndexSections } from '../pack/index-format.ts';
import { CoarseSums, ENOUGH, MOST_LISTS } from './coarse-sums.ts';
import { ABSENT } from './hash-table.ts';
import { headStartsOf } from './head-starts.ts';
import type { PageTerms } from './page-terms.ts';
import { RowMarks } from './row-marks.ts';
import { firstAtLeast } from './sorted.ts';

/** Wordings that may be restated in a range of tokens, with the weight of the terms they share. */
export interface Candidate {
  readonly wording: number;
  readonly shared: number;
}

interface Ranked extends Candidate {
  readonly rank: number;
  /** Which of the range's different terms is the first that it has. */
  readonly first: number;
}

/** Least shared weight: about two telling words. */
const LEAST_SHARED = 9;
const SHARE_OF_SHORT = 0.7;
/** Least share of the wording's weight, unless the shared weight is large by itself. */
const LEAST_COVERAGE = 0.22;
const LARGE_SHARED = 28;
/** In packs with more wordings than this, sums are rounded up to bytes first. */
const MOST_SUMMED = 16_384;
/** What coarse sums hold a wording to at most: heavy wordings need more, and are few. */
const MOST_NEEDED = 13;

/** Working memory for the search of candidates, some of it one number a wording; kept between calls. */
export class CandidateFinder {
  private readonly seen: RowMarks;
  /** The different terms of the range that have postings, in the order in which they come. */
  private rows = new Uint32Array(256);
  private weights = new Float32Array(256);
  private count = 0;
  private readonly isLarge: boolean;
  /** Made when it is first needed. */
  private coarse: CoarseSums | null = null;
  /** By wording; made when it is first needed. */
  private shared: Float32Array | null = null;
  /** Wordings that share anything with the range: the first entries. */
  private touched = new Uint32Array(0);

  /** @param mostSummed packs with more wordings are summed coarsely first. */
  constructor(
    private readonly sections: IndexSections,
    mostSummed = MOST_SUMMED,
  ) {
    this.seen = new RowMarks(sections.lexiconItems.length);
    this.isLarge = sections.wordingItem.length > mostSummed;
  }

  /**
   * The `most` best candidates for tokens `[from, to)`: wordings in whose postings the range's terms
   * stand, ranked by shared weight against the wording's own; of equals the one whose term comes first.
   * Time is the sum of the postings read.
   */
  find(terms: PageTerms, from: number, to: number, most: number): Candidate[] {
    this.readTerms(terms, from, to);
    const isCoarse = this.isLarge && this.count <= MOST_LISTS;
    const found = isCoarse ? this.findCoarsely() : this.findExactly();
    found.sort((a, b) => b.rank - a.rank || a.first - b.first || a.wording - b.wording);
    if (found.length > most) found.length = most;
    return found;
  }

  private readTerms({ row: rows, weight }: PageTerms, from: number, to: number): void {
    const { postingStart, lexiconItems } = this.sections;
    const { seen } = this;
    if (to - from > this.rows.length) {
      this.rows = new Uint32Array(2 * (to - from));
      this.weights = new Float32Array(2 * (to - from));
    }
    let count = 0;
    seen.clear();
    for (let at = from; at < to; at++) {
      const row = rows[at] ?? ABSENT;
      // Words that no wording has, and those that are in no list at all.
      if (row >= lexiconItems.length) continue;
      if (postingStart[row] === postingStart[row + 1] || !seen.add(row)) continue;
      this.rows[count] = row;
      this.weights[count++] = weight[at] ?? 0;
    }
    this.count = count;
  }

  private findExactly(): Ranked[] {
    const { postingStart, postingWording, wordingItem } = this.sections;
    const { rows, weights, count } = this;
    if (this.shared === null) {
      this.shared = new Float32Array(wordingItem.length);
      this.touched = new Uint32Array(wordingItem.length);
    }
    const { shared: sums, touched } = this;
    const found: Ranked[] = [];
    let touchedCount = 0;
    for (let at = 0; at < count; at++) {
      const row = rows[at] ?? 0;
      const weight = weights[at] ?? 0;
      const end = postingStart[row + 1] ?? 0;
      for (let place = postingStart[row] ?? 0; place < end; place++) {
        const wording = postingWording[place] ?? 0;
        const before = sums[wording] ?? 0;
        if (before === 0) touched[touchedCount++] = wording;
        sums[wording] = before + weight;
      }
    }
    for (let at = 0; at < touchedCount; at++) {
      const wording = touched[at] ?? 0;
      this.take(found, wording, sums[wording] ?? 0, at);
      sums[wording] = 0;
    }
    return found;
  }

  /** The same by way of sums that are rounded up: only what they leave is summed exactly. */
  private findCoarsely(): Ranked[] {
    const { wordingMass } = this.sections;
    const { rows, weights, count } = this;
    const found: Ranked[] = [];
    this.coarse ??= coarseSumsOf(this.sections);
    const { coarse } = this;
    coarse.find(rows, weights, count, MOST_NEEDED);
    for (let at = 0; at < coarse.count; at++) {
      const wording = coarse.member[at] ?? 0;
      const needed = leastShared(wordingMass[wording] ?? 0);
      if (coarse.mostOf(wording) >= needed) this.sumExactly(found, wording);
    }
    return found;
  }

  private sumExactly(found: Ranked[], wording: number): void {
    const { postingStart, postingWording } = this.sections;
    const { rows, weights, count } = this;
    let shared = 0;
    let first = -1;
    for (let at = 0; at < count; at++) {
      const row = rows[at] ?? 0;
      const end = postingStart[row + 1] ?? 0;
      const place = firstAtLeast(postingWording, postingStart[row] ?? 0, end, wording);
      if (place === end || postingWording[place] !== wording) continue;
      // As in an array of floats, so that a large pack ranks as a small one.
      shared = Math.fround(shared + (weights[at] ?? 0));
      if (first < 0) first = at;
    }
    this.take(found, wording, shared, first);
  }

  private take(found: Ranked[], wording: number, shared: number, first: number): void {
    const mass = this.sections.wordingMass[wording] ?? 0;
    const coverage = shared / mass;
    if (shared < Math.min(LEAST_SHARED, SHARE_OF_SHORT * mass)) return;
    if (coverage < LEAST_COVERAGE && shared < LARGE_SHARED) return;
    found.push({ wording, shared, rank: shared * Math.sqrt(coverage), first });
  }
}

/** Sums for which all wordings need the same: those that need less have a head start. */
function coarseSumsOf({ postingStart, postingWording, wordingMass }: IndexSections): CoarseSums {
  const size = wordingMass.length;
  const neededBy = (wording: number): number => leastShared(wordingMass[wording] ?? 0);
  const heads = headStartsOf(size, neededBy, MOST_NEEDED, ENOUGH);
  return new CoarseSums(postingStart, postingWording, size, heads);
}

/** The least that a candidate of some weight shares; it grows with the weight. */
function leastShared(mass: number): number {
  const least = Math.min(LEAST_SHARED, SHARE_OF_SHORT * mass);
  return Math.max(least, Math.min(LEAST_COVERAGE * mass, LARGE_SHARED));
}
