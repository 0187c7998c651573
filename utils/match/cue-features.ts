import { CueFlag } from './constants.ts';
import type { CueHit } from './find-cues.ts';
import { placesOf } from './in-order.ts';
import type { MatchContext } from './match-context.ts';
import type { PageTerms } from './page-terms.ts';
import { Before, TokenKind, type Tokens } from './tokenize.ts';
import { VOCABULARY_FEATURES } from './vocabulary-features.ts';

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
  'inContext',
  'inCompany',
  'rivalCue',
  'rivalWording',
  'allyCue',
  'allyWording',
  'isChinese',
  'isRussian',
  ...VOCABULARY_FEATURES,
] as const;

export type CueFeatureName = (typeof CUE_FEATURES)[number];

const AT = placesOf(CUE_FEATURES);

/** Where the features of the vocabulary begin, which are reckoned by themselves. */
export const CUE_VOCABULARY_AT = AT[VOCABULARY_FEATURES[0]];

/** Weight of the words that a hit was found by. */
export function weightOfHit(hit: CueHit, terms: PageTerms): number {
  let weight = 0;
  for (const word of hit.words) weight += terms.weight[word] ?? 0;
  return weight;
}

/**
 * Writes the features of one cue hit into a list, in the order of `CUE_FEATURES`, those of the vocabulary
 * apart; each lies roughly between 0 and 1.
 */
export function putCueFeatures(
  list: Float64Array,
  hit: CueHit,
  tokens: Tokens,
  terms: PageTerms,
  context: MatchContext,
  ownParties: number,
): void {
  const all = (1 << ownParties) - 1;
  const { sentence, paragraph } = context;
  const weight = weightOfHit(hit, terms);
  let heaviest = 0;
  for (const word of hit.words) heaviest = Math.max(heaviest, terms.weight[word] ?? 0);
  const kind = tokens.kind[hit.from];
  const isHan = kind === TokenKind.han;
  const isOurs = (hit.flags & CueFlag.ours) !== 0;
  const isGeneral = (hit.flags & CueFlag.general) !== 0;
  list[AT.weight] = Math.min(1, weight / 30);
  list[AT.heaviest] = heaviest / 10;
  list[AT.words] = Math.min(1, hit.words.length / (isHan ? 10 : 6));
  list[AT.isSingle] = hit.words.length <= (isHan ? 2 : 1) ? 1 : 0;
  list[AT.gapWords] = Math.min(1, (hit.to - hit.from - hit.words.length) / 6);
  list[AT.isGeneral] = isGeneral ? 1 : 0;
  list[AT.isOurs] = isOurs ? 1 : 0;
  list[AT.isOursGeneral] = isOurs && isGeneral ? 1 : 0;
  list[AT.sentenceNamesAll] = sentence.own === all ? 1 : 0;
  list[AT.sentenceNamesNone] = sentence.own === 0 ? 1 : 0;
  list[AT.paragraphNamesAll] = paragraph.own === all ? 1 : 0;
  list[AT.namesOther] = sentence.others > 0 ? 1 : 0;
  list[AT.namesOtherAlone] =
    sentence.others > 0 && sentence.own !== all && paragraph.own !== all ? 1 : 0;
  list[AT.isQuoted] = (tokens.before[hit.from] ?? 0) & Before.opening ? 1 : 0;
  list[AT.inContext] = context.support > 0 || paragraph.own === all ? 1 : 0;
  list[AT.inCompany] = Math.min(2, Math.max(context.support, paragraph.own === all ? 1 : 0)) / 2;
  list[AT.rivalCue] = context.company.rivalCue;
  list[AT.rivalWording] = context.company.rivalWording;
  list[AT.allyCue] = context.company.hasAllyCue ? 1 : 0;
  list[AT.allyWording] = context.company.hasAllyWording ? 1 : 0;
  list[AT.isChinese] = isHan ? 1 : 0;
  list[AT.isRussian] = kind === TokenKind.cyrillic ? 1 : 0;
}
