import type { IndexSections } from '../pack/index-format.ts';
import type { WholeNumbers } from '../pack/whole-numbers.ts';

/**
 * A table from 32-bit hashes to numbers, in three typed arrays, so that it can lie in a file and be read by
 * views. The hashes and their numbers stand by bucket, which is the low bits of the hash: bucket b holds
 * the entries `bucket[b] … bucket[b + 1]`. There are a power of two buckets, with two to four entries each,
 * so that what is not in the table is known after two or three comparisons, side by side in memory. An
 * open-addressing table takes three times the room for the same.
 */
export interface HashTable {
  readonly bucket: WholeNumbers;
  readonly keys: Uint32Array;
  readonly values: WholeNumbers;
}

/** What `lookUp` answers for a hash that is not in the table. */
export const ABSENT = 0xffffffff;

/** Buckets have no more entries than this, on average. */
const MOST_IN_BUCKET = 4;

/** Builds a table by counting sort. */
export function buildHashTable(entries: ReadonlyMap<number, number>): HashTable {
  let buckets = 1;
  while (buckets * MOST_IN_BUCKET < entries.size) buckets *= 2;
  const mask = buckets - 1;
  const bucket = new Uint32Array(buckets + 1);
  for (const hash of entries.keys()) {
    const next = (hash & mask) + 1;
    bucket[next] = (bucket[next] ?? 0) + 1;
  }
  for (let at = 0; at < buckets; at++) bucket[at + 1] = (bucket[at + 1] ?? 0) + (bucket[at] ?? 0);
  const free = bucket.slice(0, buckets);
  const keys = new Uint32Array(entries.size);
  const values = new Uint32Array(entries.size);
  for (const [hash, value] of entries) {
    const place = free[hash & mask] ?? 0;
    free[hash & mask] = place + 1;
    keys[place] = hash;
    values[place] = value;
  }
  return { bucket, keys, values };
}

/** The number kept for `hash`, or `ABSENT`. */
export function lookUp({ bucket, keys, values }: HashTable, hash: number): number {
  const own = hash & (bucket.length - 2);
  const end = bucket[own + 1] ?? 0;
  for (let at = bucket[own] ?? 0; at < end; at++)
    if (keys[at] === hash) return values[at] ?? ABSENT;
  return ABSENT;
}

/** The table of an index from terms to rows of its lexicon. */
export function lexiconOf(sections: IndexSections): HashTable {
  const { lexiconBucket, lexiconKeys, lexiconValues } = sections;
  return { bucket: lexiconBucket, keys: lexiconKeys, values: lexiconValues };
}
