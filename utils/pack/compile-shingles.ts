import { SHINGLE } from '../match/constants.ts';
import { bucketsFor, placeBits, shingleAt, tagOf } from '../match/shingle.ts';
import type { WholeNumbers } from './whole-numbers.ts';

/**
 * Every place at which a run of `SHINGLE` stems begins, as a token number of the index, by bucket of the
 * run's hash: bucket b holds the places `bucket[b] … bucket[b + 1]`, in ascending order. The bits that no
 * place needs hold a tag, which is another part of the hash; what has the same bucket and tag by chance, the
 * search sees when it compares the stems. Six bytes a place, where a table from hash to list of places
 * takes twenty-four.
 */
export interface Shingles {
  readonly bucket: Uint32Array;
  readonly place: Uint32Array;
}

/**
 * Lists the runs of all wordings, by counting sort. Wordings of ours are left out: nobody quotes them.
 */
export function compileShingles(
  stems: Uint32Array,
  wordingStart: WholeNumbers,
  isQuotable: (wording: number) => boolean,
): Shingles {
  const hashes = new Uint32Array(stems.length);
  const starts = new Uint8Array(stems.length);
  let count = 0;
  for (let wording = 0; wording + 1 < wordingStart.length; wording++) {
    if (!isQuotable(wording)) continue;
    const to = wordingStart[wording + 1] ?? 0;
    for (let at = wordingStart[wording] ?? 0; at + SHINGLE <= to; at++) {
      hashes[at] = shingleAt(stems, at);
      starts[at] = 1;
      count++;
    }
  }
  const buckets = bucketsFor(count);
  const mask = buckets - 1;
  const bucket = new Uint32Array(buckets + 1);
  for (let at = 0; at < stems.length; at++) {
    if (starts[at] === 0) continue;
    const next = ((hashes[at] ?? 0) & mask) + 1;
    bucket[next] = (bucket[next] ?? 0) + 1;
  }
  for (let at = 0; at < buckets; at++) bucket[at + 1] = (bucket[at + 1] ?? 0) + (bucket[at] ?? 0);
  const free = bucket.slice(0, buckets);
  const place = new Uint32Array(count);
  const bits = placeBits(stems.length);
  for (let at = 0; at < stems.length; at++) {
    if (starts[at] === 0) continue;
    const hash = hashes[at] ?? 0;
    const slot = free[hash & mask] ?? 0;
    free[hash & mask] = slot + 1;
    place[slot] = (tagOf(hash, bits) << bits) | at;
  }
  return { bucket, place };
}
