import { describe, expect, it } from 'vitest';
import { hashPair, hashWord } from '../../../utils/match/hash.ts';
import { ABSENT, buildHashTable, lookUp } from '../../../utils/match/hash-table.ts';
import { shingleAt } from '../../../utils/match/shingle.ts';

/** As it stands in index files that were built before. */
const PARTNER = 3719978060;
const WORDS = Array.from({ length: 20_000 }, (_, at) => `word${at}`);

describe('2.1 hashes', () => {
  it('2.1 are unsigned 32-bit numbers and never 0', () => {
    for (const word of ['', 'a', '中', '\ud800', ...WORDS.slice(0, 500)]) {
      const hash = hashWord(word);
      expect(hash).toBeGreaterThan(0);
      expect(hash >>> 0).toBe(hash);
    }
  });

  it('2.1 are the same in every run, since they stand in index files', () => {
    expect(hashWord('partner')).toBe(PARTNER);
  });

  it('2.1 hardly ever clash among twenty thousand words', () => {
    expect(new Set(WORDS.map(hashWord)).size).toBeGreaterThan(WORDS.length - 3);
  });

  it('2.1 of pairs and of runs depend on the order', () => {
    const [a, b] = [hashWord('no'), hashWord('limits')];
    expect(hashPair(a, b)).not.toBe(hashPair(b, a));
    const run = Uint32Array.from([1, 2, 3, 4, 1, 2, 4, 3]);
    expect(shingleAt(run, 0)).not.toBe(shingleAt(run, 4));
  });
});

describe('2.1 hash tables', () => {
  it('2.1 keep every number under its hash, and know nothing of other hashes', () => {
    const kept = WORDS.slice(0, 10_000);
    const entries = kept.map((word, at) => [hashWord(word), at] as const);
    const table = buildHashTable(entries, entries.length);
    for (const [hash, value] of entries) expect(lookUp(table, hash)).toBe(value);
    for (const word of WORDS.slice(10_000)) expect(lookUp(table, hashWord(word))).toBe(ABSENT);
  });

  it('2.1 stay at most two thirds full, so that a search ends', () => {
    for (const count of [0, 1, 10, 11, 1000]) {
      const entries = WORDS.slice(0, count).map((word, at) => [hashWord(word), at] as const);
      const table = buildHashTable(entries, count);
      expect(table.keys.length * 2).toBeGreaterThanOrEqual(count * 3);
      expect(lookUp(table, hashWord('absent'))).toBe(ABSENT);
    }
  });

  it('2.1 probe on where hashes fall on one slot', () => {
    const entries = [16, 32, 48].map((hash, at) => [hash, at] as const);
    const table = buildHashTable(entries, 3);
    expect(entries.map(([hash]) => lookUp(table, hash))).toEqual([0, 1, 2]);
    expect(lookUp(table, 64)).toBe(ABSENT);
  });

  it('2.1 let a later entry replace an earlier one of the same hash', () => {
    expect(
      lookUp(
        buildHashTable(
          [
            [7, 1],
            [7, 2],
          ],
          2,
        ),
        7,
      ),
    ).toBe(2);
  });
});
