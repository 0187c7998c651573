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
import { LikelyItems, MOST_LOOKED_AT } from './likely-items.ts';
import type { MatchMemory } from './match-memory.ts';
import type { PageTerms } from './page-terms.ts';
import type { PageText } from './page-text.ts';
import { firstAtLeast } from './sorted.ts';
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

/** Stretches of a sentence that are kept. */
const MOST_KEPT = 6;
/** Least gain of a stretch: shared weight less what foreign words cost. */
const LEAST_GAIN = 6;

interface Stretch {
  /** Its place in the list of likely items. */
  readonly which: number;
  readonly gain: number;
  readonly from: number;
  readonly to: number;
}

/** Finds retellings sentence by sentence. It keeps working memory, a few numbers an item. */
export class RetellingFinder {
  private readonly likely: LikelyItems;
  /** Number of telling words that each likely item has of a sentence. */
  private readonly tellingOf = new Uint32Array(MOST_LOOKED_AT);
  /** Weight that a stretch shares with the wordings of its item; grows with the longest list of them. */
  private sharedBy = new Float32Array(256);

  constructor(
    private readonly sections: IndexSections,
    private readonly vocabularies: Vocabularies,
    private readonly views: WordingViews,
    private readonly memory: MatchMemory,
  ) {
    this.likely = new LikelyItems(sections, vocabularies);
  }

  find(page: PageText): Retelling[] {
    const found: Retelling[] = [];
    for (let sentence = 0; sentence < page.sentences.count; sentence++) {
      const from = page.sentences.start[sentence] ?? 0;
      const to = page.sentences.start[sentence + 1] ?? 0;
      if (!this.tellsEnough(page, from, to)) continue;
      this.likely.find(page.terms, from, to, LEAST_GAIN);
      if (!this.anyTellsEnough(page, from, to)) continue;
      const stretches = this.bestStretches(page, from, to);
      const best = stretches[0]?.gain ?? 1;
      for (const stretch of stretches) {
        const retelling = this.retellingOf(page, stretch, best, from, to);
        if (retelling !== null) found.push(retelling);
      }
    }
    return found;
  }

  /** Whether tokens `[from, to)` have telling words enough for any retelling. */
  private tellsEnough({ terms, named }: PageText, from: number, to: number): boolean {
    const { used: seen } = this.memory;
    let telling = 0;
    seen.clear();
    for (let at = from; at < to; at++) {
      if (!isTelling(terms, named, at) || !seen.add(terms.row[at] ?? ABSENT)) continue;
      if (++telling === LEAST_TELLING) return true;
    }
    return false;
  }

  /** Whether any likely item has telling words enough of tokens `[from, to)`. */
  private anyTellsEnough({ terms, named }: PageText, from: number, to: number): boolean {
    const { count, has, number, words } = this.likely;
    const { used: seen } = this.memory;
    const telling = this.tellingOf.fill(0);
    seen.clear();
    for (let at = from; at < to; at++) {
      const word = number[at - from] ?? 0;
      if (word === 0 || !isTelling(terms, named, at) || !seen.add(word - 1)) continue;
      for (let which = 0; which < count; which++)
        telling[which] = (telling[which] ?? 0) + (has[which * (words + 1) + word] ?? 0);
    }
    return telling.some((one) => one >= LEAST_TELLING);
  }

  /** The stretches of tokens `[from, to)` that gain most, best first; of equals the likelier item. */
  private bestStretches(page: PageText, from: number, to: number): Stretch[] {
    const { likely } = this;
    const kept: Stretch[] = [];
    for (let at = 0; at < likely.count; at++) {
      // Items come by what they can gain at most: none that follows can be among the best.
      const most = (likely.shared[at] ?? 0) * 1.001 + likely.unread;
      if (most < (kept[MOST_KEPT - 1]?.gain ?? 0)) break;
      const stretch = this.bestStretch(page, at, from, to);
      if (stretch === null) continue;
      let place = kept.length;
      while (place > 0 && (kept[place - 1]?.gain ?? 0) < stretch.gain) place--;
      if (place === MOST_KEPT) continue;
      kept.splice(place, 0, stretch);
      if (kept.length > MOST_KEPT) kept.length = MOST_KEPT;
    }
    return kept;
  }

