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

/** Places in what an item of `ItemTrust` has. */
export const TrustIn = { wordings: 0, retellings: 1, cues: 2 } as const;

const NO_TRUST: ItemTrust[string] = [0, 0, 0];

/**
 * What a model adds to the log odds of each item of an index, by its number. The id of an item is read when it
 * is first asked about: a pack may have a hundred thousand, and a page is about few.
 */
export class TrustInItems {
  private readonly known = new Map<number, ItemTrust[string]>();

  /** @param idOf gives the id of an item. */
  constructor(
    private readonly items: ItemTrust,
    private readonly idOf: (item: number) => string,
  ) {}

  of(item: number, stage: 0 | 1 | 2): number {
    let trust = this.known.get(item);
    if (trust === undefined) {
      const id = this.idOf(item);
      trust = (Object.hasOwn(this.items, id) ? this.items[id] : undefined) ?? NO_TRUST;
      this.known.set(item, trust);
    }
    return trust[stage];
  }
}
