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
    const entries = new Map(kept.map((word, at) => [hashWord(word), at]));
    const table = buildHashTable(entries);
    for (const [hash, value] of entries) expect(lookUp(table, hash)).toBe(value);
    for (const word of WORDS.slice(10_000)) expect(lookUp(table, hashWord(word))).toBe(ABSENT);
  });

  it('2.1 compare few entries for a hash, whether they have it or not', () => {
    for (const count of [0, 1, 10, 11, 1000]) {
      const entries = new Map(WORDS.slice(0, count).map((word, at) => [hashWord(word), at]));
      const { bucket, keys, values } = buildHashTable(entries);
      expect((bucket.length - 1) * 4).toBeGreaterThanOrEqual(count);
      expect([bucket[0], bucket.at(-1), keys.length, values.length]).toEqual([
        0,
        count,
        count,
        count,
      ]);
      expect(lookUp({ bucket, keys, values }, hashWord('absent'))).toBe(ABSENT);
    }
  });

  it('2.1 tell hashes apart that fall into one bucket', () => {
    const entries = [16, 32, 48, 64, 80].map((hash, at) => [hash, at] as const);
    const table = buildHashTable(new Map(entries));
    expect(entries.map(([hash]) => lookUp(table, hash))).toEqual([0, 1, 2, 3, 4]);
    expect(lookUp(table, 96)).toBe(ABSENT);
    expect(lookUp(table, 17)).toBe(ABSENT);
  });
});
