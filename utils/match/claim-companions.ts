import type { ClaimCatalogue } from './claim-catalogue.ts';

/** Claims that a chance meeting of two rare words may fill; taken off, so that one meeting says nothing. */
const CHANCE = 1;
const PRIOR = 3;

/**
 * How much two rows go together in the claims of a pack, from 0 to about 1: the claims that hold both,
 * beyond what chance would give, against the claims that hold either (a cosine, shrunk for rare rows).
 * "rainforest" and "Amazon" are companions though neither says the other. Pairs are remembered.
 */
export function createCompanions(
  catalogue: ClaimCatalogue,
): (first: number, second: number) => number {
  const lists = new Map<number, Uint32Array>();
  const known = new Map<string, number>();
  const claimsWith = (row: number): Uint32Array => {
    let list = lists.get(row);
    if (!list) {
      list = catalogue.postings(row).filter((document, at, all) => document !== all[at - 1]);
      lists.set(row, list);
    }
    return list;
  };
  return (first, second) => {
    const key = first < second ? `${first} ${second}` : `${second} ${first}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const a = claimsWith(first);
    const b = claimsWith(second);
    const both = countCommon(a, b);
    const expected = (a.length * b.length) / Math.max(1, catalogue.documents.length);
    const strength =
      Math.max(0, both - expected - CHANCE) / Math.sqrt((a.length + PRIOR) * (b.length + PRIOR));
    // The memory is bounded: it is filled anew when it has grown large.
    if (known.size > 200_000) known.clear();
    known.set(key, strength);
    return strength;
  };
}

/** Number of values that two ascending lists share. */
function countCommon(a: Uint32Array, b: Uint32Array): number {
  let common = 0;
  for (let at = 0, other = 0; at < a.length && other < b.length; ) {
    const difference = (a[at] ?? 0) - (b[other] ?? 0);
    if (difference === 0) common++;
    if (difference <= 0) at++;
    if (difference >= 0) other++;
  }
  return common;
}
