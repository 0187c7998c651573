import type { IndexSections } from '../pack/index-format.ts';
import { type Comparison, compare } from './comparison.ts';
import {
  FOREIGN,
  FOREIGN_CONSTANT,
  LEAST_TELLING,
  TELLING,
  TELLING_SURPRISE,
} from './constants.ts';
import { ABSENT } from './hash-table.ts';
import type { MatchMemory } from './match-memory.ts';
import type { PageText } from './page-text.ts';
import type { Vocabularies } from './vocabulary.ts';
import type { WordingViews } from './wording-view.ts';

/**
 * A stretch of a sentence that is rich in the words of an item, whichever of its wordings has them: the
 * reporter who mixes two of our paraphrases, or says it in words that no single one of them has.
 */
export interface Retelling {
  /** The stretch beside that wording of the item which shares most with it. */
  readonly comparison: Comparison;
  /** Weight of the different words that the item has. */
  readonly shared: number;
  /** How many of them tell something; the parties' names do not. */
  readonly telling: number;
  /** Mean of log(1 + wordings that have the word), weighted: words that many wordings need. */
  readonly commonness: number;
  /** Its gain against that of the sentence's best, and whether it is the best. */
  readonly ratio: number;
  readonly isBest: boolean;
  /** Its words as a share of the sentence's. */
  readonly sentenceShare: number;
  /** Number of wordings of the item. */
  readonly wordings: number;
}

/** Items of a sentence that are looked at closely, and those that are kept. */
const MOST_LOOKED_AT = 40;
const MOST_KEPT = 6;
/** Least gain of a stretch: shared weight less what foreign words cost. */
const LEAST_GAIN = 6;
/** Words lighter than this find nothing. */
const LEAST_WEIGHT = 0.5;
/** Words that more items have find nothing: packs may have a hundred thousand items. */
const MOST_ITEMS = 1000;

interface Stretch {
  readonly item: number;
  readonly gain: number;
  readonly from: number;
  readonly to: number;
}

/** Finds retellings sentence by sentence. It keeps working memory, one number an item. */
export class RetellingFinder {
  private readonly shared: Float32Array;
  /** Items that share anything with the sentence: the first entries. */
  private readonly touched: Uint32Array;

  constructor(
    private readonly sections: IndexSections,
    private readonly vocabularies: Vocabularies,
    private readonly views: WordingViews,
    private readonly memory: MatchMemory,
  ) {
    this.shared = new Float32Array(sections.itemId.length);
    this.touched = new Uint32Array(sections.itemId.length);
  }

  find(page: PageText): Retelling[] {
    const found: Retelling[] = [];
    for (let sentence = 0; sentence < page.sentences.count; sentence++) {
      const from = page.sentences.start[sentence] ?? 0;
      const to = page.sentences.start[sentence + 1] ?? 0;
      const stretches = this.bestStretches(page, from, to);
      const best = stretches[0]?.gain ?? 1;
      for (const stretch of stretches) {
        const retelling = this.retellingOf(page, stretch, best, to - from);
        if (retelling !== null) found.push(retelling);
      }
    }
    return found;
  }

  /** The stretches of tokens `[from, to)` that gain most, best first. */
  private bestStretches(page: PageText, from: number, to: number): Stretch[] {
    const found: Stretch[] = [];
    const gains: number[] = [];
    for (const { item, most } of this.likelyItems(page, from, to)) {
      // Items come by what they can gain at most: none that follows can be among the best.
      if (most < (gains[MOST_KEPT - 1] ?? 0)) break;
      const stretch = this.bestStretch(page, item, from, to);
      if (stretch.gain < LEAST_GAIN) continue;
      found.push(stretch);
      gains.push(stretch.gain);
      gains.sort((a, b) => b - a);
    }
    return found.sort((a, b) => b.gain - a.gain).slice(0, MOST_KEPT);
  }

  /**
   * The items that share most weight with tokens `[from, to)`, and the most that a stretch of each can
   * gain. Time is the sum of the lists read; words that very many items have find none.
   */
  private likelyItems(
    page: PageText,
    from: number,
    to: number,
  ): { readonly item: number; readonly most: number }[] {
    const { termItemStart, termItem } = this.sections;
    const { row, weight } = page.terms;
    const { shared: sums, touched } = this;
    const { used: seen } = this.memory;
    let count = 0;
    // Weight of the words that were not looked up: an item may have them too.
    let unread = 0.01;
    seen.clear();
    for (let at = from; at < to; at++) {
      const known = row[at] ?? ABSENT;
      const mass = weight[at] ?? 0;
      if (known === ABSENT || !seen.add(known)) continue;
      const first = termItemStart[known] ?? 0;
      const end = termItemStart[known + 1] ?? 0;
      if (mass < LEAST_WEIGHT || end - first > MOST_ITEMS) {
        unread += mass;
        continue;
      }
      for (let place = first; place < end; place++) {
        const item = termItem[place] ?? 0;
        const before = sums[item] ?? 0;
        if (before === 0) touched[count++] = item;
        sums[item] = before + mass;
      }
    }
    const likely: { readonly item: number; readonly shared: number }[] = [];
    for (let at = 0; at < count; at++) {
      const item = touched[at] ?? 0;
      const shared = sums[item] ?? 0;
      if (shared >= LEAST_GAIN) likely.push({ item, shared });
      sums[item] = 0;
    }
    likely.sort((a, b) => b.shared - a.shared);
    return likely
      .slice(0, MOST_LOOKED_AT)
      .map(({ item, shared }) => ({ item, most: shared * 1.001 + unread }));
  }

