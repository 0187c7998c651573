import { solve } from '../calibrate/logistic.ts';

/** The candidates of one text: their features, and which of them are right. */
export interface List {
  readonly features: readonly Float64Array[];
  readonly isRight: readonly boolean[];
}

/**
 * Fits a conditional logit model (McFadden 1974; ListNet's loss for the first place): weights under
 * which the right candidate of each list is the likeliest of its list, by Newton's method with a ridge
 * penalty on standardised features. Answers weights for the features as they come, without a constant,
 * which cancels within a list. Lists without a right candidate say nothing and are left out.
 */
export function fitListwise(lists: readonly List[], ridge: number, steps = 30): Float64Array {
  const size = lists[0]?.features[0]?.length ?? 0;
  const spread = spreadOf(lists, size);
  const scaled = lists
    .filter((list) => list.isRight.includes(true))
    .map((list) => ({
      features: list.features.map((row) => row.map((value, at) => value / (spread[at] ?? 1))),
      isRight: list.isRight,
    }));
  let weights = new Float64Array(size);
  let loss = lossOf(scaled, weights, ridge);
  for (let step = 0; step < steps; step++) {
    const gradient = weights.map((weight) => -ridge * weight);
    const hessian = Array.from({ length: size }, (_, at) => {
      const line = new Float64Array(size);
      line[at] = ridge;
      return line;
    });
    for (const list of scaled) addList(list, weights, gradient, hessian);
    const change = solve(hessian, gradient);
    const before = loss;
    // A full step can leap over the minimum: halve it until the loss falls.
    for (let part = 1; part > 1e-4; part /= 2) {
      const next = weights.slice();
      addScaled(next, change, part);
      const reached = lossOf(scaled, next, ridge);
      if (reached >= loss) continue;
      weights = next;
      loss = reached;
      break;
    }
    if (before - loss < 1e-7 * before) break;
  }
  return weights.map((weight, at) => weight / (spread[at] ?? 1));
}

/** Negative log-likelihood of the right candidates, and the penalty. */
function lossOf(lists: readonly List[], weights: Float64Array, ridge: number): number {
  let loss = (ridge / 2) * dot(weights, weights);
  for (const { features, isRight } of lists) {
    const scores = features.map((row) => dot(row, weights));
    const most = Math.max(...scores);
    const total = scores.reduce((sum, score) => sum + Math.exp(score - most), 0);
    const right = scores.filter((_, at) => isRight[at]);
    const mean = right.reduce((sum, score) => sum + score, 0) / right.length;
    loss += most + Math.log(total) - mean;
  }
  return loss;
}

/** Adds one list's part of the gradient and of the Hessian (negated) of the log-likelihood. */
function addList(
  list: List,
  weights: Float64Array,
  gradient: Float64Array,
  hessian: readonly Float64Array[],
): void {
  const chances = softmax(list.features.map((row) => dot(row, weights)));
  const right = 1 / list.isRight.filter(Boolean).length;
  const mean = new Float64Array(weights.length);
  list.features.forEach((row, at) => {
    addScaled(mean, row, chances[at] ?? 0);
  });
  list.features.forEach((row, at) => {
    const chance = chances[at] ?? 0;
    addScaled(gradient, row, (list.isRight[at] ? right : 0) - chance);
    if (chance < 1e-9) return;
    const apart = row.map((value, feature) => value - (mean[feature] ?? 0));
    apart.forEach((value, feature) => {
      const line = hessian[feature];
      if (line && value !== 0) addScaled(line, apart, chance * value);
    });
  });
}

function spreadOf(lists: readonly List[], size: number): Float64Array {
  const sum = new Float64Array(size);
  const squares = new Float64Array(size);
  let count = 0;
  for (const { features } of lists) {
    for (const row of features) {
      count++;
      addScaled(sum, row, 1);
      row.forEach((value, at) => {
        squares[at] = (squares[at] ?? 0) + value * value;
      });
    }
  }
  return sum.map((total, at) => {
    const variance = (squares[at] ?? 0) / count - (total / count) ** 2;
    return variance > 1e-12 ? Math.sqrt(variance) : 1;
  });
}

function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const parts = scores.map((score) => Math.exp(score - most));
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / total);
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function addScaled(into: Float64Array, row: Float64Array, factor: number): void {
  for (let at = 0; at < into.length; at++) into[at] = (into[at] ?? 0) + factor * (row[at] ?? 0);
}
