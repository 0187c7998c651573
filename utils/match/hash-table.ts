/**
 * An open-addressing table from 32-bit hashes to numbers, in two typed arrays, so that it can lie in a
 * file and be read by views. `keys` holds hashes (0 = empty), `values` the numbers; the capacity is a
 * power of two at most two thirds full; collisions probe the next slot.
 */
export interface HashTable {
  readonly keys: Uint32Array;
  readonly values: Uint32Array;
}

/** What `lookUp` answers for a hash that is not in the table. */
export const ABSENT = 0xffffffff;

/** Builds a table. Later entries with the same hash replace earlier ones. */
export function buildHashTable(
  entries: Iterable<readonly [number, number]>,
  count: number,
): HashTable {
  let capacity = 16;
  while (capacity * 2 < count * 3) capacity *= 2;
  const keys = new Uint32Array(capacity);
  const values = new Uint32Array(capacity);
  const mask = capacity - 1;
  for (const [hash, value] of entries) {
    let slot = hash & mask;
    while (keys[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & mask;
    keys[slot] = hash;
    values[slot] = value;
  }
  return { keys, values };
}

/** The number kept for `hash`, or `ABSENT`. */
export function lookUp(table: HashTable, hash: number): number {
  const { keys, values } = table;
  const mask = keys.length - 1;
  let slot = hash & mask;
  for (;;) {
    const key = keys[slot];
    if (key === hash) return values[slot] ?? ABSENT;
    if (key === 0 || key === undefined) return ABSENT;
    slot = (slot + 1) & mask;
  }
}
