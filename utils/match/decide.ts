import type { PackIndex } from '../pack/index-format.ts';
import { isQuoted, isTelling } from './acceptance.ts';
import { CandidateFinder } from './candidates.ts';
import type { Comparison } from './comparison.ts';
import { CueFlag, KINDS } from './constants.ts';
import { CUE_FEATURES, CUE_VOCABULARY_AT, putCueFeatures } from './cue-features.ts';
import { ARTICLES } from './cue-pattern.ts';
import {
  FEATURES,
  putFeatures,
  putRetellingFeatures,
  RETELLING_FEATURES,
  VOCABULARY_AT,
} from './features.ts';
import { type CueHit, findCues } from './find-cues.ts';
import { findNear, findRestatements } from './find-restatements.ts';
import { type Retelling, RetellingFinder } from './find-retellings.ts';
import { findRuns } from './find-shingles.ts';
import { hashWord } from './hash.ts';
import { lazyScorer } from './lazy-score.ts';
import { MatchMemory } from './match-memory.ts';
import { isOfAnotherPair } from './other-pair.ts';
import { type PageText, spanOf } from './page-text.ts';
import { contradicts } from './polarity.ts';
import { RetellingBound } from './retelling-bound.ts';
import { bestOfItems } from './rivals.ts';
import { type ScoreModel, type Thresholds, TrustIn, TrustInItems } from './score.ts';
import { settleHits } from './settle-hits.ts';
import { subjectSentencesOf } from './subject-sentences.ts';
import { Surroundings } from './surroundings.ts';
import { TopicChances } from './topic-chances.ts';
import type { Span } from './types.ts';
import { Vocabularies } from './vocabulary.ts';
import { VocabularyFeatures } from './vocabulary-features.ts';
import { WordFilter } from './word-filter.ts';
import type { WordingViews } from './wording-view.ts';

/** A comparison with what was made of it, for calibration and for tests of single stages. */
export interface ScoredComparison extends Decided {
  readonly comparison: Comparison;
}

interface Decided {
  /** Empty unless they were asked for. */
  readonly features: Float64Array;
  readonly score: number;
  /** Number of the item in the index. */
  readonly item: number;
  /** UTF-16 offsets into the text. */
  readonly span: Span;
}

/** A retelling with what was made of it. */
export interface ScoredRetelling extends Decided {
  readonly retelling: Retelling;
}

/** A cue hit with what was made of it. */
export interface ScoredCue extends Decided {
  readonly hit: CueHit;
}

/** Everything that stood for decision in a text. */
export interface Decisions {
  readonly comparisons: readonly ScoredComparison[];
  readonly retellings: readonly ScoredRetelling[];
  readonly cues: readonly ScoredCue[];
}

/** Words before a stretch in which a negation may stand that turns it. */
const BEFORE_STRETCH = 3;

/** Features that nobody asked for. */
const NOT_KEPT = new Float64Array(0);

/** What is asked for beside the scores. */
export interface Wanted {
  /** Least scores of what is wanted: what cannot reach them may be left out. Everything where it is null. */
  readonly least?: Thresholds | null;
  readonly keepFeatures?: boolean;
  /** Retellings of sentences far from the subject too (rule 2.15): calibration learns from them. */
  readonly everySentence?: boolean;
}

