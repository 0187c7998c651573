/**
 * 32-bit hashes for words and for runs of words. A hash stands for its word everywhere in the index
 * and in the engine; 0 is kept free to mean "nothing". With a vocabulary of 10^5 words one clash is
 * to be expected in the whole of it, which costs no more than one odd seed that verification drops.
 */

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** Spreads the bits of `hash` (the finaliser of MurmurHash3). */
function spread(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  h ^= h >>> 16;
  return h >>> 0 || 1;
}

/** Hash of a folded word: FNV-1a over its UTF-16 units, spread. Never 0. */
export function hashWord(word: string): number {
  let h = OFFSET;
  for (let at = 0; at < word.length; at++) h = Math.imul(h ^ word.charCodeAt(at), PRIME);
  return spread(h);
}

/** Hash of an ordered pair of hashes. Never 0. */
export function hashPair(first: number, second: number): number {
  return spread(Math.imul(first, 0x9e3779b1) ^ second);
}
