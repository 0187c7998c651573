import { ABSENT } from './hash-table.ts';
import type { PageTerms } from './page-terms.ts';
import type { PageText } from './page-text.ts';
import type { RowBits } from './row-bits.ts';
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

/** Sums over the words of a stretch, or of what stands around it. */
interface Sums {
  mass: number;
  own: number;
  topic: number;
  ownRarity: number;
  heaviest: number;
  topicRarity: number;
}

const noSums = (): Sums => ({
  mass: 0,
  own: 0,
  topic: 0,
  ownRarity: 0,
  heaviest: 0,
  topicRarity: 0,
});

/** The features of tokens `[from, to)` beside an item; each lies between 0 and 1. */
export function vocabularyFeaturesOf(
  page: PageText,
  vocabularies: Vocabularies,
  item: number,
  from: number,
  to: number,
): Record<VocabularyFeatureName, number> {
  const sentence = rangeOf(page.sentences, from);
  const first = Math.min(from, page.sentences.start[sentence] ?? from);
  const end = Math.max(to, page.sentences.start[sentence + 1] ?? to);
  const topics = vocabularies.ofTopics(item);
  const inside = noSums();
  const around = noSums();
  // A word is rare once, and inside the stretch rather than around it.
  vocabularies.met.clear();
  addWords(inside, page.terms, vocabularies, item, topics, from, to);
  addWords(around, page.terms, vocabularies, item, topics, first, from);
  addWords(around, page.terms, vocabularies, item, topics, to, end);
  const all = Math.max(1, inside.mass + around.mass);
  return {
    ownWords: inside.own / Math.max(1, inside.mass),
    topicWords: inside.topic / Math.max(1, inside.mass),
    ownRarity: Math.min(1, inside.ownRarity / MUCH),
    heaviestRarity: inside.heaviest / MUCH_OF_ONE,
    topicRarity: Math.min(1, inside.topicRarity / MUCH),
    sentenceOwnWords: (inside.own + around.own) / all,
    sentenceTopicWords: (inside.topic + around.topic) / all,
    sentenceRarity: Math.min(1, (inside.ownRarity + around.ownRarity) / MUCH),
    ownAround: Math.min(1, around.ownRarity / MUCH_AROUND),
    topicAround: Math.min(1, around.topicRarity / MUCH_AROUND),
  };
}

/** Adds the words of tokens `[from, to)`; `vocabularies.met` holds those whose rarity was added before. */
function addWords(
  sums: Sums,
  { row, weight }: PageTerms,
  vocabularies: Vocabularies,
  item: number,
  topics: readonly RowBits[],
  from: number,
  to: number,
): void {
  const { met } = vocabularies;
  for (let at = from; at < to; at++) {
    const known = row[at] ?? ABSENT;
    const mass = weight[at] ?? 0;
    sums.mass += mass;
    if (known === ABSENT) continue;
    // The words of an item are words of its topics, where it has any.
    const isTopic = isIn(topics, known);
    const isOwn = (isTopic || topics.length === 0) && vocabularies.uses(item, known) > 0;
    if (!isTopic && !isOwn) continue;
    if (isOwn) sums.own += mass;
    sums.topic += mass;
    if (!met.add(known)) continue;
    const rarity = isOwn ? mass * vocabularies.rarityAmongItems(known) : 0;
    sums.ownRarity += rarity;
    sums.topicRarity += mass * vocabularies.rarityAmongTopics(known);
    if (rarity > sums.heaviest) sums.heaviest = rarity;
  }
}

function isIn(topics: readonly RowBits[], row: number): boolean {
  for (let at = 0; at < topics.length; at++) if (topics[at]?.has(row)) return true;
  return false;
}