/** Makes the stage that finds what may match in a text and scores it. It keeps working memory. */
export function createDecider(
  index: PackIndex,
  model: ScoreModel,
  views: WordingViews,
): (page: PageText, wanted?: Wanted) => Decisions {
  const { sections } = index;
  const ownParties = index.meta.subject.parties.length;
  const articles = new Set(ARTICLES.map(hashWord));
  const starts = new WordFilter(sections.cueFirstWords);
  const finder = new CandidateFinder(sections);
  const memory = new MatchMemory(sections);
  const vocabularies = new Vocabularies(sections);
  const vocabularyFeatures = new VocabularyFeatures(vocabularies, new TopicChances(sections));
  const trust = new TrustInItems(model.items, (item) => index.string(sections.itemId[item] ?? 0));
  const bound = new RetellingBound(
    sections,
    model.retellings,
    vocabularyFeatures,
    ownParties,
    trust,
  );
  const retellings = new RetellingFinder(sections, vocabularies, views, memory);
  const itemOf = (comparison: Comparison): number => sections.wordingItem[comparison.wording] ?? 0;
  const isSaid = (comparison: Comparison): boolean =>
    isQuoted(comparison, views.get(comparison.wording).count, sections);

  /** A claim with the opposite polarity is not that claim. */
  const isContrary = (page: PageText, comparison: Comparison): boolean =>
    KINDS[sections.itemKind[itemOf(comparison)] ?? 0] === 'claim' &&
    contradicts(
      {
        row: page.terms.row,
        weight: page.terms.weight,
        before: page.tokens.before,
        negations: page.negations,
      },
      Math.max(0, comparison.from - BEFORE_STRETCH),
      comparison.to,
      views.get(comparison.wording),
    );

  const compareAll = (page: PageText): Comparison[] => {
    const runs = findRuns(page.tokens, page.paragraphs, sections);
    const near = findNear(page, runs, sections, views, memory);
    const restated = findRestatements(page, sections, finder, views, memory);
    const telling = [...near, ...restated].filter(
      (comparison) =>
        isSaid(comparison) || (isTelling(comparison, sections) && !isContrary(page, comparison)),
    );
    return bestOfItems(telling, sections);
  };

  /** The features of what is being scored. */
  const list = new Float64Array(Math.max(RETELLING_FEATURES.length, CUE_FEATURES.length));
  const scoring = { list, vocabulary: vocabularyFeatures, trust };
  const scoreComparison = lazyScorer(scoring, model.wordings, FEATURES, TrustIn.wordings);
  const scoreRetelling = lazyScorer(
    scoring,
    model.retellings,
    RETELLING_FEATURES,
    TrustIn.retellings,
  );
  const scoreHit = lazyScorer(scoring, model.cues, CUE_FEATURES, TrustIn.cues);

  return (page, { least = null, keepFeatures = false, everySentence = false } = {}) => {
    const { hits, misses } = settleHits(
      findCues(page.tokens, page.mentions, sections, articles, starts),
    );
    /** Nobody quotes by chance; what is told in other words may be a phrase to avoid. */
    const isMiss = (comparison: Comparison): boolean =>
      misses
        .get(itemOf(comparison))
        ?.some((miss) => miss.from < comparison.to && miss.to > comparison.from) ?? false;
    /** What others agree on, or trade, is no matter of ours; framings are put beside others' too. */
    const isOthers = (comparison: Comparison): boolean => {
      const item = itemOf(comparison);
      if (KINDS[sections.itemKind[item] ?? 0] === 'framing') return false;
      const { from, to } = comparison;
      return isOfAnotherPair(page, vocabularies, item, from, to, ownParties);
    };
    const isNone = (comparison: Comparison): boolean => isMiss(comparison) || isOthers(comparison);
    const all = compareAll(page).filter((comparison) => isSaid(comparison) || !isNone(comparison));
    const around = new Surroundings(page, sections, all, hits);
    const sentences = everySentence ? null : subjectSentencesOf(page, hits, all, ownParties);
    const retold = retellings
      .find(page, sentences, least && bound.of(page, around, least.retellings))
      .filter(({ comparison }) => !isContrary(page, comparison) && !isNone(comparison));
    const contextOf = around.contextsWith(retold.map(({ comparison }) => comparison));
    const kept = ({ length }: readonly string[]): Float64Array =>
      keepFeatures ? list.slice(0, length) : NOT_KEPT;
    const describe = (comparison: Comparison, at: number): void => {
      const { from, to } = comparison;
      putFeatures(list, comparison, sections, contextOf(at), ownParties);
      vocabularyFeatures.putRarity(list, VOCABULARY_AT, page, itemOf(comparison), from, to);
    };
    return {
      comparisons: all.map((comparison, at) => {
        describe(comparison, at);
        const { from, to } = comparison;
        const item = itemOf(comparison);
        const isSure = isSaid(comparison);
        const lowest = least && (isSure ? Number.POSITIVE_INFINITY : least.wordings);
        const score = scoreComparison(page, { item, from, to }, lowest);
        return {
          comparison,
          features: kept(FEATURES),
          score: isSure ? 1 : score,
          item,
          span: spanOf(page.tokens, from, to),
        };
      }),
      cues: hits.map((hit, at) => {
        const context = contextOf(all.length + at);
        putCueFeatures(list, hit, page.tokens, page.terms, context, ownParties);
        vocabularyFeatures.putRarity(list, CUE_VOCABULARY_AT, page, hit.item, hit.from, hit.to);
        const lowest = least && (hit.flags & CueFlag.ours ? least.cues : least.knownCues);
        return {
          score: scoreHit(page, hit, lowest),
          hit,
          features: kept(CUE_FEATURES),
          item: hit.item,
          span: spanOf(page.tokens, hit.from, hit.to),
        };
      }),
      retellings: retold.map((retelling, at) => {
        const { comparison } = retelling;
        describe(comparison, all.length + hits.length + at);
        putRetellingFeatures(list, retelling);
        const { from, to } = comparison;
        const item = itemOf(comparison);
        return {
          score: scoreRetelling(page, { item, from, to }, null),
          retelling,
          features: kept(RETELLING_FEATURES),
          item,
          span: spanOf(page.tokens, from, to),
        };
      }),
    };
  };
}
