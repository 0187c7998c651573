import type { IndexSections } from '../pack/index-format.ts';
import { KINDS, LANGUAGES, MOST_WEIGHT, ORIGINS } from './constants.ts';
import {
  cleanOf,
  littleCoverageOf,
  littleSharedOf,
  muchCoverageOf,
  muchSharedOf,
  putRetellingFeatures,
  RETELLING_FEATURES,
  type RetellingFeatureName,
  runLogOf,
  sharedLogOf,
  VOCABULARY_AT,
  wordingLogOf,
} from './features.ts';
import type { Retold, Worth } from './find-retellings.ts';
import { placesOf } from './in-order.ts';
import { NOBODY } from './match-context.ts';
import { quantitiesIn } from './numbers.ts';
import type { PageText } from './page-text.ts';
import { MOST_RIVALRY } from './rivals.ts';
import {
  coefficientsOf,
  type LogisticModel,
  leastSumOf,
  TrustIn,
  type TrustInItems,
} from './score.ts';
import { rangeOf } from './sentences.ts';
import { Over, type Surroundings } from './surroundings.ts';
import { Before } from './tokenize.ts';
import type { VocabularyFeatures } from './vocabulary-features.ts';

const AT = placesOf(RETELLING_FEATURES);

/**
 * Tells which retellings cannot reach the least score, before they are held against a wording, which costs
 * most of what a retelling costs. Each feature lies between a least and a most value by what is known of
 * the stretch; the score is no more than with the one of the two that its weight prefers. What is told apart
 * would not have been told: `find-retellings.test.ts` holds every text of the tests to it.
 */
export class RetellingBound implements Worth {
  private readonly weights: Float64Array;
  private readonly least = new Float64Array(RETELLING_FEATURES.length);
  private readonly most = new Float64Array(RETELLING_FEATURES.length);
  private readonly mostMass: number;
  /** What is reckoned twice where a comparison had two telling words and three. */
  private readonly twice: number;
  private readonly allParties: number;
  private ownTrust = 0;
  private leastSum = Number.NEGATIVE_INFINITY;
  private page: PageText | null = null;
  private around: Surroundings | null = null;

  constructor(
    private readonly sections: IndexSections,
    private readonly model: LogisticModel<RetellingFeatureName>,
    private readonly vocabulary: VocabularyFeatures,
    ownParties: number,
    /** What the model adds to the log odds of each item. */
    private readonly trust: TrustInItems,
  ) {
    this.weights = coefficientsOf(model, RETELLING_FEATURES);
    this.mostMass = sections.wordingMass.reduce((most, mass) => Math.max(most, mass), 1);
    const { twoTelling, threeTelling } = model.weights;
    this.twice = Math.max(0, Math.min(twoTelling, threeTelling));
    this.allParties = (1 << ownParties) - 1;
  }

  /** Makes it tell of the retellings of one text which cannot reach `least`. */
  of(page: PageText, around: Surroundings, least: number): Worth {
    this.page = page;
    this.around = around;
    this.leastSum = leastSumOf(least);
    return this;
  }

  isWorth(retold: Retold, wording: number): boolean {
    const { page, around } = this;
    if (!page || !around) return true;
    this.setKnown(retold, page, around);
    this.setCompared(retold, page, wording);
    if (this.mostSum() < this.leastSum) return false;
    // What takes longest to know comes last.
    const { item, from, to } = retold;
    const inSentence = this.vocabulary.chanceOfSentence(page, item, from, to);
    this.set(AT.sentenceTopicChance, inSentence, inSentence);
    if (this.mostSum() < this.leastSum) return false;
    const chance = this.vocabulary.chanceOfStretch(page, item, from, to);
    this.set(AT.topicChance, chance, chance);
    return this.mostSum() >= this.leastSum;
  }

  private mostSum(): number {
    const { weights, least, most } = this;
    let sum = this.model.bias + this.ownTrust - this.twice;
    for (let at = 0; at < weights.length; at++) {
      const weight = weights[at] ?? 0;
      sum += weight * ((weight > 0 ? most[at] : least[at]) ?? 0);
    }
    return sum;
  }

  private set(at: number, least: number, most: number): void {
    this.least[at] = least;
    this.most[at] = most;
  }

