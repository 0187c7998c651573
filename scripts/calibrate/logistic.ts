/** One observation: features and whether it is a match. */
export interface Sample {
  readonly features: Float64Array;
  readonly isMatch: boolean;
  readonly weight: number;
}

/** Coefficients and, last, the constant. */
export type Coefficients = Float64Array;

/**
 * Fits a logistic model by Newton's method with a ridge penalty (iteratively reweighted least squares),
 * which for so few features converges in a dozen steps. The constant is not penalised.
 */
export function fitLogistic(samples: readonly Sample[], ridge: number, steps = 25): Coefficients {
  const size = (samples[0]?.features.length ?? 0) + 1;
  let beta = new Float64Array(size);
  for (let step = 0; step < steps; step++) {
    const gradient = new Float64Array(size);
    const hessian = Array.from({ length: size }, () => new Float64Array(size));
    for (const sample of samples) {
      const x = withConstant(sample.features);
      let sum = 0;
      for (let at = 0; at < size; at++) sum += (beta[at] ?? 0) * (x[at] ?? 0);
      const p = 1 / (1 + Math.exp(-sum));
      const error = ((sample.isMatch ? 1 : 0) - p) * sample.weight;
      const spread = Math.max(1e-6, p * (1 - p)) * sample.weight;
      for (let row = 0; row < size; row++) {
        const value = x[row] ?? 0;
        if (value === 0) continue;
        gradient[row] = (gradient[row] ?? 0) + error * value;
        const line = hessian[row];
        if (!line) continue;
        for (let column = 0; column < size; column++)
          line[column] = (line[column] ?? 0) + spread * value * (x[column] ?? 0);
      }
    }
    for (let at = 0; at < size - 1; at++) {
      gradient[at] = (gradient[at] ?? 0) - ridge * (beta[at] ?? 0);
      const line = hessian[at];
      if (line) line[at] = (line[at] ?? 0) + ridge;
    }
    const change = solve(hessian, gradient);
    let largest = 0;
    beta = beta.map((value, at) => {
      largest = Math.max(largest, Math.abs(change[at] ?? 0));
      return value + (change[at] ?? 0);
    });
    if (largest < 1e-6) break;
  }
  return beta;
}

function withConstant(features: Float64Array): Float64Array {
  const x = new Float64Array(features.length + 1);
  x.set(features);
  x[features.length] = 1;
  return x;
}

/** Solves `matrix · x = right` by elimination with pivots; both are used up. */
export function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(matrix[row]?.[column] ?? 0) > Math.abs(matrix[pivot]?.[column] ?? 0))
        pivot = row;
    }
    const best = matrix[pivot];
    const own = matrix[column];
    if (!best || !own) continue;
    matrix[pivot] = own;
    matrix[column] = best;
    const value = right[pivot] ?? 0;
    right[pivot] = right[column] ?? 0;
    right[column] = value;
    const lead = best[column] ?? 0;
    if (Math.abs(lead) < 1e-12) continue;
    for (let row = column + 1; row < size; row++) {
      const line = matrix[row];
      if (!line) continue;
      const factor = (line[column] ?? 0) / lead;
      if (factor === 0) continue;
      for (let at = column; at < size; at++) line[at] = (line[at] ?? 0) - factor * (best[at] ?? 0);
      right[row] = (right[row] ?? 0) - factor * value;
    }
  }
  const x = new Float64Array(size);
  for (let row = size - 1; row >= 0; row--) {
    let sum = right[row] ?? 0;
    for (let at = row + 1; at < size; at++) sum -= (matrix[row]?.[at] ?? 0) * (x[at] ?? 0);
    const lead = matrix[row]?.[row] ?? 0;
    x[row] = Math.abs(lead) < 1e-12 ? 0 : sum / lead;
  }
  return x;
}
