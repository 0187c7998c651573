import type { PageText } from './page-text.ts';
import { type LogisticModel, scorerOf, type TrustInItems } from './score.ts';
import type { VocabularyFeatures } from './vocabulary-features.ts';

/** What all scorers of a stage share: the list that holds the features, and what fills the last of them in. */
export interface Scoring {
  readonly list: Float64Array;
  readonly vocabulary: VocabularyFeatures;
  readonly trust: TrustInItems;
}

/** What is scored: tokens `[from, to)` as those of an item. */
export interface Stretch {
  readonly item: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Makes a scoring function for stretches whose features are in the list but for the chances of their topic,
 * which take longest to reckon: they are asked for only where they decide. What stays below `lowest` with the
 * best chances gets a score that is below it as well, but no less than its own; null asks for every score and
 * feature as it is.
 */
export function lazyScorer<Name extends string>(
  { list, vocabulary, trust }: Scoring,
  model: LogisticModel<Name | 'topicChance' | 'sentenceTopicChance'>,
  names: readonly (Name | 'topicChance' | 'sentenceTopicChance')[],
  stage: 0 | 1 | 2,
): (page: PageText, stretch: Stretch, lowest: number | null) => number {
  const score = scorerOf(model, names);
  const chanceAt = names.indexOf('topicChance');
  const sentenceAt = names.indexOf('sentenceTopicChance');
  const best = model.weights.topicChance > 0 ? 1 : 0;
  const bestOfSentence = model.weights.sentenceTopicChance > 0 ? 1 : 0;
  return (page, { item, from, to }, lowest) => {
    const added = trust.of(item, stage);
    if (lowest !== null) {
      list[chanceAt] = best;
      list[sentenceAt] = bestOfSentence;
      const most = score(list, added);
      if (most < lowest) return most;
    }
    list[sentenceAt] = vocabulary.chanceOfSentence(page, item, from, to);
    if (lowest !== null) {
      const most = score(list, added);
      if (most < lowest) return most;
    }
    list[chanceAt] = vocabulary.chanceOfStretch(page, item, from, to);
    return score(list, added);
  };
}
