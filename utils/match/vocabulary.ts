import type { IndexSections } from '../pack/index-format.ts';
import { RowBits } from './row-bits.ts';
import { RowMarks } from './row-marks.ts';
import { wideAt } from './wide.ts';

/** Most bytes of topics' words that are kept at hand. */
const MOST_KEPT = 4_000_000;

/**
 * The words of items and of topics, over all their wordings: what one wording says with one word another
 * says with a second, so that together they know many of the ways in which a thing is put. Terms are rows of
 * the lexicon.
 */
export class Vocabularies {
  /** Working memory for whoever goes through the words of a stretch: what was met. One user at a time. */
  readonly met: RowMarks;
  private readonly byTopic = new Map<number, RowBits>();
  private readonly itemsOfTopic = new Map<number, number[]>();
  private readonly itemScale: number;
  private readonly topicScale: number;

  constructor(private readonly sections: IndexSections) {
    const { itemId, topicStart, topicName, lexiconWeight } = sections;
    this.met = new RowMarks(lexiconWeight.length);
    for (let item = 0; item < itemId.length; item++) {
      for (let at = topicStart[item] ?? 0; at < (topicStart[item + 1] ?? 0); at++) {
        const topic = topicName[at] ?? 0;
        const list = this.itemsOfTopic.get(topic);
        if (list) list.push(item);
        else this.itemsOfTopic.set(topic, [item]);
      }
    }
    this.itemScale = Math.log(Math.max(2, itemId.length));
    this.topicScale = Math.log(Math.max(2, this.itemsOfTopic.size));
  }

  /** How many wordings of an item have a word, up to 255. */
  uses(item: number, row: number): number {
    const place = placeOfTerm(this.sections, item, row);
    return place < 0 ? 0 : (this.sections.itemTermCount[place] ?? 0);
  }

  /** The words of each topic of an item. */
  ofTopics(item: number): readonly RowBits[] {
    const { topicStart, topicName } = this.sections;
    const words: RowBits[] = [];
    for (let at = topicStart[item] ?? 0; at < (topicStart[item + 1] ?? 0); at++)
      words.push(this.ofTopic(topicName[at] ?? 0));
    return words;
  }

  private ofTopic(topic: number): RowBits {
    const known = this.byTopic.get(topic);
    if (known) return known;
    const { itemTermStart, itemTerm, itemTermHigh, lexiconWeight } = this.sections;
    const words = new RowBits(lexiconWeight.length);
    if (this.byTopic.size * words.size > MOST_KEPT) this.byTopic.clear();
    for (const item of this.itemsOfTopic.get(topic) ?? []) {
      for (let at = itemTermStart[item] ?? 0; at < (itemTermStart[item + 1] ?? 0); at++)
        words.add(wideAt(itemTerm, itemTermHigh, at));
    }
    this.byTopic.set(topic, words);
    return words;
  }

  /** 1 for a word that one item of the pack has, 0 for one that all have. */
  rarityAmongItems(row: number): number {
    return 1 - Math.log(Math.max(1, this.sections.lexiconItems[row] ?? 0)) / this.itemScale;
  }

  /** 1 for a word that one topic of the pack has, 0 for one that all have. */
  rarityAmongTopics(row: number): number {
    return 1 - Math.log(Math.max(1, this.sections.lexiconTopics[row] ?? 0)) / this.topicScale;
  }
}

/** Place of a word in the list of an item's terms, or -1 where the item does not have it. */
function placeOfTerm(sections: IndexSections, item: number, row: number): number {
  const { itemTermStart, itemTerm, itemTermHigh } = sections;
  const end = itemTermStart[item + 1] ?? 0;
  let low = itemTermStart[item] ?? 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (wideAt(itemTerm, itemTermHigh, middle) < row) low = middle + 1;
    else high = middle;
  }
  return low < end && wideAt(itemTerm, itemTermHigh, low) === row ? low : -1;
}
