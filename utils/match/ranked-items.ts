import type { IndexSections } from '../pack/index-format.ts';
import { CoarseSums, MOST_LISTS } from './coarse-sums.ts';

/** Most items of a sentence that are looked at closely. */
export const MOST_LOOKED_AT = 40;
/** Weight from which on items are tallied as one. */
const MOST_TALLIED = 127;
/** In packs with more items than this, sums are rounded up to bytes first. */
const MOST_SUMMED = 16_384;

/** The items that share most weight with some words, those that share most first; of equals the one whose word comes first. */
export class RankedItems {
  /** Number of items; the first so many entries of the lists below are theirs. */
  count = 0;
  readonly item = new Uint32Array(MOST_LOOKED_AT);
  readonly shared = new Float32Array(MOST_LOOKED_AT);
  /** How early it was met: by the first word that it has. */
  private readonly first = new Uint32Array(MOST_LOOKED_AT);
  /** How many of the touched items share so much, by whole weight. */
  private readonly tally = new Uint32Array(MOST_TALLIED + 1);
  private readonly coarse: CoarseSums | null;
  /** By item; made when it is first needed. */
  private sums: Float32Array | null = null;
  /** Items that share anything with the words: the first entries. */
  private touched = new Uint32Array(0);
  /** Number of a row among the words, from 1; 0 for those that are not among them. Made when first needed. */
  private numberOf: Uint8Array | null = null;
  /** Which of the words an item has, as bits. */
  private readonly met = new Uint32Array((MOST_LISTS + 31) >>> 5);

  /** @param mostSummed packs with more items are summed coarsely first. */
  constructor(
    private readonly sections: IndexSections,
    mostSummed = MOST_SUMMED,
  ) {
    const { termItemStart, termItem, itemId } = sections;
    const isLarge = itemId.length > mostSummed;
    this.coarse = isLarge ? new CoarseSums(termItemStart, termItem, itemId.length) : null;
  }

  /**
   * Finds the items for the first `count` of different rows, whose weights stand beside them; those that
   * share less than `least` are left out. Time is the sum of the lists read.
   */
  find(rows: Uint32Array, weights: Float32Array, count: number, least: number): void {
    this.count = 0;
    if (this.coarse && count <= MOST_LISTS)
      this.rankCoarsely(this.coarse, rows, weights, count, least);
    else this.rankExactly(rows, weights, count, least);
  }

  private rankExactly(
    rows: Uint32Array,
    weights: Float32Array,
    count: number,
    least: number,
  ): void {
    const { termItemStart, termItem, itemId } = this.sections;
    if (this.sums === null) {
      this.sums = new Float32Array(itemId.length);
      this.touched = new Uint32Array(itemId.length);
    }
    const { sums, touched } = this;
    let touchedCount = 0;
    for (let at = 0; at < count; at++) {
      const row = rows[at] ?? 0;
      const mass = weights[at] ?? 0;
      const end = termItemStart[row + 1] ?? 0;
      for (let place = termItemStart[row] ?? 0; place < end; place++) {
        const item = termItem[place] ?? 0;
        const before = sums[item] ?? 0;
        if (before === 0) touched[touchedCount++] = item;
        sums[item] = before + mass;
      }
    }
    let enough = Math.max(least, this.leastOfMost(sums, touchedCount));
    for (let at = 0; at < touchedCount; at++) {
      const item = touched[at] ?? 0;
      const shared = sums[item] ?? 0;
      sums[item] = 0;
      if (shared < enough) continue;
      this.take(item, shared, at);
      if (this.count === MOST_LOOKED_AT) enough = this.shared[MOST_LOOKED_AT - 1] ?? enough;
    }
  }

  /** A weight, a whole number, that at least `MOST_LOOKED_AT` of the touched items share; 0 where they are fewer. */
  private leastOfMost(sums: Float32Array, touchedCount: number): number {
    if (touchedCount <= MOST_LOOKED_AT) return 0;
    const { touched, tally } = this;
    tally.fill(0);
    for (let at = 0; at < touchedCount; at++) {
      const whole = Math.min(MOST_TALLIED, Math.floor(sums[touched[at] ?? 0] ?? 0));
      tally[whole] = (tally[whole] ?? 0) + 1;
    }
    let count = 0;
    let whole = MOST_TALLIED + 1;
    while (whole > 0 && count < MOST_LOOKED_AT) count += tally[--whole] ?? 0;
    return whole;
  }

  /** The same by way of sums that are rounded up: only what they leave is summed exactly, by its own words. */
  private rankCoarsely(
    coarse: CoarseSums,
    rows: Uint32Array,
    weights: Float32Array,
    count: number,
    least: number,
  ): void {
    const numberOf = this.numberRows(rows, count);
    coarse.find(rows, weights, count, least);
    coarse.sort();
    for (let at = 0; at < coarse.count; at++) {
      const item = coarse.member[at] ?? 0;
      const isFull = this.count === MOST_LOOKED_AT;
      if (isFull && coarse.mostOf(item) < (this.shared[MOST_LOOKED_AT - 1] ?? 0)) break;
      this.sumExactly(item, numberOf, weights, count, least);
    }
    for (let at = 0; at < count; at++) numberOf[rows[at] ?? 0] = 0;
  }

  private numberRows(rows: Uint32Array, count: number): Uint8Array {
    this.numberOf ??= new Uint8Array(this.sections.lexiconItems.length);
    for (let at = 0; at < count; at++) this.numberOf[rows[at] ?? 0] = at + 1;
    return this.numberOf;
  }

  private sumExactly(
    item: number,
    numberOf: Uint8Array,
    weights: Float32Array,
    count: number,
    least: number,
  ): void {
    const { itemTermStart, itemTerm } = this.sections;
    const { met } = this;
    const parts = (count + 31) >>> 5;
    for (let part = 0; part < parts; part++) met[part] = 0;
    const end = itemTermStart[item + 1] ?? 0;
    for (let place = itemTermStart[item] ?? 0; place < end; place++) {
      const number = numberOf[itemTerm[place] ?? 0] ?? 0;
      if (number === 0) continue;
      const part = (number - 1) >>> 5;
      met[part] = (met[part] ?? 0) | (1 << ((number - 1) & 31));
    }
    let shared = 0;
    let first = -1;
    for (let part = 0; part < parts; part++) {
      for (let bits = met[part] ?? 0; bits !== 0; bits &= bits - 1) {
        const at = 32 * part + 31 - Math.clz32(bits & -bits);
        // As in an array of floats, so that a large pack ranks as a small one.
        shared = Math.fround(shared + (weights[at] ?? 0));
        if (first < 0) first = at;
      }
    }
    if (shared >= least) this.take(item, shared, first);
  }

  /** Puts an item in its place, if it is among the best. */
  private take(item: number, shared: number, first: number): void {
    const { item: items, shared: best, first: firsts } = this;
    let place = this.count;
    if (place === MOST_LOOKED_AT) {
      if (!this.isBehind(place - 1, item, shared, first)) return;
      place--;
    } else this.count++;
    for (; place > 0 && this.isBehind(place - 1, item, shared, first); place--) {
      best[place] = best[place - 1] ?? 0;
      items[place] = items[place - 1] ?? 0;
      firsts[place] = firsts[place - 1] ?? 0;
    }
    best[place] = shared;
    items[place] = item;
    firsts[place] = first;
  }

  private isBehind(place: number, item: number, shared: number, first: number): boolean {
    const best = this.shared[place] ?? 0;
    if (best !== shared) return best < shared;
    const own = this.first[place] ?? 0;
    return own > first || (own === first && (this.item[place] ?? 0) > item);
  }
}
