import type { IndexSections } from '../pack/index-format.ts';
import { MOST_WEIGHT } from './constants.ts';
import { ABSENT } from './hash-table.ts';
import type { PageTerms } from './page-terms.ts';

/** Logits beyond which a chance is as good as certain. */
const SURE = 6;
/** Places and lengths of stretches that are remembered, so that group, place and length make one number. */
const PLACES = 2 ** 22;
const LENGTHS = 2 ** 16;
/** What is said where the pack has no topical weights. */
const UNKNOWN = 0.5;

/** How much a word of that weight, from 0 to `MOST_WEIGHT`, counts for the topic of a stretch: 0.1 to 1. */
export function topicalShareOf(weight: number): number {
  return Math.min(1, weight / MOST_WEIGHT + 0.1);
}

/** A stretch is taken as this long: many words together say no more than a few. */
export const STRETCH_LENGTH = 3;
/** A weight is kept in sixteenths, with 128 for none. */
export const WEIGHT_STEP = 1 / 16;
export const NO_WEIGHT = 128;

/** Odds of each group, and their sum. */
interface Odds {
  readonly odds: Float64Array;
  readonly sum: number;
}

/**
 * How likely the words of a stretch are those of an item's topics, by the weights that were learned from the
 * wordings (utils/pack/train-topics.ts). It keeps working memory.
 */
export class TopicChances {
  /** Odds of each group: what they are without a word, and what the words of a stretch make them. */
  private readonly base: Float64Array;
  private readonly baseSum: number;
  private readonly logit: Float64Array;
  private readonly isTouched: Uint8Array;
  private readonly touched: Uint16Array;
  private touchedCount = 0;
  /** For each group those that have a topic in common with it, itself included. */
  private readonly allies: readonly (readonly number[])[];
  /** By the first token of a sentence, of the text that was asked about last. */
  private readonly sentences = new Map<number, Odds>();
  /** What was said of stretches of that text, by group and place. */
  private readonly stretches = new Map<number, number>();
  private terms: PageTerms | null = null;

  constructor(private readonly sections: IndexSections) {
    const { groupBias } = sections;
    this.base = Float64Array.from(groupBias, Math.exp);
    this.baseSum = this.base.reduce((sum, odds) => sum + odds, 0);
    this.logit = new Float64Array(groupBias.length);
    this.isTouched = new Uint8Array(groupBias.length);
    this.touched = new Uint16Array(groupBias.length);
    this.allies = alliesOf(sections);
  }

  /** The chance of tokens `[from, to)` as a number from 0 to 1 that grows with its logit; 0.5 is even. */
  ofStretch(terms: PageTerms, item: number, from: number, to: number): number {
    if (this.base.length === 0) return UNKNOWN;
    this.read(terms);
    const key = ((this.sections.itemGroup[item] ?? 0) * PLACES + from) * LENGTHS + to - from;
    const isShort = from < PLACES && to - from < LENGTHS;
    const known = isShort ? this.stretches.get(key) : undefined;
    if (known !== undefined) return known;
    const sum = this.weigh(terms, from, to);
    let own = 0;
    const allies = this.alliesOfItem(item);
    for (let at = 0; at < allies.length; at++) own += this.oddsOf(allies[at] ?? 0);
    this.forget();
    const chance = scaled(own / sum);
    if (isShort) this.stretches.set(key, chance);
    return chance;
  }

  /** The same of a whole sentence, which many candidates ask about. */
  ofSentence(terms: PageTerms, item: number, from: number, to: number): number {
    if (this.base.length === 0) return UNKNOWN;
    this.read(terms);
    let known = this.sentences.get(from);
    if (!known) {
      known = this.oddsOfAll(terms, from, to);
      this.sentences.set(from, known);
    }
    const { odds, sum } = known;
    let own = 0;
    const allies = this.alliesOfItem(item);
    for (let at = 0; at < allies.length; at++) own += (odds[allies[at] ?? 0] ?? 0) / sum;
    return scaled(own);
  }

