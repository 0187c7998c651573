import type { PageTopic } from '../../utils/messages.ts';
import type { CardData } from '../../utils/pack/card-data.ts';

/**
 * The topics of the cards of a page, each once, in the order in which they are met, with all framings
 * that have a holder: a framing's label never stands without who holds it.
 *
 * @param found ids of the items found on the page.
 */
export function topicsOf(
  cards: readonly (CardData | null)[],
  found: ReadonlySet<string>,
): PageTopic[] {
  const topics = new Map<string, PageTopic>();
  for (const { id, question, framings } of cards.flatMap((card) => card?.topics ?? [])) {
    if (topics.has(id)) continue;
    const held = framings.filter(({ heldBy }) => heldBy.length > 0);
    topics.set(id, {
      id,
      question,
      framings: held.map(({ id: framing, label, heldBy }) => ({
        id: framing,
        label,
        heldBy,
        isUsedHere: found.has(framing),
      })),
    });
  }
  return [...topics.values()].filter(({ framings }) => framings.length > 0);
}
