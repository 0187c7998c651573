import type { IndexSections, PackIndex } from '../pack/index-format.ts';
import { arbitrate, type Found } from './arbitrate.ts';
import { balanceQuotes } from './balance-quotes.ts';
import { CandidateFinder } from './candidates.ts';
import type { Comparison } from './comparison.ts';
import { CueFlag, KINDS, LANGUAGES, ORIGINS } from './constants.ts';
import { CUE_FEATURES, cueFeaturesOf, weightOfHit } from './cue-features.ts';
import { ARTICLES } from './cue-pattern.ts';
import { degreeOf } from './degree.ts';
import { evidenceOf, joinWords } from './evidence.ts';
import { FEATURES, featuresOf } from './features.ts';
import { type CueHit, findCues } from './find-cues.ts';
import { findNear, findRestatements, type PageText, WordingViews } from './find-restatements.ts';
import { findRuns } from './find-shingles.ts';
import { hashWord } from './hash.ts';
import { ALONE, type MatchContext, NOBODY } from './match-context.ts';
import { MODEL } from './model-weights.ts';
import { quantitiesOf } from './numbers.ts';
import { pageTermsOf } from './page-terms.ts';
import { findParties, partiesByRange, partyNamesOf } from './parties.ts';
import { bestOfItems, companyOf } from './rivals.ts';
import { type ScoreModel, scorerOf } from './score.ts';
import { paragraphsOf, rangeOf, sentencesOf } from './sentences.ts';
import { createTokenizer } from './tokenize.ts';
import { TopicSupport, type Witness } from './topic-support.ts';
import type { ItemKind, Match, Sensitivity, Span } from './types.ts';

/** A comparison with what was made of it, for calibration and for tests of single stages. */
export interface ScoredComparison extends Decided {
  readonly comparison: Comparison;
}

interface Decided {
  readonly features: Float64Array;
  readonly score: number;
  /** Number of the item in the index. */
  readonly item: number;
  /** UTF-16 offsets into the text. */
  readonly span: Span;
}

/** A cue hit with what was made of it. */
export interface ScoredCue extends Decided {
  readonly hit: CueHit;
}

/** Everything that stood for decision in a text. */
export interface Decisions {
  readonly comparisons: readonly ScoredComparison[];
  readonly cues: readonly ScoredCue[];
}

/** The engine on one index. It keeps working memory: one call at a time. */
export interface Engine {
  /**
   * All matches in `text`, in reading order, nested ones too. Paragraphs are separated by two line feeds;
   * nothing is matched across them, so a text may be handed over in slices cut there. Offsets are UTF-16
   * units into `text`. Any string is accepted.
   */
  match(text: string, sensitivity: Sensitivity): Match[];
  /** Everything that stood for decision, with its features and score: for calibration and for tests. */
  explain(text: string): Decisions;
}

