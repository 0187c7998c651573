import type { WholeNumbers } from '../pack/whole-numbers.ts';

/** First place in `[from, to)` of an ascending list whose value is at least `least`; `to` if there is none. */
export function firstAtLeast(
  values: WholeNumbers,
  from: number,
  to: number,
  least: number,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