  private oddsOfAll(terms: PageTerms, from: number, to: number): Odds {
    const sum = this.weigh(terms, from, to);
    const odds = this.base.slice();
    for (let at = 0; at < this.touchedCount; at++) {
      const group = this.touched[at] ?? 0;
      odds[group] = this.logit[group] ?? 0;
    }
    this.forget();
    return { odds, sum };
  }

  private read(terms: PageTerms): void {
    if (terms === this.terms) return;
    this.terms = terms;
    this.sentences.clear();
    this.stretches.clear();
  }

  private alliesOfItem(item: number): readonly number[] {
    return this.allies[this.sections.itemGroup[item] ?? 0] ?? [];
  }

  private oddsOf(group: number): number {
    return this.isTouched[group] ? (this.logit[group] ?? 0) : (this.base[group] ?? 0);
  }

  /** Weighs the words of a stretch; returns the sum of all odds. */
  private weigh(terms: PageTerms, from: number, to: number): number {
    const { termGroupStart, termGroup, termGroupWeight, groupBias } = this.sections;
    const { base, logit, isTouched, touched } = this;
    const rows = termGroupStart.length - 1;
    let count = 0;
    let squares = 0;
    for (let at = from; at < to; at++) {
      if (terms.row[at] === ABSENT) continue;
      squares += topicalShareOf(terms.weight[at] ?? 0) ** 2;
    }
    const scale = (STRETCH_LENGTH * WEIGHT_STEP) / Math.max(Number.MIN_VALUE, Math.sqrt(squares));
    for (let at = from; at < to; at++) {
      const row = terms.row[at] ?? ABSENT;
      if (row >= rows) continue;
      const share = topicalShareOf(terms.weight[at] ?? 0) * scale;
      const end = termGroupStart[row + 1] ?? 0;
      for (let place = termGroupStart[row] ?? 0; place < end; place++) {
        const group = termGroup[place] ?? 0;
        if (!isTouched[group]) {
          isTouched[group] = 1;
          touched[count++] = group;
          logit[group] = groupBias[group] ?? 0;
        }
        logit[group] =
          (logit[group] ?? 0) + share * ((termGroupWeight[place] ?? NO_WEIGHT) - NO_WEIGHT);
      }
    }
    let sum = this.baseSum;
    for (let at = 0; at < count; at++) {
      const group = touched[at] ?? 0;
      const odds = Math.exp(logit[group] ?? 0);
      logit[group] = odds;
      sum += odds - (base[group] ?? 0);
    }
    this.touchedCount = count;
    return sum;
  }

  private forget(): void {
    const { touched, isTouched } = this;
    for (let at = 0; at < this.touchedCount; at++) isTouched[touched[at] ?? 0] = 0;
    this.touchedCount = 0;
  }
}

/** A chance as its logit, from 0 to 1: what nears certainty is told apart as well as what nears nothing. */
function scaled(chance: number): number {
  const logit = Math.log((chance + 1e-6) / (1 - chance + 1e-6));
  return (Math.max(-SURE, Math.min(SURE, logit)) / SURE + 1) / 2;
}

function alliesOf({ itemGroup, topicStart, topicName }: IndexSections): number[][] {
  const groupsOfTopic = new Map<number, Set<number>>();
  const topicsOfGroup: Set<number>[] = [];
  for (let item = 0; item < itemGroup.length; item++) {
    const group = itemGroup[item] ?? 0;
    const topics = topicsOfGroup[group] ?? new Set();
    topicsOfGroup[group] = topics;
    for (let at = topicStart[item] ?? 0; at < (topicStart[item + 1] ?? 0); at++) {
      const topic = topicName[at] ?? 0;
      topics.add(topic);
      const groups = groupsOfTopic.get(topic);
      if (groups) groups.add(group);
      else groupsOfTopic.set(topic, new Set([group]));
    }
  }
  return topicsOfGroup.map((topics, group) => [
    ...new Set([group, ...[...topics].flatMap((topic) => [...(groupsOfTopic.get(topic) ?? [])])]),
  ]);
}
