import { SHINGLE } from './constants.ts';

/** Hash of the `SHINGLE` stems that begin at `at`; order counts. */
export function shingleAt(stems: Uint32Array, at: number): number {
  let hash = 0;
  for (let step = 0; step < SHINGLE; step++) {
    hash = Math.imul(hash ^ (stems[at + step] ?? 0), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash >>> 0 || 1;
}

/** The part of a hash by which runs of one bucket are told apart: the bits that the bucket has not. */
export function tagOf(hash: number): number {
  return hash >>> 16;
}

/** Buckets for so many runs, a power of two: one or two runs in each. */
export function bucketsFor(count: number): number {
  let buckets = 16;
  while (buckets * 2 < count) buckets *= 2;
  return buckets;
}
