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
