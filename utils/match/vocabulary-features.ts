import { ABSENT } from './hash-table.ts';
import type { PageText } from './page-text.ts';
import { rangeOf } from './sentences.ts';
import type { Vocabularies } from './vocabulary.ts';

/** What the words of the item and of its topics, over all wordings, say of a stretch and of its sentence. */
export const VOCABULARY_FEATURES = [
  'ownWords',
  'topicWords',
  'ownRarity',
  'heaviestRarity',
  'topicRarity',
  'sentenceOwnWords',
  'sentenceTopicWords',
  'sentenceRarity',
  'ownAround',
  'topicAround',
] as const;

export type VocabularyFeatureName = (typeof VOCABULARY_FEATURES)[number];

/** Weights at which the features reach 1. */
const MUCH = 30;
const MUCH_AROUND = 20;
const MUCH_OF_ONE = 10;

/** The features of tokens `[from, to)` beside an item; each lies between 0 and 1. */
export function vocabularyFeaturesOf(
  page: PageText,
  vocabularies: Vocabularies,
  item: number,
  from: number,
  to: number,
): Record<VocabularyFeatureName, number> {
  const { row, weight } = page.terms;
  const own = vocabularies.ofItem(item);
  const topics = vocabularies.ofTopics(item);
  const inTopic = (at: number): boolean => topics.some((topic) => topic.has(at));
  const sentence = rangeOf(page.sentences, from);
  const first = Math.min(from, page.sentences.start[sentence] ?? from);
  const end = Math.max(to, page.sentences.start[sentence + 1] ?? to);
  const inside = { mass: 0, own: 0, topic: 0 };
  const around = { mass: 0, own: 0, topic: 0 };
  let ownRarity = 0;
  let heaviestRarity = 0;
  let topicRarity = 0;
  let ownAround = 0;
  let topicAround = 0;
  const seen = new Set<number>();
  const look = (at: number, isInside: boolean): void => {
    const known = row[at] ?? ABSENT;
    const mass = weight[at] ?? 0;
    const sum = isInside ? inside : around;
    sum.mass += mass;
    if (known === ABSENT) return;
    const isOwn = own.has(known);
    const isTopic = isOwn || inTopic(known);
    if (isOwn) sum.own += mass;
    if (isTopic) sum.topic += mass;
    if (!isTopic || seen.has(known)) return;
    seen.add(known);
    const rarity = isOwn ? mass * vocabularies.rarityAmongItems(known) : 0;
    const rare = mass * vocabularies.rarityAmongTopics(known);
    if (isInside) {
      ownRarity += rarity;
      topicRarity += rare;
      heaviestRarity = Math.max(heaviestRarity, rarity);
    } else {
      ownAround += rarity;
      topicAround += rare;
    }
  };
  for (let at = from; at < to; at++) look(at, true);
  for (let at = first; at < end; at++) if (at < from || at >= to) look(at, false);
  const all = Math.max(1, inside.mass + around.mass);
  return {
    ownWords: inside.own / Math.max(1, inside.mass),
    topicWords: inside.topic / Math.max(1, inside.mass),
    ownRarity: Math.min(1, ownRarity / MUCH),
    heaviestRarity: heaviestRarity / MUCH_OF_ONE,
    topicRarity: Math.min(1, topicRarity / MUCH),
    sentenceOwnWords: (inside.own + around.own) / all,
    sentenceTopicWords: (inside.topic + around.topic) / all,
    sentenceRarity: Math.min(1, (ownRarity + ownAround) / MUCH),
    ownAround: Math.min(1, ownAround / MUCH_AROUND),
    topicAround: Math.min(1, topicAround / MUCH_AROUND),
  };
}
