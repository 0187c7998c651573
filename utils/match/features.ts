import type { IndexSections } from '../pack/index-format.ts';
import type { Comparison } from './comparison.ts';
import { KINDS, LANGUAGES, ORIGINS } from './constants.ts';
import type { Retold } from './find-retellings.ts';
import { placesOf } from './in-order.ts';
import type { MatchContext } from './match-context.ts';
import { VOCABULARY_FEATURES } from './vocabulary-features.ts';

/** What the score looks at; the names stand in `docs/matching.md` with their reasons. */
export const FEATURES = [
  'coverage',
  'precision',
  'dice',
  'sharedLog',
  'wordingLog',
  'orderedShare',
  'runShare',
  'runLog',
  'exactShare',
  'figuresEqual',
  'figuresDifferent',
  'figuresMissing',
  'telling',
  'isClaim',
  'isFraming',
  'isOurs',
  'isChinese',
  'isRussian',
  'namesOther',
  'namesNoParty',
  'isQuoted',
  'nameShare',
  'rivalRatio',
  'rivalNear',
  'rivalOver',
  'muchShared',
  'muchCoverage',
  'isClean',
  'rivalCue',
  'allyCue',
  'allyWording',
  'coverageByPrecision',
  'littleShared',
  'twoTelling',
  'threeTelling',
  'littleCoverage',
  'isShortWindow',
  'inContext',
  'inCompany',
  ...VOCABULARY_FEATURES,
] as const;

export type FeatureName = (typeof FEATURES)[number];

const AT = placesOf(FEATURES);

/** Where the features of the vocabulary begin, which are reckoned by themselves. */
export const VOCABULARY_AT = AT[VOCABULARY_FEATURES[0]];

/** Shared weight and coverage below which little is said. */
const LITTLE_SHARED = 24;
const LITTLE_COVERAGE = 0.4;

/** What is said of a shared weight, a coverage, or a precision; rising, but for the two that say how little it is. */
export const sharedLogOf = (shared: number): number => Math.log2(1 + shared) / 6;
export const muchSharedOf = (shared: number): number => Math.min(1, Math.max(0, shared - 20) / 25);
export const littleSharedOf = (shared: number): number => Math.max(0, 1 - shared / LITTLE_SHARED);
export const muchCoverageOf = (coverage: number): number =>
  Math.min(1, Math.max(0, coverage - 0.45) / 0.3);
export const littleCoverageOf = (coverage: number): number =>
  Math.max(0, 1 - coverage / LITTLE_COVERAGE);
export const cleanOf = (precision: number): number => Math.max(0, precision - 0.7) / 0.3;
export const wordingLogOf = (mass: number): number => Math.log2(1 + mass) / 8;
export const runLogOf = (mass: number): number => Math.log2(1 + mass) / 6;

/**
 * Writes the features of one comparison into a list, in the order of `FEATURES`, those of the vocabulary
 * apart; each lies roughly between 0 and 1.
 */
