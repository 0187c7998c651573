import type { IndexSections } from '../pack/index-format.ts';
import { RowBits } from './row-bits.ts';
import { RowMarks } from './row-marks.ts';

/** Most bytes of words of items, of topics, and of topics taken together, that are kept at hand. */
const MOST_KEPT = 4_000_000;
/** Up to so many uses of a word its rarity is kept at hand. */
const MOST_TALLIED = 4096;

/**
 * The words of items and of topics, over all their wordings: what one wording says with one word another
 * says with a second, so that together they know many of the ways in which a thing is put. Terms are rows of
 * the lexicon.
 */
export class Vocabularies {
  /** Rows from this one on are words that no wording has. */
  readonly rows: number;
  /** Working memory for whoever goes through the words of a stretch: what was met. One user at a time. */
  readonly met: RowMarks;
  private readonly byItem = new Map<number, RowBits>();
  private readonly byTopic = new Map<number, RowBits>();
  /** By items with the same several topics. */
  private readonly byTopics = new Map<number, RowBits>();
  private readonly itemsOfTopic = new Map<number, number[]>();
  private readonly amongItems: Rarity;
  private readonly amongTopics: Rarity;

  constructor(private readonly sections: IndexSections) {
    const { itemId, topicStart, topicName, lexiconItems } = sections;
    this.rows = lexiconItems.length;
    this.met = new RowMarks(this.rows);
    for (let item = 0; item < itemId.length; item++) {
      for (let at = topicStart[item] ?? 0; at < (topicStart[item + 1] ?? 0); at++) {
        const topic = topicName[at] ?? 0;
        const list = this.itemsOfTopic.get(topic);
        if (list) list.push(item);
        else this.itemsOfTopic.set(topic, [item]);
      }
    }
    this.amongItems = new Rarity(itemId.length);
    this.amongTopics = new Rarity(this.itemsOfTopic.size);
  }

  /** How many wordings of an item have a word, up to 255. */
  uses(item: number, row: number): number {
    const place = placeOfTerm(this.sections, item, row);
    return place < 0 ? 0 : (this.sections.itemTermCount[place] ?? 0);
  }

  /** The words of an item. */
  ofItem(item: number): RowBits {
    const known = this.byItem.get(item);
    if (known) return known;
    const words = new RowBits(this.rows);
    if (this.byItem.size * words.size > MOST_KEPT) this.byItem.clear();
    this.addWords(words, item);
    this.byItem.set(item, words);
    return words;
  }

  /** The words of all topics of an item; its own where it has none. */
  ofTopics(item: number): RowBits {
    const { topicStart, topicName } = this.sections;
    const first = topicStart[item] ?? 0;
    const end = topicStart[item + 1] ?? 0;
    if (end === first) return this.ofItem(item);
    if (end === first + 1) return this.ofTopic(topicName[first] ?? 0);
    // Packs without topical weights have no groups.
    const group = this.sections.itemGroup[item] ?? item;
    const known = this.byTopics.get(group);
    if (known) return known;
    const words = new RowBits(this.rows);
    if (this.byTopics.size * words.size > MOST_KEPT) this.byTopics.clear();
    for (let at = first; at < end; at++) words.addAll(this.ofTopic(topicName[at] ?? 0));
    this.byTopics.set(group, words);
    return words;
  }

  private ofTopic(topic: number): RowBits {
    const known = this.byTopic.get(topic);
    if (known) return known;
    const words = new RowBits(this.rows);
    if (this.byTopic.size * words.size > MOST_KEPT) this.byTopic.clear();
    for (const item of this.itemsOfTopic.get(topic) ?? []) this.addWords(words, item);
    this.byTopic.set(topic, words);
    return words;
  }

  private addWords(words: RowBits, item: number): void {
    const { itemTermStart, itemTerm } = this.sections;
    words.addRange(itemTerm, itemTermStart[item] ?? 0, itemTermStart[item + 1] ?? 0);
  }

  /** 1 for a word that one item of the pack has, 0 for one that all have. */
  rarityAmongItems(row: number): number {
    return this.amongItems.of(this.sections.lexiconItems[row] ?? 0);
  }

  /** 1 for a word that one topic of the pack has, 0 for one that all have. */
  rarityAmongTopics(row: number): number {
    return this.amongTopics.of(this.sections.lexiconTopics[row] ?? 0);
  }
}

/** How rare it is to be used by so many of all: by the logarithm. */
class Rarity {
  private readonly scale: number;
  private readonly known: Float64Array;

  constructor(all: number) {
    this.scale = Math.log(Math.max(2, all));
    this.known = new Float64Array(Math.min(all + 1, MOST_TALLIED));
  }

  of(uses: number): number {
    const known = this.known[uses];
    if (known) return known;
    const rarity = this.reckon(uses);
    if (uses < this.known.length) this.known[uses] = rarity;
    return rarity;
  }

  private reckon(uses: number): number {
    return 1 - Math.log(Math.max(1, uses)) / this.scale;
  }
}

/** Place of a word in the list of an item's terms, or -1 where the item does not have it. */
function placeOfTerm(sections: IndexSections, item: number, row: number): number {
  const { itemTermStart, itemTerm } = sections;
  const end = itemTermStart[item + 1] ?? 0;
  let low = itemTermStart[item] ?? 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((itemTerm[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low < end && itemTerm[low] === row ? low : -1;
}
