import type { IndexSections } from '../pack/index-format.ts';
import { BestStretches, LEAST_GAIN } from './best-stretches.ts';
import { type Comparison, compare } from './comparison.ts';
import { LEAST_TELLING, TELLING, TELLING_SURPRISE } from './constants.ts';
import { ABSENT } from './hash-table.ts';
import { LikelyItems } from './likely-items.ts';
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
export interface Retelling extends Retold {
  /** The stretch beside that wording of the item which shares most with it. */
  readonly comparison: Comparison;
}

/** What is known of a retelling before it is held against a wording. */
export interface Retold {
  /** Number of the item in the index. */
  readonly item: number;
  /** Tokens `[from, to)` of the text. */
  readonly from: number;
  readonly to: number;
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

/** Tells which retellings nobody needs to hear of. */
export interface Worth {
  /** Whether a retelling may count that will be held against a wording. */
  isWorth(retold: Retold, wording: number): boolean;
}

/** Finds retellings sentence by sentence. It keeps working memory, a few numbers an item. */
export class RetellingFinder {
  private readonly likely: LikelyItems;
  private readonly stretches: BestStretches;
  /** Which words of a sentence tell something, as bits. */
  private telling = new Uint32Array(16);
  /** Tokens of a stretch whose word its item has: the first `wordCount`. */
  private words = new Uint32Array(256);
  private wordCount = 0;
  /** Weight that a stretch shares with the wordings of its item; grows with the longest list of them. */
  private sharedBy = new Float32Array(256);

  constructor(
    private readonly sections: IndexSections,
    private readonly vocabularies: Vocabularies,
    private readonly views: WordingViews,
    private readonly memory: MatchMemory,
  ) {
    this.likely = new LikelyItems(sections, vocabularies);
    this.stretches = new BestStretches(this.likely);
  }

  /**
   * All retellings of a text; only those of the sentences that are marked with 1 in `sentences`, a number a
   * sentence, where it is given, and only those that `worth` may count where that is.
   */
  find(
    page: PageText,
    sentences: Uint8Array | null = null,
    worth: Worth | null = null,
  ): Retelling[] {
    const found: Retelling[] = [];
    for (let sentence = 0; sentence < page.sentences.count; sentence++) {
      if (sentences?.[sentence] === 0) continue;
      const from = page.sentences.start[sentence] ?? 0;
      const to = page.sentences.start[sentence + 1] ?? 0;
      if (!this.tellsEnough(page, from, to)) continue;
      this.likely.find(page.terms, from, to, LEAST_GAIN);
      if (!this.anyTellsEnough(page, from, to)) continue;
      const { stretches } = this;
      stretches.find(page.terms, from, to);
      for (let place = 0; place < stretches.count; place++) {
        const retelling = this.retellingOf(page, place, from, to, worth);
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
    const { count, has, number, stride } = this.likely;
    if (stride > this.telling.length) this.telling = new Uint32Array(2 * stride);
    const telling = this.telling.fill(0, 0, stride);
    for (let at = from; at < to; at++) {
      const word = number[at - from] ?? 0;
      if (word > 0 && isTelling(terms, named, at))
        telling[word >>> 5] = (telling[word >>> 5] ?? 0) | (1 << (word & 31));
    }
    for (let which = 0; which < count; which++) {
      let words = 0;
      for (let at = 0; at < stride; at++) {
        let bits = (has[which * stride + at] ?? 0) & (telling[at] ?? 0);
        for (; bits !== 0; bits &= bits - 1) if (++words === LEAST_TELLING) return true;
      }
    }
    return false;
  }

  /**
   * What the stretch in some place among the best of the sentence `[first, end)` retells; null where it tells
   * too little or is not worth it.
   */
  private retellingOf(
    page: PageText,
    place: number,
    first: number,
    end: number,
    worth: Worth | null,
  ): Retelling | null {
    const { terms, named } = page;
    const { itemWordingStart } = this.sections;
    const { stretches } = this;
    const which = stretches.which[place] ?? 0;
    const from = stretches.from[place] ?? 0;
    const to = stretches.to[place] ?? 0;
    this.readWords(which, from, to, first);
    const { words, wordCount } = this;
    let telling = 0;
    for (let at = 0; at < wordCount; at++) if (isTelling(terms, named, words[at] ?? 0)) telling++;
    if (telling < LEAST_TELLING) return null;
    const item = this.likely.item[which] ?? 0;
    let shared = 0;
    let common = 0;
    for (let word = 0; word < wordCount; word++) {
      const at = words[word] ?? 0;
      const mass = terms.weight[at] ?? 0;
      shared += mass;
      common += mass * Math.log(1 + this.vocabularies.uses(item, terms.row[at] ?? ABSENT));
    }
    const gain = stretches.gain[place] ?? 0;
    const best = stretches.gain[0] ?? 1;
    const retold: Retold = {
      item,
      from,
      to,
      shared,
      telling,
      commonness: common / Math.max(1, shared),
      ratio: gain / Math.max(1, best),
      isBest: gain >= best,
      sentenceShare: (to - from) / Math.max(1, end - first),
      wordings: (itemWordingStart[item + 1] ?? 0) - (itemWordingStart[item] ?? 0),
    };
    const wording = this.nearestWording(page, item);
    if (worth?.isWorth(retold, wording) === false) return null;
    const view = this.views.get(wording);
    const comparison = compare(page, this.sections, wording, view, from, to, this.memory);
    return { ...retold, comparison };
  }

  /** Reads the tokens of a stretch whose word a likely item has, each word once. `first` is the sentence's first token. */
  private readWords(which: number, from: number, to: number, first: number): void {
    const { number, has, stride } = this.likely;
    const { used: seen } = this.memory;
    if (to - from > this.words.length) this.words = new Uint32Array(2 * (to - from));
    const own = this.words;
    let count = 0;
    seen.clear();
    for (let at = from; at < to; at++) {
      const word = number[at - first] ?? 0;
      const bits = has[which * stride + (word >>> 5)] ?? 0;
      if ((bits & (1 << (word & 31))) !== 0 && seen.add(word - 1)) own[count++] = at;
    }
    this.wordCount = count;
  }

  /** The wording of an item that shares most with the words that were read, for its own length. */
  private nearestWording(page: PageText, item: number): number {
    const { words, wordCount } = this;
    const { itemWordingStart, postingStart, postingWording, wordingMass } = this.sections;
    const first = itemWordingStart[item] ?? 0;
    const end = itemWordingStart[item + 1] ?? 0;
    if (end - first === 1) return first;
    if (end - first > this.sharedBy.length) this.sharedBy = new Float32Array(end - first);
    const shared = this.sharedBy.fill(0, 0, end - first);
    for (let word = 0; word < wordCount; word++) {
      const at = words[word] ?? 0;
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
