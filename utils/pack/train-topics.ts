import { NO_WEIGHT, STRETCH_LENGTH, WEIGHT_STEP } from '../match/topic-chances.ts';
import type { IndexSections } from './index-format.ts';

/** Groups beyond which a pack gets no topical weights: so many have too few wordings each, and training takes too long. */
export const MOST_GROUPS = 1000;
/** Words of all wordings, times groups, beyond which it gets none either: training takes a second for so many. */
export const MOST_TRAINED = 200_000_000;

/** How strongly each word speaks for each group of items that have the same topics. */
export type TopicWeights = Pick<
  IndexSections,
  'itemGroup' | 'groupBias' | 'termGroupStart' | 'termGroup' | 'termGroupWeight'
>;

/** What is learned from: a wording or cue as rows of the lexicon, the item it belongs to, how much it counts. */
export interface TopicExample {
  readonly rows: readonly number[];
  readonly item: number;
  readonly weight: number;
}

/** Rounds over all examples, the first step's length, and how much more slowly the constants learn. */
const ROUNDS = 6;
const RATE = 0.5;
const BIAS_RATE = 0.1;
/** Errors and weights below which nothing is learned and nothing is kept. */
const LEAST_ERROR = 0.001;
const LEAST_WEIGHT = 0.15;

/**
 * Learns from the wordings which words tell the topics apart: a multinomial logistic regression by stochastic
 * gradient descent (Bottou, "Stochastic Gradient Descent Tricks", 2012), one class for each group of items
 * with the same topics. Rarity alone takes every rare word for telling; what is learned knows which words go
 * with which. `share[r]` is how much row r counts, from 0 to 1. The same examples give the same weights. Packs
 * of one group get none; packs that are too large (`isTooLarge`) are not to be trained.
 */
export function trainTopics(
  examples: readonly TopicExample[],
  topicsOf: readonly (readonly string[])[],
  share: ArrayLike<number>,
): TopicWeights {
  const { itemGroup, count } = groupsOf(topicsOf);
  if (count < 2) return noWeights();
  const weights = new Float32Array(share.length * count);
  const bias = new Float32Array(count);
  const chance = new Float64Array(count);
  const order = examples.map((_, at) => at);
  const random = randomNumbers();
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, random);
    for (const at of order) {
      const example = examples[at];
      if (!example || example.rows.length === 0) continue;
      const length = lengthOf(example.rows, share);
      predict(chance, example.rows, length, share, weights, bias);
      const group = itemGroup[example.item] ?? 0;
      chance[group] = (chance[group] ?? 0) - 1;
      const step = (example.weight * RATE) / (1 + round / 2);
      learn(chance, example.rows, length, share, step, weights, bias);
    }
  }
  return { itemGroup, groupBias: bias, ...sparse(weights, count) };
}

/** How long a stretch is, so that its words can be weighed as those of one of `STRETCH_LENGTH`. */
function lengthOf(rows: readonly number[], share: ArrayLike<number>): number {
  let sum = 0;
  for (const row of rows) sum += (share[row] ?? 0) ** 2;
  return Math.sqrt(sum) / STRETCH_LENGTH;
}

/** Whether a pack has so many words, in all its wordings, or so many groups that it gets no topical weights. */
export function isTooLarge(topicsOf: readonly (readonly string[])[], words: number): boolean {
  const { count } = groupsOf(topicsOf);
  return count > MOST_GROUPS || count * words > MOST_TRAINED;
}

/** What a pack has without topical weights. */
export function noWeights(): TopicWeights {
  return {
    itemGroup: new Uint16Array(0),
    groupBias: new Float32Array(0),
    termGroupStart: new Uint32Array(0),
    termGroup: new Uint16Array(0),
    termGroupWeight: new Uint8Array(0),
  };
}

function groupsOf(topicsOf: readonly (readonly string[])[]): {
  itemGroup: Uint16Array;
  count: number;
} {
  const groups = new Map<string, number>();
  const itemGroup = Uint16Array.from(topicsOf, (topics) => {
    const key = topics.join('\n');
    const group = groups.get(key) ?? groups.size;
    groups.set(key, group);
    return group;
  });
  return { itemGroup, count: groups.size };
}

/** Writes how likely each group is. */
function predict(
  into: Float64Array,
  rows: readonly number[],
  length: number,
  share: ArrayLike<number>,
  weights: Float32Array,
  bias: Float32Array,
): void {
  const count = bias.length;
  into.set(bias);
  for (const row of rows) {
    const value = (share[row] ?? 0) / length;
    const first = row * count;
    for (let group = 0; group < count; group++)
      into[group] = (into[group] ?? 0) + value * (weights[first + group] ?? 0);
  }
  let most = Number.NEGATIVE_INFINITY;
  for (let group = 0; group < count; group++) most = Math.max(most, into[group] ?? 0);
  let sum = 0;
  for (let group = 0; group < count; group++) {
    const odds = Math.exp((into[group] ?? 0) - most);
    into[group] = odds;
    sum += odds;
  }
  for (let group = 0; group < count; group++) into[group] = (into[group] ?? 0) / sum;
}

function learn(
  error: Float64Array,
  rows: readonly number[],
  length: number,
  share: ArrayLike<number>,
  step: number,
  weights: Float32Array,
  bias: Float32Array,
): void {
  const count = bias.length;
  for (let group = 0; group < count; group++) {
    const by = error[group] ?? 0;
    if (Math.abs(by) < LEAST_ERROR) continue;
    bias[group] = (bias[group] ?? 0) - step * BIAS_RATE * by;
    for (const row of rows) {
      const at = row * count + group;
      weights[at] = (weights[at] ?? 0) - (step * by * (share[row] ?? 0)) / length;
    }
  }
}

/** Keeps the weights that say something, in steps. */
function sparse(
  weights: Float32Array,
  count: number,
): Pick<IndexSections, 'termGroupStart' | 'termGroup' | 'termGroupWeight'> {
  const rows = weights.length / count;
  const termGroupStart = new Uint32Array(rows + 1);
  const groups: number[] = [];
  const values: number[] = [];
  let used = 0;
  for (let row = 0; row < rows; row++) {
    for (let group = 0; group < count; group++) {
      const weight = weights[row * count + group] ?? 0;
      if (Math.abs(weight) < LEAST_WEIGHT) continue;
      groups.push(group);
      values.push(Math.max(0, Math.min(255, NO_WEIGHT + Math.round(weight / WEIGHT_STEP))));
    }
    termGroupStart[row + 1] = groups.length;
    if (groups.length > (termGroupStart[used] ?? 0)) used = row + 1;
  }
  return {
    termGroupStart: termGroupStart.slice(0, used + 1),
    termGroup: Uint16Array.from(groups),
    termGroupWeight: Uint8Array.from(values),
  };
}

/** A linear congruential generator (Numerical Recipes), so that the same pack gives the same index. */
function randomNumbers(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
}
