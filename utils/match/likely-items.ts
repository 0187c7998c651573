import type { IndexSections } from '../pack/index-format.ts';
import { MOST_ITEMS } from './constants.ts';
import { ABSENT } from './hash-table.ts';
import type { PageTerms } from './page-terms.ts';
import { RankedItems } from './ranked-items.ts';
import { RowBits } from './row-bits.ts';
import type { Vocabularies } from './vocabulary.ts';

/** Words lighter than this find nothing. */
const LEAST_WEIGHT = 0.5;
/** Longest lists of tokens that are kept. */
const MOST_KEPT = 4096;
/** A word that more than one item in so many has is common. */
const COMMON = 16;
/** Most bits that are kept of common words: a megabyte. */
const MOST_BITS = 8_000_000;
/** How many entries of a list are read in the time of one search in it. */
const SEARCH = 12;

/**
 * The items that share most weight with a sentence, and which of its words each has. Filled anew for each
 * sentence; the working memory, a few numbers an item and a row of the lexicon, is kept between them.
 */
export class LikelyItems {
  /** Number of items; the first so many entries of the lists below are theirs, those that share most first. */
  count = 0;
  readonly item: Uint32Array;
  readonly shared: Float32Array;
  /** Most that an item can share besides, by words that were not looked up. */
  unread = 0;
  /** Number of different words of the sentence that any item has. They are numbered from 1 as they come. */
  words = 0;
  /** For each token of the sentence the number of its word; 0 for one that no item has. */
  number = new Uint32Array(256);
  /** Lexicon row by number of the word. */
  row = new Uint32Array(256);
  /** Item number `n` of the list has the word `w` where bit `w % 32` of entry `n * stride + w / 32` is set. */
  has = new Uint32Array(128);
  stride = 1;

  private readonly ranked: RankedItems;
  /** Rows and weights of the words whose items are looked up. */
  private read = new Uint32Array(256);
  private weight = new Float32Array(256);
  private readCount = 0;
  /** The items of common words, which would be the longest lists to read. */
  private readonly common = new Map<number, RowBits>();
  /** Place of an item in the list, from 1; 0 for those that are not in it. */
  private readonly place: Uint8Array;
  /** Number of a row among the words of the sentence, from 1; 0 for those that are not in it. */
  private readonly numberOf: Uint32Array;

  constructor(
    private readonly sections: IndexSections,
    private readonly vocabularies: Vocabularies,
  ) {
    this.ranked = new RankedItems(sections);
    this.item = this.ranked.item;
    this.shared = this.ranked.shared;
    this.place = new Uint8Array(sections.itemId.length);
    this.numberOf = new Uint32Array(vocabularies.rows);
  }

  /**
   * Finds the items for tokens `[from, to)`; those that share less than `least` are left out. Time is the
   * sum of the lists read.
   */
  find(terms: PageTerms, from: number, to: number, least: number): void {
    this.numberWords(terms, from, to);
    this.listWords();
    const { ranked, read, weight, readCount } = this;
    ranked.find(read, weight, readCount, least);
    this.count = ranked.count;
    this.markWords();
  }

  /** The items that have a common word, as bits; null where no more of them can be kept. */
  private bitsOf(row: number): RowBits | null {
    const known = this.common.get(row);
    if (known) return known;
    const items = this.place.length;
    if ((this.common.size + 1) * items > MOST_BITS) return null;
    const { termItemStart, termItem, lexiconItems } = this.sections;
    if ((lexiconItems[row] ?? 0) > MOST_ITEMS) return null;
    const bits = new RowBits(items);
    for (let at = termItemStart[row] ?? 0; at < (termItemStart[row + 1] ?? 0); at++)
      bits.add(termItem[at] ?? 0);
    this.common.set(row, bits);
    return bits;
  }

