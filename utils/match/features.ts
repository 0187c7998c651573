import type { IndexSections } from '../pack/index-format.ts';
import type { Comparison } from './comparison.ts';
import { KINDS, LANGUAGES, ORIGINS } from './constants.ts';
import type { Retelling } from './find-retellings.ts';
import { putInOrder } from './in-order.ts';
import type { MatchContext } from './match-context.ts';
import { VOCABULARY_FEATURES, type VocabularyFeatureName } from './vocabulary-features.ts';

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

/** Shared weight and coverage below which little is said. */
const LITTLE_SHARED = 24;
const LITTLE_COVERAGE = 0.4;

/** Writes the features of one comparison into a list, in the order of `FEATURES`; each lies roughly between 0 and 1. */
export function putFeatures(
  list: Float64Array,
  comparison: Comparison,
  sections: IndexSections,
  context: MatchContext,
  vocabulary: Readonly<Record<VocabularyFeatureName, number>>,
  ownParties: number,
): void {
  const { window, wording, figures } = comparison;
  const { company, sentence: sentenceParties, paragraph, support } = context;
  const shared = window.shared;
  const mass = Math.max(1, comparison.wordingMass);
  const kind = KINDS[sections.itemKind[sections.wordingItem[wording] ?? 0] ?? 0];
  const language = LANGUAGES[sections.wordingLanguage[wording] ?? 0];
  const all = (1 << ownParties) - 1;
  const values: Record<FeatureName, number> = {
    coverage: Math.min(1, shared / mass),
    precision: window.mass > 0 ? shared / window.mass : 0,
    dice: (2 * shared) / (mass + window.mass),
    sharedLog: Math.log2(1 + shared) / 6,
    wordingLog: Math.log2(1 + mass) / 8,
    orderedShare: shared > 0 ? Math.min(1, comparison.ordered / shared) : 0,
    runShare: shared > 0 ? Math.min(1, comparison.runMass / shared) : 0,
    runLog: Math.log2(1 + comparison.runMass) / 6,
    exactShare: comparison.exactShare,
    figuresEqual: Math.min(2, figures.equal) / 2,
    figuresDifferent: Math.min(2, figures.different) / 2,
    figuresMissing: Math.min(2, figures.missing) / 2,
    telling: Math.min(6, comparison.telling) / 6,
    isClaim: kind === 'claim' ? 1 : 0,
    isFraming: kind === 'framing' ? 1 : 0,
    isOurs: ORIGINS[sections.wordingOrigin[wording] ?? 0] === 'ours' ? 1 : 0,
    isChinese: language === 'zh' ? 1 : 0,
    isRussian: language === 'ru' ? 1 : 0,
    namesOther: sentenceParties.others > 0 && sentenceParties.own !== all ? 1 : 0,
    namesNoParty: sentenceParties.own === 0 ? 1 : 0,
    isQuoted: comparison.isQuoted ? 1 : 0,
    nameShare: shared > 0 ? Math.min(1, comparison.names / shared) : 0,
    rivalRatio: company.rivalWording,
    rivalNear: Math.max(0, company.rivalWording - 0.6),
    rivalOver: Math.max(0, company.rivalWording - 0.9),
    muchShared: Math.min(1, Math.max(0, shared - 20) / 25),
    muchCoverage: Math.min(1, Math.max(0, shared / mass - 0.45) / 0.3),
    isClean: window.mass > 0 ? Math.max(0, shared / window.mass - 0.7) / 0.3 : 0,
    rivalCue: company.rivalCue,
    allyCue: company.hasAllyCue ? 1 : 0,
    allyWording: company.hasAllyWording ? 1 : 0,
    littleShared: Math.max(0, 1 - shared / LITTLE_SHARED),
    twoTelling: comparison.telling <= 2 ? 1 : 0,
    threeTelling: comparison.telling === 3 ? 1 : 0,
    littleCoverage: Math.max(0, 1 - shared / mass / LITTLE_COVERAGE),
    isShortWindow: window.words.length <= 3 ? 1 : 0,
    inContext: support > 0 || paragraph.own === all ? 1 : 0,
    inCompany: Math.min(2, Math.max(support, paragraph.own === all ? 1 : 0)) / 2,
    coverageByPrecision: window.mass > 0 ? (Math.min(1, shared / mass) * shared) / window.mass : 0,
    ...vocabulary,
  };
  putInOrder(list, FEATURES, values);
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
export function putRetellingFeatures(list: Float64Array, retelling: Retelling): void {
  const { shared, telling } = retelling;
  const own = [
    Math.log2(1 + shared) / 6,
    Math.max(0, 1 - shared / LITTLE_SHARED),
    Math.min(6, telling) / 6,
    telling <= 1 ? 1 : 0,
    telling === 2 ? 1 : 0,
    retelling.commonness / 3,
    retelling.ratio,
    retelling.isBest ? 1 : 0,
    Math.log2(1 + retelling.wordings) / 6,
    retelling.sentenceShare,
  ];
  list.set(own, FEATURES.length);
}
