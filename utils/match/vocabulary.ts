import type { IndexSections } from '../pack/index-format.ts';

/** Items whose words are kept at hand. */
const MOST_KEPT = 5000;

/**
 * The words of items and of topics, over all their wordings: what one wording says with one word another
 * says with a second, so that together they know many of the ways in which a thing is put. Terms are rows of
 * the lexicon.
 */
export class Vocabularies {
  private readonly byItem = new Map<number, ReadonlyMap<number, number>>();
  private readonly byTopic = new Map<number, ReadonlySet<number>>();
  private readonly itemsOfTopic = new Map<number, number[]>();
  private readonly itemScale: number;
  private readonly topicScale: number;

  constructor(private readonly sections: IndexSections) {
    const { itemId, topicStart, topicName } = sections;
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

  /** The words of an item: row → how many of its wordings have it, up to 255. */
  ofItem(item: number): ReadonlyMap<number, number> {
    const known = this.byItem.get(item);
    if (known) return known;
    if (this.byItem.size > MOST_KEPT) this.byItem.clear();
    const { itemTermStart, itemTerm, itemTermCount } = this.sections;
    const words = new Map<number, number>();
    for (let at = itemTermStart[item] ?? 0; at < (itemTermStart[item + 1] ?? 0); at++)
      words.set(itemTerm[at] ?? 0, itemTermCount[at] ?? 0);
    this.byItem.set(item, words);
    return words;
  }

  /** The words of each topic of an item. */
  ofTopics(item: number): ReadonlySet<number>[] {
    const { topicStart, topicName } = this.sections;
    return Array.from(topicName.subarray(topicStart[item], topicStart[item + 1]), (topic) =>
      this.ofTopic(topic),
    );
  }

  private ofTopic(topic: number): ReadonlySet<number> {
    const known = this.byTopic.get(topic);
    if (known) return known;
    if (this.byTopic.size > MOST_KEPT) this.byTopic.clear();
    const { itemTermStart, itemTerm } = this.sections;
    const words = new Set<number>();
    for (const item of this.itemsOfTopic.get(topic) ?? []) {
      for (let at = itemTermStart[item] ?? 0; at < (itemTermStart[item + 1] ?? 0); at++)
        words.add(itemTerm[at] ?? 0);
    }
    this.byTopic.set(topic, words);
    return words;
  }

  /** 1 for a word that one item of the pack has, 0 for one that all have. */
  rarityAmongItems(row: number): number {
    const { termItemStart } = this.sections;
    const items = (termItemStart[row + 1] ?? 0) - (termItemStart[row] ?? 0);
    return 1 - Math.log(Math.max(1, items)) / this.itemScale;
  }

  /** 1 for a word that one topic of the pack has, 0 for one that all have. */
  rarityAmongTopics(row: number): number {
    return 1 - Math.log(Math.max(1, this.sections.lexiconTopics[row] ?? 0)) / this.topicScale;
  }
}
