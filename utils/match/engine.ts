import type { IndexSections, PackIndex } from '../pack/index-format.ts';
import { arbitrate } from './arbitrate.ts';
import { CandidateFinder } from './candidates.ts';
import type { Comparison } from './comparison.ts';
import { CueFlag, KINDS } from './constants.ts';
import { ARTICLES } from './cue-pattern.ts';
import { degreeOf } from './degree.ts';
import { evidenceOf, joinWords } from './evidence.ts';
import { featuresOf } from './features.ts';
import { type CueHit, findCues } from './find-cues.ts';
import { findNear, findRestatements, type PageText, WordingViews } from './find-restatements.ts';
import { findRuns } from './find-shingles.ts';
import { hashWord } from './hash.ts';
import { THRESHOLDS } from './model-weights.ts';
import { quantitiesOf } from './numbers.ts';
import { pageTermsOf } from './page-terms.ts';
import {
  findParties,
  type NamedParties,
  type PartyMentions,
  partiesByRange,
  partiesIn,
  partyNamesOf,
} from './parties.ts';
import { scoreOf } from './score.ts';
import { paragraphsOf, rangeOf, sentencesOf } from './sentences.ts';
import { createTokenizer } from './tokenize.ts';
import type { ItemKind, Match, Sensitivity } from './types.ts';

/** A comparison with what was made of it, for calibration and for tests of single stages. */
export interface ScoredComparison {
  readonly comparison: Comparison;
  readonly features: Float64Array;
  readonly score: number;
}

/** The engine on one index. It keeps working memory: one call at a time. */
export interface Engine {
  /**
   * All matches in `text`, in reading order, nested ones too. Paragraphs are separated by two line feeds;
   * nothing is matched across them, so a text may be handed over in slices cut there. Offsets are UTF-16
   * units into `text`. Any string is accepted.
   */
  match(text: string, sensitivity: Sensitivity): Match[];
  /** Every comparison that stood for decision, with its features and score. */
  compareAll(text: string): ScoredComparison[];
}

/** Makes the engine of an index. */
export function createEngine(index: PackIndex): Engine {
  const { sections } = index;
  const tokenize = createTokenizer();
  const names = partyNamesOf(index.meta.subject, tokenize);
  const articles = new Set(ARTICLES.map(hashWord));
  const finder = new CandidateFinder(sections);
  const views = new WordingViews(sections);

  const read = (text: string): PageText => {
    const tokens = tokenize(text);
    return {
      tokens,
      terms: pageTermsOf(tokens, sections),
      sentences: sentencesOf(tokens),
      paragraphs: paragraphsOf(tokens),
      quantities: quantitiesOf(tokens),
    };
  };

  const score = (page: PageText, mentions: PartyMentions): ScoredComparison[] => {
    const named = partiesByRange(mentions, names, page.sentences);
    const near = findNear(page, findRuns(page.tokens, page.paragraphs, sections), sections, views);
    const restated = findRestatements(page, sections, finder, views);
    return [...near, ...restated].map((comparison) => {
      const parties = named[rangeOf(page.sentences, comparison.from)] ?? { own: 0, others: 0 };
      const features = featuresOf(comparison, sections, parties, names.own);
      return { comparison, features, score: scoreOf(features) };
    });
  };

  return {
    compareAll(text) {
      const page = read(text);
      return score(page, findParties(page.tokens, names));
    },
    match(text, sensitivity) {
      const page = read(text);
      const mentions = findParties(page.tokens, names);
      const matches: Match[] = [];
      for (const { comparison, score: value } of score(page, mentions)) {
        if (value < THRESHOLDS[sensitivity]) continue;
        matches.push(matchOf(index, page, comparison, value, views));
      }
      const context = (from: number): { sentence: NamedParties; paragraph: NamedParties } => {
        const sentence = rangeOf(page.sentences, from);
        const paragraph = rangeOf(page.paragraphs, from);
        return {
          sentence: partiesIn(
            mentions,
            names,
            page.sentences.start[sentence] ?? 0,
            page.sentences.start[sentence + 1] ?? 0,
          ),
          paragraph: partiesIn(
            mentions,
            names,
            page.paragraphs.start[paragraph] ?? 0,
            page.paragraphs.start[paragraph + 1] ?? 0,
          ),
        };
      };
      for (const hit of acceptCues(
        findCues(page.tokens, mentions, sections, articles),
        context,
        names.own,
      ))
        matches.push(cueMatchOf(index, page, hit));
      return arbitrate(matches);
    },
  };
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
    start: tokens.start[comparison.from] ?? 0,
    end: tokens.end[comparison.to - 1] ?? 0,
    evidence: evidenceOf(comparison, view, tokens, sections),
  };
}

/**
 * Cue hits that count: not inside a near miss of the same item; a sentence that pairs one of the parties
 * with somebody else speaks of another matter; general cues need the parties named in the paragraph.
 */
function acceptCues(
  hits: readonly CueHit[],
  context: (from: number) => { sentence: NamedParties; paragraph: NamedParties },
  ownParties: number,
): CueHit[] {
  const all = (1 << ownParties) - 1;
  const avoided = hits.filter((hit) => hit.flags & CueFlag.avoid);
  return hits.filter((hit) => {
    if (hit.flags & CueFlag.avoid) return false;
    if (
      avoided.some((miss) => miss.item === hit.item && miss.from <= hit.from && miss.to >= hit.to)
    )
      return false;
    const { sentence, paragraph } = context(hit.from);
    if (sentence.others > 0 && sentence.own !== all) return false;
    return !(hit.flags & CueFlag.general) || paragraph.own === all;
  });
}

function cueMatchOf(index: PackIndex, page: PageText, hit: CueHit): Match {
  const { tokens } = page;
  return {
    ...identityOf(index, hit.item),
    degree: 'partial',
    score: 0.95,
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
    topic: index.string(sections.itemTopic[item] ?? 0),
  };
}

function kindOf(sections: IndexSections, item: number): ItemKind {
  return KINDS[sections.itemKind[item] ?? 0] ?? 'clause';
}