/** Makes the engine of an index. */
export function createEngine(index: PackIndex, model: ScoreModel = MODEL): Engine {
  const { sections } = index;
  const tokenize = createTokenizer();
  const names = partyNamesOf(index.meta.subject, tokenize);
  const articles = new Set(ARTICLES.map(hashWord));
  const finder = new CandidateFinder(sections);
  const views = new WordingViews(sections);
  const scoreWording = scorerOf(model.wordings, FEATURES);
  const scoreCue = scorerOf(model.cues, CUE_FEATURES);

  const read = (text: string): PageText => {
    const tokens = tokenize(text);
    const sentences = sentencesOf(tokens);
    const paragraphs = paragraphsOf(tokens);
    const mentions = findParties(tokens, names);
    return {
      tokens,
      terms: pageTermsOf(tokens, sections),
      sentences,
      paragraphs,
      quantities: quantitiesOf(tokens),
      mentions,
      sentenceParties: partiesByRange(mentions, names, sentences),
      paragraphParties: partiesByRange(mentions, names, paragraphs),
    };
  };

  const decide = (page: PageText): Decisions => {
    const hits = distinctHits(
      withoutNearMisses(findCues(page.tokens, page.mentions, sections, articles)),
    );
    const near = findNear(page, findRuns(page.tokens, page.paragraphs, sections), sections, views);
    const restated = findRestatements(page, sections, finder, views);
    const all = bestOfItems(
      [...near, ...restated].filter(
        (comparison) => isTelling(comparison) || isQuoted(comparison, views, sections),
      ),
      sections,
    );
    const itemOf = (comparison: Comparison): number =>
      sections.wordingItem[comparison.wording] ?? 0;
    const company = companyOf(
      [
        ...all.map((comparison) => ({
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
      ],
      sections,
    );
    const witness = (item: number, from: number): Witness => ({
      item,
      from,
      paragraph: rangeOf(page.paragraphs, from),
    });
    const support = new TopicSupport(sections, [
      ...hits
        .filter((hit) => !(hit.flags & CueFlag.general))
        .map((hit) => witness(hit.item, hit.from)),
      ...all.filter(isStrong).map((comparison) => witness(itemOf(comparison), comparison.from)),
    ]);
    const contextFor = (item: number, from: number, at: number): MatchContext => ({
      sentence: page.sentenceParties[rangeOf(page.sentences, from)] ?? NOBODY,
      paragraph: page.paragraphParties[rangeOf(page.paragraphs, from)] ?? NOBODY,
      support: support.countFor(witness(item, from)),
      company: company[at] ?? ALONE,
    });
    const comparisons = all.map((comparison, at) => {
      const item = itemOf(comparison);
      const context = contextFor(item, comparison.from, at);
      const features = featuresOf(comparison, sections, context, names.own);
      const span = spanOf(page, comparison.from, comparison.to);
      const score = isQuoted(comparison, views, sections) ? 1 : scoreWording(features);
      return { comparison, features, score, item, span };
    });
    const cues = hits.map((hit, at) => {
      const context = contextFor(hit.item, hit.from, all.length + at);
      const features = cueFeaturesOf(hit, page.tokens, page.terms, context, names.own);
      const span = spanOf(page, hit.from, hit.to);
      return { hit, features, score: scoreCue(features), item: hit.item, span };
    });
    return { comparisons, cues };
  };

  return {
    explain(text) {
      return decide(read(text));
    },
    match(text, sensitivity) {
      const page = read(text);
      const least = model.thresholds[sensitivity];
      const found: Found[] = [];
      const { comparisons, cues } = decide(page);
      for (const { comparison, score, item } of comparisons) {
        if (score < least.wordings) continue;
        const match = matchOf(index, page, comparison, score, views);
        found.push({
          match,
          topics: topicsOf(sections, item),
          strength: comparison.window.shared,
          isCue: false,
          isWhole: match.degree === 'verbatim',
        });
      }
      for (const { hit, score, item } of cues) {
        if (score < least.cues) continue;
        found.push({
          match: cueMatchOf(index, page, hit, score),
          topics: topicsOf(sections, item),
          strength: 0,
          isCue: true,
          isWhole: false,
        });
      }
      return arbitrate(found);
    },
  };
}

/** Least number of telling words that a match shares with its wording; a figure alone says nothing. */
const LEAST_TELLING = 2;

function isTelling(comparison: Comparison): boolean {
  return comparison.telling >= LEAST_TELLING && comparison.telling > comparison.tellingFigures;
}

/**
 * Whether a stretch is a quotation beyond doubt: (nearly) all of a wording, side by side and in order, or
 * a run of it that is too surprising to be chance. Wordings of ours are never quoted.
 */
function isQuoted(comparison: Comparison, views: WordingViews, sections: IndexSections): boolean {
  const { wording, runLength, runMass } = comparison;
  if (ORIGINS[sections.wordingOrigin[wording] ?? 0] === 'ours') return false;
  const { count } = views.get(wording);
  const isChinese = LANGUAGES[sections.wordingLanguage[wording] ?? 0] === 'zh';
  const least = isChinese ? 8 : 5;
  if (runLength < least) return false;
  return runLength >= 0.9 * count || runMass >= SURPRISING;
}

/** Weight of a run of words that does not come about by chance. */
const SURPRISING = 26;

/** A comparison that says enough to speak for its topic beside others. */
function isStrong(comparison: Comparison): boolean {
  const { window, wordingMass } = comparison;
  return window.shared >= STRONG_SHARED && window.shared >= STRONG_COVERAGE * wordingMass;
}

const STRONG_SHARED = 25;
const STRONG_COVERAGE = 0.4;

function spanOf(page: PageText, from: number, to: number): Span {
  return { start: page.tokens.start[from] ?? 0, end: page.tokens.end[to - 1] ?? 0 };
}

function matchOf(
  index: PackIndex,
  page: PageText,
  comparison: Comparison,
  score: number,
  views: WordingViews,
): Match {
  const { sections } = index;
  const item = sections.wordingItem[comparison.wording] ?? 0;
  const view = views.get(comparison.wording);
  const { tokens } = page;
  const kind = kindOf(sections, item);
  return {
    ...identityOf(index, item),
    degree: degreeOf(comparison, view, tokens, sections, kind),
    score,
    ...balanceQuotes(tokens.text, spanOf(page, comparison.from, comparison.to)),
    evidence: evidenceOf(comparison, view, tokens, sections),
  };
}

/** Drops near misses, and the hits of the same item that lie inside one. */
function withoutNearMisses(hits: readonly CueHit[]): CueHit[] {
  const misses = hits.filter((hit) => hit.flags & CueFlag.avoid);
  return hits.filter(
    (hit) =>
      !(hit.flags & CueFlag.avoid) &&
      !misses.some((miss) => miss.item === hit.item && miss.from <= hit.from && miss.to >= hit.to),
  );
}

/** Of hits of one item on one stretch keeps one, a specific one before a general one. */
function distinctHits(hits: readonly CueHit[]): CueHit[] {
  const distinct = new Map<string, CueHit>();
  for (const hit of hits) {
    const key = `${hit.item} ${hit.from} ${hit.to}`;
    const known = distinct.get(key);
    if (!known || (known.flags & CueFlag.general && !(hit.flags & CueFlag.general)))
      distinct.set(key, hit);
  }
  return [...distinct.values()];
}

function cueMatchOf(index: PackIndex, page: PageText, hit: CueHit, score: number): Match {
  const { tokens } = page;
  return {
    ...identityOf(index, hit.item),
    degree: 'partial',
    score,
    start: tokens.start[hit.from] ?? 0,
    end: tokens.end[hit.to - 1] ?? 0,
    evidence: {
      language: 'en',
      origin: 'ours',
      wording: -1,
      words: joinWords(hit.words, tokens),
      alignment: [],
    },
  };
}

function identityOf(
  index: PackIndex,
  item: number,
): { item: string; kind: ItemKind; topic: string } {
  const { sections } = index;
  return {
    item: index.string(sections.itemId[item] ?? 0),
    kind: kindOf(sections, item),
    topic: index.string(sections.topicName[sections.topicStart[item] ?? 0] ?? 0),
  };
}

function topicsOf(sections: IndexSections, item: number): Uint32Array {
  return sections.topicName.subarray(sections.topicStart[item], sections.topicStart[item + 1]);
}

function kindOf(sections: IndexSections, item: number): ItemKind {
  return KINDS[sections.itemKind[item] ?? 0] ?? 'clause';
}
