import { FOREIGN, FOREIGN_CONSTANT } from './constants.ts';
import type { LikelyItems } from './likely-items.ts';
import type { PageTerms } from './page-terms.ts';

/** Stretches of a sentence that are kept. */
export const MOST_KEPT = 6;
/** Least gain of a stretch: shared weight less what foreign words cost. */
export const LEAST_GAIN = 6;
/** What rounding may make of a gain. */
const ROUNDING = 1e-6;
/** Longest working memory that is kept, in tokens. */
const LONGEST_KEPT = 4096;

/**
 * The stretches of a sentence that gain most by the words of one of its likely items, best first; of equals
 * the likelier item. Filled anew for each sentence.
 */
export class BestStretches {
  /** Number of stretches; the first so many entries of the lists below are theirs. */
  count = 0;
  /** Place of the item in the list of likely items. */
  readonly which = new Uint32Array(MOST_KEPT);
  readonly gain = new Float64Array(MOST_KEPT);
  /** Tokens `[from, to)`. */
  readonly from = new Uint32Array(MOST_KEPT);
  readonly to = new Uint32Array(MOST_KEPT);

  /** For each token of the sentence what its word gains, the first time, and what it costs where it is foreign. */
  private mass = new Float64Array(256);
  private cost = new Float64Array(256);
  /** The stretch, counted from 1, in which a word of the sentence was met last. */
  private metIn = new Uint32Array(256);
  /** Costs of all tokens before one, those apart whose word stands in the sentence more than once. */
  private costBefore = new Float64Array(257);
  /** First token with a word, by number of the word, and whether others follow. */
  private firstAt = new Uint32Array(256);
  private isRepeated = new Uint8Array(256);
  private stretch = 0;
  /** What was found last. */
  private lastFrom = 0;
  private lastTo = 0;

  constructor(private readonly likely: LikelyItems) {}

  /** Finds the stretches of tokens `[from, to)`, whose likely items are known. */
  find(terms: PageTerms, from: number, to: number): void {
    this.weigh(terms, from, to);
    this.placeWords(to - from);
    const { likely } = this;
    this.count = 0;
    for (let at = 0; at < likely.count; at++) {
      const least = this.count === MOST_KEPT ? (this.gain[MOST_KEPT - 1] ?? 0) : LEAST_GAIN;
      // Items come by what they can gain at most: none that follows can be among the best.
      if ((likely.shared[at] ?? 0) * 1.001 + likely.unread < least) break;
      if (this.mostGain(at) < least) continue;
      const gain = this.search(at, to - from);
      if (gain >= LEAST_GAIN) this.keep(at, gain, from);
    }
  }

  private weigh({ weight }: PageTerms, from: number, to: number): void {
    const count = to - from;
    if (count > this.mass.length || this.mass.length > LONGEST_KEPT) {
      const length = Math.max(256, 2 * count);
      this.mass = new Float64Array(length);
      this.cost = new Float64Array(length);
      this.metIn = new Uint32Array(length);
      this.costBefore = new Float64Array(length + 1);
      this.firstAt = new Uint32Array(length);
      this.isRepeated = new Uint8Array(length);
      this.stretch = 0;
    }
    const { mass, cost } = this;
    for (let at = 0; at < count; at++) {
      const own = weight[from + at] ?? 0;
      mass[at] = own;
      cost[at] = FOREIGN * own + FOREIGN_CONSTANT;
    }
  }

  private placeWords(count: number): void {
    const { cost, costBefore, firstAt, isRepeated } = this;
    const { number, words } = this.likely;
    isRepeated.fill(0, 0, words + 1);
    let met = 0;
    for (let at = 0; at < count; at++) {
      const word = number[at] ?? 0;
      // Words are numbered as they come.
      if (word > met) firstAt[++met] = at;
      else isRepeated[word] = 1;
    }
    isRepeated[0] = 0;
    let sum = 0;
    for (let at = 0; at < count; at++) {
      costBefore[at] = sum;
      if (isRepeated[number[at] ?? 0] === 0) sum += cost[at] ?? 0;
    }
    costBefore[count] = sum;
  }

  /**
   * No less than any stretch gains for likely item number `which`: going from one of its words to the next
   * takes less time than going through the sentence. Words that are repeated cost nothing and always gain.
   */
  private mostGain(which: number): number {
    const { mass, costBefore, firstAt, isRepeated } = this;
    const { has, stride } = this.likely;
    let most = 0;
    let repeated = 0;
    let sum = 0;
    let behind = 0;
    for (let part = 0; part < stride; part++) {
      let bits = has[which * stride + part] ?? 0;
      for (; bits !== 0; bits &= bits - 1) {
        const word = 32 * part + 31 - Math.clz32(bits & -bits);
        const at = firstAt[word] ?? 0;
        if (isRepeated[word] === 1) {
          repeated += mass[at] ?? 0;
          continue;
        }
        sum = Math.max(0, sum - (costBefore[at] ?? 0) + behind) + (mass[at] ?? 0);
        behind = costBefore[at + 1] ?? 0;
        if (sum > most) most = sum;
      }
    }
    return most + repeated + ROUNDING;
  }

  /** Finds the stretch that gains most for likely item number `which`, by a running maximum. Returns its gain. */
  private search(which: number, count: number): number {
    const { mass, cost, metIn } = this;
    const { number, has, stride } = this.likely;
    const base = which * stride;
    if (this.stretch > 0xfffffff0 - count) {
      metIn.fill(0);
      this.stretch = 0;
    }
    let stretch = this.stretch + 1;
    let gain = 0;
    let bestFrom = 0;
    let bestTo = 0;
    let sum = 0;
    let start = 0;
    for (let at = 0; at < count; at++) {
      const word = number[at] ?? 0;
      if (((has[base + (word >>> 5)] ?? 0) & (1 << (word & 31))) === 0) {
        // Before the first shared word nothing is lost.
        if (sum === 0) {
          start = at + 1;
          continue;
        }
        sum -= cost[at] ?? 0;
        if (sum <= 0) {
          sum = 0;
          start = at + 1;
          stretch++;
        }
      } else if (metIn[word] !== stretch) {
        metIn[word] = stretch;
        sum += mass[at] ?? 0;
        if (sum > gain) {
          gain = sum;
          bestFrom = start;
          bestTo = at + 1;
        } else if (sum === 0) start = at + 1;
      }
    }
    this.stretch = stretch;
    this.lastFrom = bestFrom;
    this.lastTo = bestTo;
    return gain;
  }

  private keep(which: number, gain: number, first: number): void {
    let place = this.count;
    while (place > 0 && (this.gain[place - 1] ?? 0) < gain) place--;
    if (place === MOST_KEPT) return;
    if (this.count < MOST_KEPT) this.count++;
    for (let at = this.count - 1; at > place; at--) {
      this.which[at] = this.which[at - 1] ?? 0;
      this.gain[at] = this.gain[at - 1] ?? 0;
      this.from[at] = this.from[at - 1] ?? 0;
      this.to[at] = this.to[at - 1] ?? 0;
    }
    this.which[place] = which;
    this.gain[place] = gain;
    this.from[place] = first + this.lastFrom;
    this.to[place] = first + this.lastTo;
  }
}
