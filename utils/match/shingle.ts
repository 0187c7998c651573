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

/** Bits that the number of a token takes, of so many tokens. A place and a tag share 32 bits. */
export function placeBits(tokens: number): number {
  return Math.max(1, 32 - Math.clz32(tokens));
}

/** The part of a hash by which runs of one bucket are told apart: its first bits, as many as places leave. */
export function tagOf(hash: number, bits: number): number {
  return hash >>> bits;
}

/** Buckets for so many runs, a power of two: one or two runs in each. */
export function bucketsFor(count: number): number {
  let buckets = 16;
  while (buckets * 2 < count) buckets *= 2;
  return buckets;
}
