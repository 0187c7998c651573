import { SHINGLE } from '../match/constants.ts';
import { buildHashTable, type HashTable } from '../match/hash-table.ts';
import { shingleAt } from '../match/shingle.ts';
import { listsOf } from './postings.ts';

export interface Shingles {
  readonly table: HashTable;
  readonly start: Uint32Array;
  readonly wording: Uint32Array;
  readonly position: Uint16Array;
}

/**
 * Lists, for each run of `SHINGLE` stems, the places (wording, position) where it stands. Wordings of ours
 * are left out: nobody quotes them.
 */
export function compileShingles(
  stems: Uint32Array,
  wordingStart: Uint32Array,
  isQuotable: (wording: number) => boolean,
): Shingles {
  const rowOf = new Map<number, number>();
  const rows: number[] = [];
  const places: number[] = [];
  const positions: number[] = [];
  for (let wording = 0; wording + 1 < wordingStart.length; wording++) {
    if (!isQuotable(wording)) continue;
    const from = wordingStart[wording] ?? 0;
    const to = wordingStart[wording + 1] ?? 0;
    for (let at = from; at + SHINGLE <= to; at++) {
      const hash = shingleAt(stems, at);
      const row = rowOf.get(hash) ?? rowOf.size;
      rowOf.set(hash, row);
      rows.push(row);
      places.push(wording);
      positions.push(at - from);
    }
  }
  const { start, values, order } = listsOf(rows, places, rowOf.size);
  const position = new Uint16Array(order.length);
  order.forEach((at, place) => {
    position[place] = positions[at] ?? 0;
  });
  return { table: buildHashTable(rowOf, rowOf.size), start, wording: values, position };
}
