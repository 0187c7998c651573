import type { ReadEntry } from './card-citation.ts';
import { type CardLanguage, wordsIn } from './card-language.ts';
import { type Entry, NAMES_ENTRY, PACK_ENTRY } from './entries.ts';

/**
 * What a reader sees for a topic in one language of the interface: its question, or the name of the
 * subject that clauses and claims without a question have. Null where the index does not know it, under
 * no former id either.
 *
 * @param entry reads the entries that `entriesOf` put into the index; null for an unknown id.
 */
export function topicNameOf(
  entry: (id: string) => unknown | null,
  topic: string,
  language: CardLanguage,
): string | null {
  const read: ReadEntry = (id) => entry(id) as Entry | null;
  const pack = read(PACK_ENTRY);
  const redirect = pack?.kind === 'pack' ? pack.redirects[topic]?.[0] : undefined;
  const found = read(topic) ?? (redirect === undefined ? null : read(redirect));
  const words = wordsIn(language, read(NAMES_ENTRY));
  if (found?.kind === 'topic') return words.pick(found.texts, 'question', found.topic.question);
  return found?.kind === 'subject' ? words.pick(found.texts, 'name', found.name) : null;
}