  /** What does not depend on the wording. */
  private setKnown(retold: Retold, page: PageText, around: Surroundings): void {
    const { least, most, allParties, sections } = this;
    const { item, from, to } = retold;
    this.ownTrust = this.trust.of(item, TrustIn.retellings);
    least.fill(0);
    most.fill(1);
    putRetellingFeatures(least, retold);
    this.vocabulary.putRarity(least, VOCABULARY_AT, page, item, from, to);
    for (let at = VOCABULARY_AT; at < least.length; at++) most[at] = least[at] ?? 0;
    this.set(AT.topicChance, 0, 1);
    this.set(AT.sentenceTopicChance, 0, 1);
    const sentence = page.sentenceParties[rangeOf(page.sentences, from)] ?? NOBODY;
    const paragraph = page.paragraphParties[rangeOf(page.paragraphs, from)] ?? NOBODY;
    const exact = (at: number, value: number): void => this.set(at, value, value);
    const kind = KINDS[sections.itemKind[item] ?? 0];
    exact(AT.isClaim, kind === 'claim' ? 1 : 0);
    exact(AT.isFraming, kind === 'framing' ? 1 : 0);
    exact(AT.namesOther, sentence.others > 0 && sentence.own !== allParties ? 1 : 0);
    exact(AT.namesNoParty, sentence.own === 0 ? 1 : 0);
    exact(AT.isQuoted, (page.tokens.before[from] ?? 0) & Before.opening ? 1 : 0);
    const support = around.supportFor(item, from);
    const isNamed = paragraph.own === allParties;
    exact(AT.inContext, support > 0 || isNamed ? 1 : 0);
    exact(AT.inCompany, Math.min(2, Math.max(support, isNamed ? 1 : 0)) / 2);
    const over = around.over(from, to);
    const rival = over & Over.wording ? MOST_RIVALRY : 0;
    this.set(AT.rivalRatio, 0, rival);
    this.set(AT.rivalNear, 0, rival);
    this.set(AT.rivalOver, 0, rival);
    this.set(AT.allyWording, 0, over & Over.wording ? 1 : 0);
    this.set(AT.rivalCue, 0, over & Over.cue ? MOST_RIVALRY : 0);
    this.set(AT.allyCue, 0, over & Over.cue ? 1 : 0);
    this.set(AT.runLog, 0, runLogOf(MOST_WEIGHT * (to - from)));
  }

  /** What comes of a comparison with a wording that shares no more than the item does. */
  private setCompared(retold: Retold, page: PageText, wording: number): void {
    const { sections } = this;
    const { from, to } = retold;
    let mass = 0;
    for (let at = from; at < to; at++) mass += page.terms.weight[at] ?? 0;
    const numbers = quantitiesIn(page.quantities, from, to).length;
    // A number may fill a slot of the wording, which then shares more and lacks less.
    const isPlain = numbers === 0;
    const shared = retold.shared + MOST_WEIGHT * numbers;
    const own = Math.max(1, isPlain ? (sections.wordingMass[wording] ?? 0) : 0);
    const coverage = isPlain ? shared / own : Number.POSITIVE_INFINITY;
    const precision = isPlain && mass > 0 ? shared / mass : 1;
    const covered = Math.min(1, coverage);
    this.set(AT.coverage, 0, covered);
    this.set(AT.precision, 0, precision);
    const joint = mass + Math.max(own, isPlain ? 0 : shared);
    this.set(AT.dice, 0, isPlain ? (2 * shared) / joint : 2);
    this.set(AT.sharedLog, 0, sharedLogOf(shared));
    const wordingLog = wordingLogOf(isPlain ? own : this.mostMass);
    this.set(AT.wordingLog, isPlain ? wordingLog : 0, wordingLog);
    this.set(AT.muchShared, 0, muchSharedOf(shared));
    this.set(AT.muchCoverage, 0, muchCoverageOf(coverage));
    this.set(AT.isClean, 0, cleanOf(precision));
    this.set(AT.littleShared, littleSharedOf(shared), 1);
    this.set(AT.littleCoverage, littleCoverageOf(coverage), 1);
    this.set(AT.coverageByPrecision, 0, covered * precision);
    this.set(AT.figuresEqual, 0, isPlain ? 0 : 1);
    this.set(AT.figuresDifferent, 0, isPlain ? 0 : 1);
    const language = LANGUAGES[sections.wordingLanguage[wording] ?? 0];
    const isOurs = ORIGINS[sections.wordingOrigin[wording] ?? 0] === 'ours' ? 1 : 0;
    this.set(AT.isOurs, isOurs, isOurs);
    this.set(AT.isChinese, language === 'zh' ? 1 : 0, language === 'zh' ? 1 : 0);
    this.set(AT.isRussian, language === 'ru' ? 1 : 0, language === 'ru' ? 1 : 0);
  }
}
