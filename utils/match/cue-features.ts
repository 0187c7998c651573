import { CueFlag } from './constants.ts';
import type { CueHit } from './find-cues.ts';
import { putInOrder } from './in-order.ts';
import type { MatchContext } from './match-context.ts';
import type { PageTerms } from './page-terms.ts';
import { Before, TokenKind, type Tokens } from './tokenize.ts';
import { VOCABULARY_FEATURES, type VocabularyFeatureName } from './vocabulary-features.ts';

/** What the score of a cue looks at; the names stand in `docs/matching.md` with their reasons. */
export const CUE_FEATURES = [
  'weight',
  'heaviest',
  'words',
  'isSingle',
  'gapWords',
  'isGeneral',
  'isOurs',
  'isOursGeneral',
  'sentenceNamesAll',
  'sentenceNamesNone',
  'paragraphNamesAll',
  'namesOther',
  'namesOtherAlone',
  'isQuoted',
  'supportOfGeneral',
  'inContext',
  'inCompany',
  'rivalCue',
  'rivalWording',
  'allyCue',
  'allyWording',
  'isChinese',
  'isRussian',
  'generalUnnamed',
  ...VOCABULARY_FEATURES,
] as const;

export type CueFeatureName = (typeof CUE_FEATURES)[number];

/** Weight of the words that a hit was found by. */
export function weightOfHit(hit: CueHit, terms: PageTerms): number {
  let weight = 0;
  for (const word of hit.words) weight += terms.weight[word] ?? 0;
  return weight;
}

/** Writes the features of one cue hit into a list, in the order of `CUE_FEATURES`; each lies roughly between 0 and 1. */
export function putCueFeatures(
  list: Float64Array,
  hit: CueHit,
  tokens: Tokens,
  terms: PageTerms,
  context: MatchContext,
  vocabulary: Readonly<Record<VocabularyFeatureName, number>>,
  ownParties: number,
): void {
  const all = (1 << ownParties) - 1;
  const { sentence, paragraph } = context;
  const weight = weightOfHit(hit, terms);
  const heaviest = Math.max(...hit.words.map((word) => terms.weight[word] ?? 0));
  const kind = tokens.kind[hit.from];
  const isHan = kind === TokenKind.han;
  const isOurs = (hit.flags & CueFlag.ours) !== 0;
  const isGeneral = (hit.flags & CueFlag.general) !== 0;
  const values: Record<CueFeatureName, number> = {
    weight: Math.min(1, weight / 30),
    heaviest: heaviest / 10,
    words: Math.min(1, hit.words.length / (isHan ? 10 : 6)),
    isSingle: hit.words.length <= (isHan ? 2 : 1) ? 1 : 0,
    gapWords: Math.min(1, (hit.to - hit.from - hit.words.length) / 6),
    isGeneral: isGeneral ? 1 : 0,
    isOurs: isOurs ? 1 : 0,
    isOursGeneral: isOurs && isGeneral ? 1 : 0,
    sentenceNamesAll: sentence.own === all ? 1 : 0,
    sentenceNamesNone: sentence.own === 0 ? 1 : 0,
    paragraphNamesAll: paragraph.own === all ? 1 : 0,
    namesOther: sentence.others > 0 ? 1 : 0,
    namesOtherAlone: sentence.others > 0 && sentence.own !== all && paragraph.own !== all ? 1 : 0,
    isQuoted: (tokens.before[hit.from] ?? 0) & Before.opening ? 1 : 0,
    supportOfGeneral: isGeneral ? Math.min(2, context.support) / 2 : 0,
    inContext: context.support > 0 || paragraph.own === all ? 1 : 0,
    inCompany: Math.min(2, Math.max(context.support, paragraph.own === all ? 1 : 0)) / 2,
    rivalCue: context.company.rivalCue,
    rivalWording: context.company.rivalWording,
    allyCue: context.company.hasAllyCue ? 1 : 0,
    allyWording: context.company.hasAllyWording ? 1 : 0,
    isChinese: isHan ? 1 : 0,
    isRussian: kind === TokenKind.cyrillic ? 1 : 0,
    generalUnnamed: isGeneral && paragraph.own !== all ? 1 : 0,
    ...vocabulary,
  };
  putInOrder(list, CUE_FEATURES, values);
}
