import type { PackIndex } from '../pack/index-format.ts';
import { isQuoted, isStrong, isTelling } from './acceptance.ts';
import { CandidateFinder } from './candidates.ts';
import type { Comparison } from './comparison.ts';
import { CueFlag, KINDS } from './constants.ts';
import { CUE_FEATURES, putCueFeatures, weightOfHit } from './cue-features.ts';
import { ARTICLES } from './cue-pattern.ts';
import { cueStartsOf } from './cue-starts.ts';
import { FEATURES, putFeatures, putRetellingFeatures, RETELLING_FEATURES } from './features.ts';
import { type CueHit, findCues } from './find-cues.ts';
import { findNear, findRestatements } from './find-restatements.ts';
import { type Retelling, RetellingFinder } from './find-retellings.ts';
import { findRuns } from './find-shingles.ts';
import { hashWord } from './hash.ts';
import { ALONE, type MatchContext, NOBODY } from './match-context.ts';
import { MatchMemory } from './match-memory.ts';
import { type PageText, spanOf } from './page-text.ts';
import { bestOfItems, companyOf, type Stretch } from './rivals.ts';
import { type ScoreModel, scorerOf } from './score.ts';
import { rangeOf } from './sentences.ts';
import { settleHits } from './settle-hits.ts';
import { TopicSupport, type Witness } from './topic-support.ts';
import type { Span } from './types.ts';
import { Vocabularies } from './vocabulary.ts';
import { vocabularyFeaturesOf } from './vocabulary-features.ts';
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

/** Features that nobody asked for. */
const NOT_KEPT = new Float64Array(0);

/**
 * Makes the stage that finds what may match in a text and scores it. It keeps working memory. `keepFeatures`
 * asks for the features beside the scores.
 */
