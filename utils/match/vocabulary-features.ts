import type { PageTerms } from './page-terms.ts';
import type { PageText } from './page-text.ts';
import { rangeOf } from './sentences.ts';
import type { TopicChances } from './topic-chances.ts';
import type { Vocabularies } from './vocabulary.ts';

/**
 * What the words of the item and of its topics, over all wordings, say of a stretch and of its sentence; the
 * last two by weights that were learned (topic-chances.ts), the others by how rare the words are.
 */
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
  'topicChance',
  'sentenceTopicChance',
] as const;

export type VocabularyFeatureName = (typeof VOCABULARY_FEATURES)[number];

/** Weights at which the features reach 1. */
const MUCH = 30;
const MUCH_AROUND = 20;
const MUCH_OF_ONE = 10;

/** Sums over the words of a stretch; those over what stands around it lie `AROUND` places behind. */
const MASS = 0;
const OWN = 1;
const TOPIC = 2;
const OWN_RARITY = 3;
const TOPIC_RARITY = 4;
const HEAVIEST = 5;
const AROUND = 6;

/** Reckons these features. It keeps working memory: one call at a time. */
export class VocabularyFeatures {
  private readonly sums = new Float64Array(2 * AROUND);

  constructor(
    private readonly vocabularies: Vocabularies,
    private readonly chances: TopicChances,
  ) {}

  /** `topicChance`, which takes longest to reckon. */
  chanceOfStretch(page: Pick<PageText, 'terms'>, item: number, from: number, to: number): number {
    return this.chances.ofStretch(page.terms, item, from, to);
  }

  /** `sentenceTopicChance`, which takes no longer for many stretches of a sentence than for one. */
  chanceOfSentence(
    page: Pick<PageText, 'terms' | 'sentences'>,
    item: number,
    from: number,
    to: number,
  ): number {
    const { start } = page.sentences;
    const sentence = rangeOf(page.sentences, from);
    const end = start[sentence + 1] ?? to;
    return this.chances.ofSentence(page.terms, item, start[sentence] ?? from, end);
  }

  /**
   * Writes the features of tokens `[from, to)` beside an item into a list from place `at` on, in the order
   * of `VOCABULARY_FEATURES`, all but the last two; each lies between 0 and 1.
   */
  putRarity(
    list: Float64Array,
    at: number,
    page: Pick<PageText, 'terms' | 'sentences'>,
    item: number,
    from: number,
    to: number,
  ): void {
    const { sums, vocabularies } = this;
    const sentence = rangeOf(page.sentences, from);
    const first = Math.min(from, page.sentences.start[sentence] ?? from);
    const end = Math.max(to, page.sentences.start[sentence + 1] ?? to);
    sums.fill(0);
    // A word is rare once, and inside the stretch rather than around it.
    vocabularies.met.clear();
    this.add(0, page.terms, item, from, to);
    this.add(AROUND, page.terms, item, first, from);
    this.add(AROUND, page.terms, item, to, end);
    const sum = (which: number): number => sums[which] ?? 0;
    const mass = Math.max(1, sum(MASS));
    const all = Math.max(1, sum(MASS) + sum(AROUND + MASS));
    list[at] = sum(OWN) / mass;
    list[at + 1] = sum(TOPIC) / mass;
    list[at + 2] = Math.min(1, sum(OWN_RARITY) / MUCH);
    list[at + 3] = sum(HEAVIEST) / MUCH_OF_ONE;
    list[at + 4] = Math.min(1, sum(TOPIC_RARITY) / MUCH);
    list[at + 5] = (sum(OWN) + sum(AROUND + OWN)) / all;
    list[at + 6] = (sum(TOPIC) + sum(AROUND + TOPIC)) / all;
    list[at + 7] = Math.min(1, (sum(OWN_RARITY) + sum(AROUND + OWN_RARITY)) / MUCH);
    list[at + 8] = Math.min(1, sum(AROUND + OWN_RARITY) / MUCH_AROUND);
    list[at + 9] = Math.min(1, sum(AROUND + TOPIC_RARITY) / MUCH_AROUND);
  }

  /** Adds the words of tokens `[from, to)` to the sums from `base` on; `met` holds those whose rarity was added before. */
  private add(
    base: number,
    { row, weight }: PageTerms,
    item: number,
    from: number,
    to: number,
  ): void {
    const { sums, vocabularies } = this;
    const { met, rows } = vocabularies;
    const ownWords = vocabularies.ofItem(item);
    const topicWords = vocabularies.ofTopics(item);
    let mass = sums[base + MASS] ?? 0;
    let own = sums[base + OWN] ?? 0;
    let topic = sums[base + TOPIC] ?? 0;
    let ownRarity = sums[base + OWN_RARITY] ?? 0;
    let topicRarity = sums[base + TOPIC_RARITY] ?? 0;
    let heaviest = sums[base + HEAVIEST] ?? 0;
    for (let at = from; at < to; at++) {
      const known = row[at] ?? rows;
      const heavy = weight[at] ?? 0;
      mass += heavy;
      // Words that no wording has, and those that are in no list at all.
      if (known >= rows) continue;
      // The words of an item are words of its topics.
      if (!topicWords.has(known)) continue;
      const isOwn = ownWords.has(known);
      if (isOwn) own += heavy;
      topic += heavy;
      if (!met.add(known)) continue;
      topicRarity += heavy * vocabularies.rarityAmongTopics(known);
      if (!isOwn) continue;
      const rarity = heavy * vocabularies.rarityAmongItems(known);
      ownRarity += rarity;
      if (rarity > heaviest) heaviest = rarity;
    }
    sums[base + MASS] = mass;
    sums[base + OWN] = own;
    sums[base + TOPIC] = topic;
    sums[base + OWN_RARITY] = ownRarity;
    sums[base + TOPIC_RARITY] = topicRarity;
    sums[base + HEAVIEST] = heaviest;
  }
}
