import { FEATURES } from './features.ts';
import { BIAS, WEIGHTS } from './model-weights.ts';

const COEFFICIENTS = Float64Array.from(FEATURES, (name) => WEIGHTS[name]);

/** Probability, by a logistic model, that a comparison is a match; features as `featuresOf` orders them. */
export function scoreOf(features: Float64Array): number {
  let sum = BIAS;
  for (let at = 0; at < COEFFICIENTS.length; at++)
    sum += (COEFFICIENTS[at] ?? 0) * (features[at] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
