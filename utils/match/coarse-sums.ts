/** Most lists that one search can take: their sums must fit into a byte. */
export const MOST_LISTS = 120;
/** Largest sum in a byte, roundings included. */
const LARGEST = 250;
/** A sum of floats may be this much larger than it would be without rounding. */
const ROUNDING = 1e-4;
/** Emptying so many bytes at once takes as long as emptying one of them by its place. */
const AT_ONCE = 32;

/**
 * Finds what is named by several of some weighted lists, by a sum a member that is kept in one byte, rounded
 * up. Where an index has a hundred thousand wordings, the exact sums of a sentence do not stay in the
 * processor's nearest memory, and nearly all of them come to nothing.
 */
export class CoarseSums {
  /** What was found: the first `count` entries, in no order. */
  member = new Uint32Array(1024);
  count = 0;
  private readonly sums: Uint8Array;
  private unit = 1;
  private readonly tally = new Uint32Array(256);

  /**
   * @param start list `r` is `list[start[r] … start[r + 1])`; none names a member twice.
   * @param size members are below it.
   */
  constructor(
    private readonly start: Uint32Array,
    private readonly list: Uint32Array,
    size: number,
  ) {
    this.sums = new Uint8Array(size);
  }

  /**
   * Finds the members whose weights may sum to `least` over the first `count` lists of `rows`, no more than
   * `MOST_LISTS`; their weights stand beside them. Every member that does is found. Time is the sum of the
   * lists' lengths. To be followed by `clear` with the same lists.
   */
  find(rows: Uint32Array, weights: Float32Array, count: number, least: number): void {
    this.count = 0;
    let all = 0;
    for (let at = 0; at < count; at++) all += weights[at] ?? 0;
    if (all < least * (1 - ROUNDING)) return;
    this.unit = all / (LARGEST - count);
    const enough = Math.max(1, Math.floor((least * (1 - ROUNDING)) / this.unit));
    for (let at = 0; at < count; at++)
      this.add(rows[at] ?? 0, Math.ceil((weights[at] ?? 0) / this.unit), enough);
  }

  /** No less than the sum of a member. */
  mostOf(member: number): number {
    return (this.sums[member] ?? 0) * this.unit * (1 + ROUNDING);
  }

  /**
   * Leaves out what cannot be among the `most` members whose weights sum to most, after a search of `count`
   * lists. Of equals none is left out.
   */
  keepBest(most: number, count: number): void {
    if (this.count <= most) return;
    const { member, sums, tally } = this;
    tally.fill(0);
    for (let at = 0; at < this.count; at++) {
      const sum = sums[member[at] ?? 0] ?? 0;
      tally[sum] = (tally[sum] ?? 0) + 1;
    }
    let better = 0;
    let least = tally.length;
    while (least > 0 && better < most) better += tally[--least] ?? 0;
    // So many have sums of `least` or more, of which rounding made at most one for each list.
    least -= count + 1;
    let kept = 0;
    for (let at = 0; at < this.count; at++) {
      const own = member[at] ?? 0;
      if ((sums[own] ?? 0) >= least) member[kept++] = own;
    }
    this.count = kept;
  }

  /** Empties the sums again. */
  clear(rows: Uint32Array, count: number): void {
    const { start, list, sums } = this;
    let entries = 0;
    for (let at = 0; at < count; at++) entries += this.lengthOf(rows[at] ?? 0);
    if (entries > sums.length / AT_ONCE) {
      sums.fill(0);
      return;
    }
    for (let at = 0; at < count; at++) {
      const end = start[(rows[at] ?? 0) + 1] ?? 0;
      for (let place = start[rows[at] ?? 0] ?? 0; place < end; place++) sums[list[place] ?? 0] = 0;
    }
  }

  private add(row: number, weight: number, enough: number): void {
    const { start, list, sums } = this;
    const length = this.lengthOf(row);
    if (this.count + length > this.member.length) {
      const larger = new Uint32Array(2 * (this.count + length));
      larger.set(this.member);
      this.member = larger;
    }
    const { member } = this;
    const nearly = enough - weight;
    const end = start[row + 1] ?? 0;
    let count = this.count;
    for (let place = start[row] ?? 0; place < end; place++) {
      const own = list[place] ?? 0;
      const before = sums[own] ?? 0;
      sums[own] = before + weight;
      if (before >= nearly && before < enough) member[count++] = own;
    }
    this.count = count;
  }

  private lengthOf(row: number): number {
    return (this.start[row + 1] ?? 0) - (this.start[row] ?? 0);
  }
}
