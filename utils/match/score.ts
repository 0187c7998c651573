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

/** By item id, for stretches beside a wording, for retellings and for cues. */
export type ItemTrust = Readonly<Record<string, readonly [number, number, number]>>;

/** What the engine decides by. */
export interface ScoreModel {
  /** For stretches of text beside a wording. */
  readonly wordings: LogisticModel<FeatureName>;
  /** For stretches rich in the words of an item. */
  readonly retellings: LogisticModel<RetellingFeatureName>;
  /** For cue phrases. */
  readonly cues: LogisticModel<CueFeatureName>;
  /**
   * What is added to the log odds of an item: some items say what only they say, others what is said of many
   * things. Nothing for an item that is not named here.
   */
  readonly items: ItemTrust;
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

/**
 * Makes the scoring function of a model: features in the order of `names`, and what is added to the log odds
 * of this item, → probability of a match.
 */
export function scorerOf<Name extends string>(
  model: LogisticModel<Name>,
  names: readonly Name[],
): (features: Float64Array, trust: number) => number {
  const coefficients = coefficientsOf(model, names);
  return (features, trust) => {
    let sum = model.bias + trust;
    for (let at = 0; at < coefficients.length; at++)
      sum += (coefficients[at] ?? 0) * (features[at] ?? 0);
    return 1 / (1 + Math.exp(-sum));
  };
}

/** What a model adds for every item of an index, by its number: one list a stage. */
export interface TrustLists {
  readonly wordings: Float64Array;
  readonly retellings: Float64Array;
  readonly cues: Float64Array;
}

/** Looks up what a model adds for each item. */
export function trustOf({ items }: ScoreModel, ids: readonly string[]): TrustLists {
  const list = (stage: 0 | 1 | 2): Float64Array =>
    Float64Array.from(ids, (id) => (Object.hasOwn(items, id) ? (items[id]?.[stage] ?? 0) : 0));
  return { wordings: list(0), retellings: list(1), cues: list(2) };
}
