import type { CueFeatureName } from './cue-features.ts';
import type { FeatureName, RetellingFeatureName } from './features.ts';
import type { Sensitivity } from './types.ts';

/** A logistic model: how much each feature speaks for a match. */
export interface LogisticModel<Name extends string> {
  readonly weights: Readonly<Record<Name, number>>;
  readonly bias: number;
}

/** Least scores of a match, by what it was found by. */
export interface Thresholds {
  readonly wordings: number;
  readonly retellings: number;
  readonly cues: number;
  /** For the phrases by which a framing is known, which the pack names as such. */
  readonly knownCues: number;
}

/** What the engine decides by. */
export interface ScoreModel {
  /** For stretches of text beside a wording. */
  readonly wordings: LogisticModel<FeatureName>;
  /** For stretches rich in the words of an item. */
  readonly retellings: LogisticModel<RetellingFeatureName>;
  /** For cue phrases. */
  readonly cues: LogisticModel<CueFeatureName>;
  /** Least score of a match by sensitivity. */
  readonly thresholds: Readonly<Record<Sensitivity, Thresholds>>;
}

/** The weights of a model in the order of `names`. */
export function coefficientsOf<Name extends string>(
  model: LogisticModel<Name>,
  names: readonly Name[],
): Float64Array {
  return Float64Array.from(names, (name) => model.weights[name]);
}

/** Beyond this sum a probability cannot be told from 1. */
const CERTAIN = 36;
/** What rounding may make of a sum. */
const ROUNDING = 1e-6;

/** A sum of weighted features below which no probability reaches `least`. */
export function leastSumOf(least: number): number {
  if (least <= 0) return Number.NEGATIVE_INFINITY;
  const sum = least >= 1 ? CERTAIN : Math.log(least / (1 - least));
  return Math.min(CERTAIN, sum) - ROUNDING;
}

/** Makes the scoring function of a model: features in the order of `names` → probability of a match. */
export function scorerOf<Name extends string>(
  model: LogisticModel<Name>,
  names: readonly Name[],
): (features: Float64Array) => number {
  const coefficients = coefficientsOf(model, names);
  return (features) => {
    let sum = model.bias;
    for (let at = 0; at < coefficients.length; at++)
      sum += (coefficients[at] ?? 0) * (features[at] ?? 0);
    return 1 / (1 + Math.exp(-sum));
  };
}