  /** The stretch of tokens `[from, to)` that gains most, by a running maximum. */
  private bestStretch(page: PageText, item: number, from: number, to: number): Stretch {
    const { row, weight } = page.terms;
    const own = this.vocabularies.ofItem(item);
    const { used } = this.memory;
    let gain = 0;
    let bestFrom = from;
    let bestTo = from;
    let sum = 0;
    let start = from;
    used.clear();
    for (let at = from; at < to; at++) {
      const known = row[at] ?? ABSENT;
      const mass = weight[at] ?? 0;
      if (known === ABSENT || !own.has(known)) sum -= FOREIGN * mass + FOREIGN_CONSTANT;
      else if (used.add(known)) sum += mass;
      if (sum <= 0) {
        sum = 0;
        start = at + 1;
        used.clear();
      } else if (sum > gain) {
        gain = sum;
        bestFrom = start;
        bestTo = at + 1;
      }
    }
    return { item, gain, from: bestFrom, to: bestTo };
  }

  private retellingOf(
    page: PageText,
    { item, gain, from, to }: Stretch,
    best: number,
    sentenceLength: number,
  ): Retelling | null {
    const { row, weight, surprise } = page.terms;
    const { itemWordingStart } = this.sections;
    const own = this.vocabularies.ofItem(item);
    const seen = new Set<number>();
    let shared = 0;
    let common = 0;
    let telling = 0;
    for (let at = from; at < to; at++) {
      const known = row[at] ?? ABSENT;
      const uses = own.get(known);
      if (uses === undefined || seen.has(known)) continue;
      seen.add(known);
      const mass = weight[at] ?? 0;
      shared += mass;
      common += mass * Math.log(1 + uses);
      if (page.named[at]) continue;
      if (mass >= TELLING && (surprise[at] ?? 0) >= TELLING_SURPRISE) telling++;
    }
    if (telling < LEAST_TELLING) return null;
    const wording = this.nearestWording(page, item, seen, from, to);
    return {
      comparison: compare(
        page,
        this.sections,
        wording,
        this.views.get(wording),
        from,
        to,
        this.memory,
      ),
      shared,
      telling,
      commonness: common / Math.max(1, shared),
      ratio: gain / Math.max(1, best),
      isBest: gain >= best,
      sentenceShare: (to - from) / Math.max(1, sentenceLength),
      wordings: (itemWordingStart[item + 1] ?? 0) - (itemWordingStart[item] ?? 0),
    };
  }

  /** The wording of an item that shares most with a stretch, for its own length. `rows` are the item's words in it. */
  private nearestWording(
    page: PageText,
    item: number,
    rows: ReadonlySet<number>,
    from: number,
    to: number,
  ): number {
    const { itemWordingStart, postingStart, postingWording, wordingMass } = this.sections;
    const first = itemWordingStart[item] ?? 0;
    const end = itemWordingStart[item + 1] ?? 0;
    const shared = new Float32Array(end - first);
    const seen = new Set<number>();
    for (let at = from; at < to; at++) {
      const known = page.terms.row[at] ?? ABSENT;
      if (!rows.has(known) || seen.has(known)) continue;
      seen.add(known);
      const stop = postingStart[known + 1] ?? 0;
      for (
        let place = firstAtLeast(postingWording, postingStart[known] ?? 0, stop, first);
        place < stop;
        place++
      ) {
        const wording = postingWording[place] ?? 0;
        if (wording >= end) break;
        shared[wording - first] = (shared[wording - first] ?? 0) + (page.terms.weight[at] ?? 0);
      }
    }
    let nearest = first;
    let most = -1;
    shared.forEach((weight, at) => {
      const rank = weight * Math.sqrt(weight / Math.max(1, wordingMass[first + at] ?? 0));
      if (rank <= most) return;
      most = rank;
      nearest = first + at;
    });
    return nearest;
  }
}

/** First place in `[from, to)` of a sorted list whose value is at least `least`; `to` if there is none. */
function firstAtLeast(values: Uint32Array, from: number, to: number, least: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
