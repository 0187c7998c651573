import type { IndexSections } from '../pack/index-format.ts';

/** Counts, paragraph by paragraph, the places that speak for each topic. */
export class TopicSupport {
  private readonly places = new Map<number, Set<number>>();

  constructor(private readonly sections: IndexSections) {}

  /** Takes in something found that speaks for the topics of its item: `from` is its first token. */
  add(item: number, paragraph: number, from: number): void {
    const { topicStart, topicName } = this.sections;
    const end = topicStart[item + 1] ?? 0;
    for (let at = topicStart[item] ?? 0; at < end; at++) {
      const key = keyOf(paragraph, topicName[at] ?? 0);
      const known = this.places.get(key);
      if (known) known.add(from);
      else this.places.set(key, new Set([from]));
    }
  }

  /** How many other places of the paragraph than `from` speak for a topic of the item: the most of its topics. */
  countFor(item: number, paragraph: number, from: number): number {
    if (this.places.size === 0) return 0;
    const { topicStart, topicName } = this.sections;
    const end = topicStart[item + 1] ?? 0;
    let most = 0;
    for (let at = topicStart[item] ?? 0; at < end; at++) {
      const places = this.places.get(keyOf(paragraph, topicName[at] ?? 0));
      if (places) most = Math.max(most, places.size - (places.has(from) ? 1 : 0));
    }
    return most;
  }
}

/** Topics are numbers of texts in the index, far below 2^20. */
function keyOf(paragraph: number, topic: number): number {
  return paragraph * 0x100000 + topic;
}
