import type { IndexSections } from '../pack/index-format.ts';

/** Something found that speaks for the topics of its item: where it begins, and in which paragraph. */
export interface Witness {
  readonly item: number;
  readonly paragraph: number;
  /** First token. */
  readonly from: number;
}

/** Counts, paragraph by paragraph, the places that speak for each topic. */
export class TopicSupport {
  private readonly places = new Map<number, Set<number>>();

  constructor(
    private readonly sections: IndexSections,
    witnesses: readonly Witness[],
  ) {
    for (const { item, paragraph, from } of witnesses) {
      for (const topic of this.topicsOf(item)) {
        const key = keyOf(paragraph, topic);
        const known = this.places.get(key);
        if (known) known.add(from);
        else this.places.set(key, new Set([from]));
      }
    }
  }

  /** How many other places of the paragraph speak for a topic of the item: the most of its topics. */
  countFor(own: Witness): number {
    let most = 0;
    for (const topic of this.topicsOf(own.item)) {
      const places = this.places.get(keyOf(own.paragraph, topic));
      if (places) most = Math.max(most, places.size - (places.has(own.from) ? 1 : 0));
    }
    return most;
  }

  private topicsOf(item: number): Uint32Array {
    const { topicStart, topicName } = this.sections;
    return topicName.subarray(topicStart[item], topicStart[item + 1]);
  }
}

/** Topics are numbers of texts in the index, far below 2^20. */
function keyOf(paragraph: number, topic: number): number {
  return paragraph * 0x100000 + topic;
}