  /**
   * The stretch of tokens `[from, to)` that gains most for likely item number `which`, by a running maximum;
   * null where that is too little.
   */
  private bestStretch(page: PageText, which: number, from: number, to: number): Stretch | null {
    const { weight } = page.terms;
    const { number, has, words } = this.likely;
    const { used } = this.memory;
    const base = which * (words + 1);
    let gain = 0;
    let bestFrom = from;
    let bestTo = from;
    let sum = 0;
    let start = from;
    used.clear();
    for (let at = from; at < to; at++) {
      const mass = weight[at] ?? 0;
      const word = number[at - from] ?? 0;
      if (has[base + word] !== 1) sum -= FOREIGN * mass + FOREIGN_CONSTANT;
      else if (used.add(word - 1)) sum += mass;
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
    if (gain < LEAST_GAIN) return null;
    return { which, gain, from: bestFrom, to: bestTo };
  }

  /** What a stretch of the sentence `[first, end)` retells; null where it tells too little. */
  private retellingOf(
    page: PageText,
    { which, gain, from, to }: Stretch,
    best: number,
    first: number,
    end: number,
  ): Retelling | null {
    const { terms, named } = page;
    const { itemWordingStart } = this.sections;
    const words = this.wordsOf(which, from, to, first);
    let telling = 0;
    for (const at of words) if (isTelling(terms, named, at)) telling++;
    if (telling < LEAST_TELLING) return null;
    const item = this.likely.item[which] ?? 0;
    let shared = 0;
    let common = 0;
    for (const at of words) {
      const mass = terms.weight[at] ?? 0;
      shared += mass;
      common += mass * Math.log(1 + this.vocabularies.uses(item, terms.row[at] ?? ABSENT));
    }
    const wording = this.nearestWording(page, item, words);
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
      sentenceShare: (to - from) / Math.max(1, end - first),
      wordings: (itemWordingStart[item + 1] ?? 0) - (itemWordingStart[item] ?? 0),
    };
  }

  /** The tokens of a stretch whose word a likely item has, each word once. `first` is the sentence's first token. */
  private wordsOf(which: number, from: number, to: number, first: number): number[] {
    const { number, has, words } = this.likely;
    const { used: seen } = this.memory;
    const own: number[] = [];
    seen.clear();
    for (let at = from; at < to; at++) {
      const word = number[at - first] ?? 0;
      if (has[which * (words + 1) + word] === 1 && seen.add(word - 1)) own.push(at);
    }
    return own;
  }

  /** The wording of an item that shares most with a stretch, for its own length. `words` are tokens whose word the item has. */
  private nearestWording(page: PageText, item: number, words: readonly number[]): number {
    const { itemWordingStart, postingStart, postingWording, wordingMass } = this.sections;
    const first = itemWordingStart[item] ?? 0;
    const end = itemWordingStart[item + 1] ?? 0;
    if (end - first > this.sharedBy.length) this.sharedBy = new Float32Array(end - first);
    const shared = this.sharedBy.fill(0, 0, end - first);
    for (const at of words) {
      const known = page.terms.row[at] ?? ABSENT;
      const mass = page.terms.weight[at] ?? 0;
      const stop = postingStart[known + 1] ?? 0;
      let place = firstAtLeast(postingWording, postingStart[known] ?? 0, stop, first);
      for (; place < stop; place++) {
        const wording = postingWording[place] ?? 0;
        if (wording >= end) break;
        shared[wording - first] = (shared[wording - first] ?? 0) + mass;
      }
    }
    let nearest = first;
    let most = -1;
    for (let wording = first; wording < end; wording++) {
      const weight = shared[wording - first] ?? 0;
      const rank = weight * Math.sqrt(weight / Math.max(1, wordingMass[wording] ?? 0));
      if (rank <= most) continue;
      most = rank;
      nearest = wording;
    }
    return nearest;
  }
}

/** Whether the word at a token tells something; the parties' names do not. */
function isTelling({ weight, surprise }: PageTerms, named: Uint8Array, at: number): boolean {
  return !named[at] && (weight[at] ?? 0) >= TELLING && (surprise[at] ?? 0) >= TELLING_SURPRISE;
}
