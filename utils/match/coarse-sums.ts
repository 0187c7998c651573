import type { WholeNumbers } from '../pack/whole-numbers.ts';
import { CUT, type HeadStarts } from './head-starts.ts';
import { RowBits } from './row-bits.ts';

/** Most lists that one search can take. */
export const MOST_LISTS = 120;
/** Largest sum in a byte: it stands for all that are larger as well. */
const LARGEST = 255;
/** What is enough, in units, where members have head starts. */
export const ENOUGH = 240;
/** Elsewhere sums of more than so many times what is enough are not told apart. */
const TOLD_APART = 4;
const NOBODY = new Uint32Array(0);
/** A sum of floats may be this much larger than it would be without rounding. */
const ROUNDING = 1e-4;
/** Only lists that name more than one member in so many are left out. */
const LONG = 128;
/** The lists left out bring no more than this share of what is enough, all together. */
const MOST_LEFT_OUT = 0.3;
/** To look a member up takes as long as reading so many entries of a list. */
const LOOK_UP = 8;
/** Most bits that are kept of such lists: a megabyte. */
const MOST_BITS = 8_000_000;

/**
 * Finds what is named by several of some weighted lists, by a sum a member that is kept in one byte, rounded
 * up. Where an index has a hundred thousand wordings, the exact sums of a sentence do not stay in the
 * processor's nearest memory, and nearly all of them come to nothing.
 */
export class CoarseSums {
  /** What was found: the first `count` entries, in no order before `sort`. */
  member = new Uint32Array(1024);
  count = 0;
  private readonly sums: Uint8Array;
  private unit = 1;
  /** Weights of the lists in units. */
  private readonly units = new Uint8Array(MOST_LISTS);
  private readonly length = new Uint32Array(MOST_LISTS);
  /** Places of the lists that were left out, longest first. */
  private readonly leftOut = new Uint8Array(MOST_LISTS);
  private readonly leftOutBits: RowBits[] = [];
  private leftOutCount = 0;
  /** The members of lists that were left out before. */
  private readonly bits = new Map<number, RowBits>();
  private readonly placeOf = new Uint32Array(LARGEST + 2);
  private sorted = new Uint32Array(0);

  /**
   * @param start list `r` is `list[start[r] … start[r + 1])`; it ascends and names no member twice.
   * @param size members are below it.
   * @param heads what the members have before any list, where they have; `ENOUGH` units are then enough.
   */
  constructor(
    private readonly start: WholeNumbers,
    private readonly list: WholeNumbers,
    size: number,
    private readonly heads: HeadStarts | null = null,
  ) {
    this.sums = new Uint8Array(size);
  }

  /**
   * Finds the members whose weights may sum to `least`, with their head starts, over the first `count` lists
   * of `rows`, no more than `MOST_LISTS`; the weights of the lists stand beside them. Every member that does
   * is found.
   *
   * Lists that are long and light are left out first; only what has nearly enough without them is looked up
   * in them (MaxScore: Turtle and Flood, 1995). Time is the sum of the lengths of the others.
   */
  find(rows: Uint32Array, weights: Float32Array, count: number, least: number): void {
    const { sums, units, heads } = this;
    this.count = 0;
    let all = 0;
    for (let at = 0; at < count; at++) all += weights[at] ?? 0;
    const head = heads ? (heads.most + CUT) * heads.unit : 0;
    if (all + head < least * (1 - ROUNDING)) return;
    const largest = Math.min(all, TOLD_APART * least);
    this.unit = heads ? heads.unit : largest / (LARGEST - count);
    for (let at = 0; at < count; at++) {
      units[at] = Math.min(LARGEST, Math.ceil((weights[at] ?? 0) / this.unit));
      this.length[at] = this.lengthOf(rows[at] ?? 0);
    }
    const enough = Math.max(1, Math.floor((least * (1 - ROUNDING)) / this.unit));
    const nearly = enough - this.leaveOut(rows, count, enough, heads?.usual ?? 0);
    if (heads) sums.set(heads.units);
    else sums.fill(0);
    for (const member of heads?.early ?? NOBODY)
      if ((sums[member] ?? 0) >= nearly) this.note(member);
    for (let at = 0; at < count; at++)
      if (!this.isLeftOut(at)) this.add(rows[at] ?? 0, units[at] ?? 0, nearly);
    if (nearly < enough) this.complete(enough, enough - nearly);
  }

  /** No less than the sum of a member that was found, its head start included. */
  mostOf(member: number): number {
    const sum = this.sums[member] ?? 0;
    return sum === LARGEST ? Number.POSITIVE_INFINITY : sum * this.unit * (1 + ROUNDING);
  }

  /** Puts what was found into the order of these sums, largest first. */
  sort(): void {
    const { member, sums, placeOf, count } = this;
    if (this.sorted.length < member.length) this.sorted = new Uint32Array(member.length);
    const { sorted } = this;
    placeOf.fill(0);
    for (let at = 0; at < count; at++) {
      const behind = LARGEST - (sums[member[at] ?? 0] ?? 0) + 1;
      placeOf[behind] = (placeOf[behind] ?? 0) + 1;
    }
    for (let at = 1; at < placeOf.length; at++)
      placeOf[at] = (placeOf[at] ?? 0) + (placeOf[at - 1] ?? 0);
    for (let at = 0; at < count; at++) {
      const own = member[at] ?? 0;
      const sum = LARGEST - (sums[own] ?? 0);
      const place = placeOf[sum] ?? 0;
      sorted[place] = own;
      placeOf[sum] = place + 1;
    }
    this.member = sorted;
    this.sorted = member;
  }

