import type { Pack } from './model.ts';

/** Prefix of the topic that an item has by its `subject` alone. */
export const SUBJECT_PREFIX = 'subject:';

/**
 * The topics of every clause, claim and framing. A framing belongs to its question; a clause or claim to
 * the question of each framing that names it, and to its own subject (`subject:` and its word). Questions
 * come first, so that a match is listed under a question where there is one.
 */
export function topicsOf(pack: Pack): ReadonlyMap<string, readonly string[]> {
  const topics = new Map<string, Set<string>>();
  const add = (item: string, topic: string) => {
    const of = topics.get(item) ?? new Set();
    topics.set(item, of.add(topic));
  };
  for (const topic of pack.topics) {
    for (const framing of topic.framings) {
      add(framing.id, topic.id);
      for (const item of [...(framing.clauses ?? []), ...(framing.claims ?? [])])
        add(item, topic.id);
    }
  }
  for (const item of [...pack.clauses, ...pack.claims])
    add(item.id, `${SUBJECT_PREFIX}${item.subject}`);
  return new Map([...topics].map(([item, of]) => [item, [...of]]));
}