export function putFeatures(
  list: Float64Array,
  comparison: Comparison,
  sections: IndexSections,
  context: MatchContext,
  ownParties: number,
): void {
  const { window, wording, figures } = comparison;
  const { company, sentence: sentenceParties, paragraph, support } = context;
  const shared = window.shared;
  const mass = Math.max(1, comparison.wordingMass);
  const kind = KINDS[sections.itemKind[sections.wordingItem[wording] ?? 0] ?? 0];
  const language = LANGUAGES[sections.wordingLanguage[wording] ?? 0];
  const all = (1 << ownParties) - 1;
  list[AT.coverage] = Math.min(1, shared / mass);
  list[AT.precision] = window.mass > 0 ? shared / window.mass : 0;
  list[AT.dice] = (2 * shared) / (mass + window.mass);
  list[AT.sharedLog] = sharedLogOf(shared);
  list[AT.wordingLog] = wordingLogOf(mass);
  list[AT.orderedShare] = shared > 0 ? Math.min(1, comparison.ordered / shared) : 0;
  list[AT.runShare] = shared > 0 ? Math.min(1, comparison.runMass / shared) : 0;
  list[AT.runLog] = runLogOf(comparison.runMass);
  list[AT.exactShare] = comparison.exactShare;
  list[AT.figuresEqual] = Math.min(2, figures.equal) / 2;
  list[AT.figuresDifferent] = Math.min(2, figures.different) / 2;
  list[AT.figuresMissing] = Math.min(2, figures.missing) / 2;
  list[AT.telling] = Math.min(6, comparison.telling) / 6;
  list[AT.isClaim] = kind === 'claim' ? 1 : 0;
  list[AT.isFraming] = kind === 'framing' ? 1 : 0;
  list[AT.isOurs] = ORIGINS[sections.wordingOrigin[wording] ?? 0] === 'ours' ? 1 : 0;
  list[AT.isChinese] = language === 'zh' ? 1 : 0;
  list[AT.isRussian] = language === 'ru' ? 1 : 0;
  list[AT.namesOther] = sentenceParties.others > 0 && sentenceParties.own !== all ? 1 : 0;
  list[AT.namesNoParty] = sentenceParties.own === 0 ? 1 : 0;
  list[AT.isQuoted] = comparison.isQuoted ? 1 : 0;
  list[AT.nameShare] = shared > 0 ? Math.min(1, comparison.names / shared) : 0;
  list[AT.rivalRatio] = company.rivalWording;
  list[AT.rivalNear] = Math.max(0, company.rivalWording - 0.6);
  list[AT.rivalOver] = Math.max(0, company.rivalWording - 0.9);
  list[AT.muchShared] = muchSharedOf(shared);
  list[AT.muchCoverage] = muchCoverageOf(shared / mass);
  list[AT.isClean] = window.mass > 0 ? cleanOf(shared / window.mass) : 0;
  list[AT.rivalCue] = company.rivalCue;
  list[AT.allyCue] = company.hasAllyCue ? 1 : 0;
  list[AT.allyWording] = company.hasAllyWording ? 1 : 0;
  list[AT.littleShared] = littleSharedOf(shared);
  list[AT.twoTelling] = comparison.telling <= 2 ? 1 : 0;
  list[AT.threeTelling] = comparison.telling === 3 ? 1 : 0;
  list[AT.littleCoverage] = littleCoverageOf(shared / mass);
  list[AT.isShortWindow] = window.words.length <= 3 ? 1 : 0;
  list[AT.inContext] = support > 0 || paragraph.own === all ? 1 : 0;
  list[AT.inCompany] = Math.min(2, Math.max(support, paragraph.own === all ? 1 : 0)) / 2;
  list[AT.coverageByPrecision] =
    window.mass > 0 ? (Math.min(1, shared / mass) * shared) / window.mass : 0;
}

/** What the score of a retelling looks at besides. */
export const RETELLING_FEATURES = [
  ...FEATURES,
  'retoldLog',
  'littleRetold',
  'retoldTelling',
  'oneRetold',
  'twoRetold',
  'commonness',
  'ratioToBest',
  'isBest',
  'wordingsLog',
  'sentenceShare',
] as const;

export type RetellingFeatureName = (typeof RETELLING_FEATURES)[number];

/** Writes what a retelling has besides behind the features of its comparison, in the order of `RETELLING_FEATURES`. */
export function putRetellingFeatures(list: Float64Array, retelling: Retold): void {
  const { shared, telling } = retelling;
  const at = FEATURES.length;
  list[at] = sharedLogOf(shared);
  list[at + 1] = littleSharedOf(shared);
  list[at + 2] = Math.min(6, telling) / 6;
  list[at + 3] = telling <= 1 ? 1 : 0;
  list[at + 4] = telling === 2 ? 1 : 0;
  list[at + 5] = retelling.commonness / 3;
  list[at + 6] = retelling.ratio;
  list[at + 7] = retelling.isBest ? 1 : 0;
  list[at + 8] = Math.log2(1 + retelling.wordings) / 6;
  list[at + 9] = retelling.sentenceShare;
}