  /**
   * Decides which lists are left out, where `enough` units are needed and members begin with no more than
   * `usual`; returns how many units these lists bring.
   */
  private leaveOut(rows: Uint32Array, count: number, enough: number, usual: number): number {
    const { units, length } = this;
    const most = Math.min(MOST_LEFT_OUT * enough, enough - usual - 1);
    let left = 0;
    this.leftOutCount = 0;
    for (;;) {
      let longest = this.sums.length / LONG;
      let chosen = -1;
      for (let at = 0; at < count; at++) {
        const own = length[at] ?? 0;
        if (own <= longest || left + (units[at] ?? 0) > most || this.isLeftOut(at)) continue;
        longest = own;
        chosen = at;
      }
      const bits = chosen < 0 ? null : this.bitsOf(rows[chosen] ?? 0);
      if (!bits) return left;
      const more = left + (units[chosen] ?? 0);
      // What one list alone lifts so high would have to be looked up for each of its members.
      if (this.lengthAbove(count, enough - usual - more) * LOOK_UP > longest) return left;
      left = more;
      this.leftOutBits[this.leftOutCount] = bits;
      this.leftOut[this.leftOutCount++] = chosen;
    }
  }

  /** Length of all lists that bring as many units by themselves. */
  private lengthAbove(count: number, least: number): number {
    let sum = 0;
    for (let at = 0; at < count; at++)
      if ((this.units[at] ?? 0) >= least) sum += this.length[at] ?? 0;
    return sum;
  }

  private isLeftOut(place: number): boolean {
    for (let at = 0; at < this.leftOutCount; at++) if (this.leftOut[at] === place) return true;
    return false;
  }

  /** Adds a list to the sums and notes the members that thereby have enough. */
  private add(row: number, weight: number, enough: number): void {
    const { start, list, sums } = this;
    let place = start[row] ?? 0;
    const end = start[row + 1] ?? 0;
    this.makeRoom(end - place);
    const { member } = this;
    const nearly = enough - weight;
    let count = this.count;
    // Four at a time: they are four different ones, and hardly any has enough.
    for (const last = end - 3; place < last; place += 4) {
      const one = list[place] ?? 0;
      const two = list[place + 1] ?? 0;
      const three = list[place + 2] ?? 0;
      const four = list[place + 3] ?? 0;
      const ofOne = sums[one] ?? 0;
      const ofTwo = sums[two] ?? 0;
      const ofThree = sums[three] ?? 0;
      const ofFour = sums[four] ?? 0;
      if (ofOne < nearly && ofTwo < nearly && ofThree < nearly && ofFour < nearly) {
        sums[one] = ofOne + weight;
        sums[two] = ofTwo + weight;
        sums[three] = ofThree + weight;
        sums[four] = ofFour + weight;
        continue;
      }
      for (let at = place; at < place + 4; at++) {
        const own = list[at] ?? 0;
        const before = sums[own] ?? 0;
        sums[own] = Math.min(LARGEST, before + weight);
        if (before >= nearly && before < enough) member[count++] = own;
      }
    }
    for (; place < end; place++) {
      const own = list[place] ?? 0;
      const before = sums[own] ?? 0;
      sums[own] = Math.min(LARGEST, before + weight);
      if (before >= nearly && before < enough) member[count++] = own;
    }
    this.count = count;
  }

  /** Looks up what was noted in the lists that were left out, of `rest` units, and keeps what then has enough. */
  private complete(enough: number, rest: number): void {
    const { member, sums, leftOut, leftOutBits, units } = this;
    let kept = 0;
    for (let at = 0; at < this.count; at++) {
      const own = member[at] ?? 0;
      let sum = sums[own] ?? 0;
      let left = rest;
      for (let which = this.leftOutCount - 1; which >= 0 && sum + left >= enough; which--) {
        const more = units[leftOut[which] ?? 0] ?? 0;
        if (leftOutBits[which]?.has(own)) sum += more;
        left -= more;
      }
      if (sum < enough) continue;
      sums[own] = Math.min(LARGEST, sum);
      member[kept++] = own;
    }
    this.count = kept;
  }

  /** The members of a list; null where no more of them can be kept. */
  private bitsOf(row: number): RowBits | null {
    const known = this.bits.get(row);
    if (known) return known;
    const { start, list, sums } = this;
    if ((this.bits.size + 1) * sums.length > MOST_BITS) return null;
    const bits = new RowBits(sums.length);
    for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++) bits.add(list[at] ?? 0);
    this.bits.set(row, bits);
    return bits;
  }

  private note(member: number): void {
    this.makeRoom(1);
    this.member[this.count++] = member;
  }

  private makeRoom(more: number): void {
    if (this.count + more <= this.member.length) return;
    const larger = new Uint32Array(2 * (this.count + more));
    larger.set(this.member);
    this.member = larger;
  }

  private lengthOf(row: number): number {
    return (this.start[row + 1] ?? 0) - (this.start[row] ?? 0);
  }
}