export function createDecider(
  index: PackIndex,
  model: ScoreModel,
  views: WordingViews,
): (page: PageText, keepFeatures?: boolean) => Decisions {
  const { sections } = index;
  const ownParties = index.meta.subject.parties.length;
  const articles = new Set(ARTICLES.map(hashWord));
  const starts = cueStartsOf(sections);
  const finder = new CandidateFinder(sections);
  const memory = new MatchMemory(sections);
  const scoreWording = scorerOf(model.wordings, FEATURES);
  const scoreRetelling = scorerOf(model.retellings, RETELLING_FEATURES);
  const vocabularies = new Vocabularies(sections);
  const retellings = new RetellingFinder(sections, vocabularies, views, memory);
  const scoreCue = scorerOf(model.cues, CUE_FEATURES);
  const itemOf = (comparison: Comparison): number => sections.wordingItem[comparison.wording] ?? 0;
  const isSaid = (comparison: Comparison): boolean =>
    isQuoted(comparison, views.get(comparison.wording).count, sections);

  /** A claim with the opposite polarity is not that claim. */
  const isContrary = (comparison: Comparison): boolean =>
    comparison.polarityDiffers && KINDS[sections.itemKind[itemOf(comparison)] ?? 0] === 'claim';

  const compareAll = (page: PageText): Comparison[] => {
    const runs = findRuns(page.tokens, page.paragraphs, sections);
    const near = findNear(page, runs, sections, views, memory);
    const restated = findRestatements(page, sections, finder, views, memory);
    const telling = [...near, ...restated].filter(
      (comparison) =>
        isSaid(comparison) || (isTelling(comparison, sections) && !isContrary(comparison)),
    );
    return bestOfItems(telling, sections);
  };

  /** What stands around each comparison and then each hit. */
  const contextsOf = (
    page: PageText,
    comparisons: readonly Comparison[],
    retold: readonly Retelling[],
    hits: readonly CueHit[],
  ): ((at: number) => MatchContext) => {
    const stretches: Stretch[] = [
      ...comparisons.map((comparison) => ({
        from: comparison.from,
        to: comparison.to,
        item: itemOf(comparison),
        strength: comparison.window.shared,
        isCue: false,
        isSure: true,
      })),
      ...hits.map((hit) => ({
        from: hit.from,
        to: hit.to,
        item: hit.item,
        strength: weightOfHit(hit, page.terms),
        isCue: true,
        isSure: !(hit.flags & CueFlag.general),
      })),
    ];
    for (const { comparison } of retold) {
      stretches.push({
        from: comparison.from,
        to: comparison.to,
        item: itemOf(comparison),
        strength: comparison.window.shared,
        isCue: false,
        isSure: false,
      });
    }
    const company = companyOf(stretches, sections);
    const witness = ({ item, from }: Stretch): Witness => ({
      item,
      from,
      paragraph: rangeOf(page.paragraphs, from),
    });
    const isWitness = (stretch: Stretch, at: number): boolean => {
      const comparison = comparisons[at];
      return comparison ? isStrong(comparison) : stretch.isSure;
    };
    const support = new TopicSupport(sections, stretches.filter(isWitness).map(witness));
    return (at) => {
      const stretch = stretches[at];
      if (!stretch) throw new RangeError(`no stretch ${at}`);
      return {
        sentence: page.sentenceParties[rangeOf(page.sentences, stretch.from)] ?? NOBODY,
        paragraph: page.paragraphParties[rangeOf(page.paragraphs, stretch.from)] ?? NOBODY,
        support: support.countFor(witness(stretch)),
        company: company[at] ?? ALONE,
      };
    };
  };

  /**
   * Whether a general cue counts: where the paragraph names all parties; and where it names nobody else and
   * the cue is one by which the framing is known, or, for a cue of ours, one of the parties is named.
   */
  const isInContext = (page: PageText, { from, flags }: CueHit): boolean => {
    const { own, others } = page.paragraphParties[rangeOf(page.paragraphs, from)] ?? NOBODY;
    if (own === (1 << ownParties) - 1) return true;
    return others === 0 && (own !== 0 || !(flags & CueFlag.ours));
  };

  /** The features of what is being scored. */
  const list = new Float64Array(Math.max(RETELLING_FEATURES.length, CUE_FEATURES.length));

  return (page, keepFeatures = false) => {
    const settled = settleHits(findCues(page.tokens, page.mentions, sections, articles, starts));
    const hits = settled.hits.filter(
      (hit) => !(hit.flags & CueFlag.general) || isInContext(page, hit),
    );
    /** Nobody quotes by chance; what is told in other words may be a phrase to avoid. */
    const isMiss = (comparison: Comparison): boolean =>
      settled.misses
        .get(itemOf(comparison))
        ?.some((miss) => miss.from < comparison.to && miss.to > comparison.from) ?? false;
    const all = compareAll(page).filter((comparison) => isSaid(comparison) || !isMiss(comparison));
    const retold = retellings
      .find(page)
      .filter(({ comparison }) => !isContrary(comparison) && !isMiss(comparison));
    const contextOf = contextsOf(page, all, retold, hits);
    const kept = ({ length }: readonly string[]): Float64Array =>
      keepFeatures ? list.slice(0, length) : NOT_KEPT;
    const describe = (comparison: Comparison, at: number): void =>
      putFeatures(
        list,
        comparison,
        sections,
        contextOf(at),
        vocabularyFeaturesOf(
          page,
          vocabularies,
          itemOf(comparison),
          comparison.from,
          comparison.to,
        ),
        ownParties,
      );
    return {
      comparisons: all.map((comparison, at) => {
        describe(comparison, at);
        return {
          comparison,
          features: kept(FEATURES),
          score: isSaid(comparison) ? 1 : scoreWording(list),
          item: itemOf(comparison),
          span: spanOf(page.tokens, comparison.from, comparison.to),
        };
      }),
      cues: hits.map((hit, at) => {
        putCueFeatures(
          list,
          hit,
          page.tokens,
          page.terms,
          contextOf(all.length + at),
          vocabularyFeaturesOf(page, vocabularies, hit.item, hit.from, hit.to),
          ownParties,
        );
        return {
          hit,
          features: kept(CUE_FEATURES),
          score: scoreCue(list),
          item: hit.item,
          span: spanOf(page.tokens, hit.from, hit.to),
        };
      }),
      retellings: retold.map((retelling, at) => {
        const { comparison } = retelling;
        describe(comparison, all.length + hits.length + at);
        putRetellingFeatures(list, retelling);
        return {
          retelling,
          features: kept(RETELLING_FEATURES),
          score: scoreRetelling(list),
          item: itemOf(comparison),
          span: spanOf(page.tokens, comparison.from, comparison.to),
        };
      }),
    };
  };
}