  private numberWords({ row }: PageTerms, from: number, to: number): void {
    const { numberOf } = this;
    if (this.number.length > MOST_KEPT) {
      // A sentence without end must not cost memory for ever.
      this.number = new Uint32Array(256);
      this.row = new Uint32Array(256);
      this.read = new Uint32Array(256);
      this.weight = new Float32Array(256);
      this.has = new Uint32Array(128);
    }
    if (to - from >= this.number.length) {
      this.number = new Uint32Array(2 * (to - from));
      this.row = new Uint32Array(2 * (to - from));
      this.read = new Uint32Array(2 * (to - from));
      this.weight = new Float32Array(2 * (to - from));
    }
    const { number, row: rows } = this;
    let words = 0;
    for (let at = from; at < to; at++) {
      const known = row[at] ?? ABSENT;
      let own = 0;
      // No item has the rows behind these, nor what is in no list at all.
      if (known < numberOf.length) {
        own = numberOf[known] ?? 0;
        if (own === 0) {
          own = ++words;
          numberOf[known] = own;
          rows[own] = known;
        }
      }
      number[at - from] = own;
    }
    this.words = words;
  }

  /** Lists the words that find items. */
  private listWords(): void {
    const { lexiconItems, lexiconWeight } = this.sections;
    let count = 0;
    this.unread = 0.01;
    for (let word = 1; word <= this.words; word++) {
      const known = this.row[word] ?? 0;
      const mass = lexiconWeight[known] ?? 0;
      if (mass < LEAST_WEIGHT || (lexiconItems[known] ?? 0) > MOST_ITEMS) {
        this.unread += mass;
        continue;
      }
      this.read[count] = known;
      this.weight[count++] = mass;
    }
    this.readCount = count;
  }

  /** Notes in `has` which words the items of the list have, by whichever way is shorter. */
  private markWords(): void {
    const { count, words, row, numberOf } = this;
    this.stride = (words >>> 5) + 1;
    const cells = count * this.stride;
    if (cells > this.has.length) this.has = new Uint32Array(2 * cells);
    this.has.fill(0, 0, cells);
    if (this.termsOfItems() < this.itemsOfWords()) this.markByItems();
    else this.markByWords();
    for (let word = 1; word <= words; word++) numberOf[row[word] ?? 0] = 0;
  }

  /** How many entries `markByItems` would read, and how many `markByWords`. */
  private termsOfItems(): number {
    const { itemTermStart } = this.sections;
    let terms = 0;
    for (let at = 0; at < this.count; at++) {
      const item = this.item[at] ?? 0;
      terms += (itemTermStart[item + 1] ?? 0) - (itemTermStart[item] ?? 0);
    }
    return terms;
  }

  private itemsOfWords(): number {
    const { lexiconItems } = this.sections;
    const most = SEARCH * this.count;
    let items = 0;
    for (let word = 1; word <= this.words; word++)
      items += Math.min(most, lexiconItems[this.row[word] ?? 0] ?? 0);
    return items;
  }

  private markByItems(): void {
    const { itemTermStart, itemTerm } = this.sections;
    const { numberOf } = this;
    for (let at = 0; at < this.count; at++) {
      const item = this.item[at] ?? 0;
      const end = itemTermStart[item + 1] ?? 0;
      for (let place = itemTermStart[item] ?? 0; place < end; place++) {
        const word = numberOf[itemTerm[place] ?? 0] ?? 0;
        if (word > 0) this.mark(at, word);
      }
    }
  }

  private markByWords(): void {
    const { termItemStart, termItem, lexiconItems } = this.sections;
    const { count, words, item: items, place: placeOf, row } = this;
    for (let at = 0; at < count; at++) placeOf[items[at] ?? 0] = at + 1;
    for (let word = 1; word <= words; word++) {
      const known = row[word] ?? 0;
      const length = lexiconItems[known] ?? 0;
      const bits = length * COMMON > placeOf.length ? this.bitsOf(known) : null;
      if (bits !== null || length > MOST_ITEMS) {
        for (let at = 0; at < count; at++) {
          const item = items[at] ?? 0;
          if (bits === null ? this.vocabularies.uses(item, known) > 0 : bits.has(item))
            this.mark(at, word);
        }
        continue;
      }
      const end = termItemStart[known + 1] ?? 0;
      for (let place = termItemStart[known] ?? 0; place < end; place++) {
        const at = placeOf[termItem[place] ?? 0] ?? 0;
        if (at > 0) this.mark(at - 1, word);
      }
    }
    for (let at = 0; at < count; at++) placeOf[items[at] ?? 0] = 0;
  }

  private mark(which: number, word: number): void {
    const cell = which * this.stride + (word >>> 5);
    this.has[cell] = (this.has[cell] ?? 0) | (1 << (word & 31));
  }
}
