import { describe, expect, test } from 'vitest';
import { bundledPack } from '../../support/bundled-pack.ts';

const pack = bundledPack();

describe('what the record shows', () => {
  test('closes every topic of the bundled pack, in every language', () => {
    for (const { id, record } of pack.topics) {
      expect(record, id).toBeDefined();
      for (const [language, { items }] of pack.texts)
        expect(items[id]?.record, `${id} ${language}`).toBeDefined();
    }
  });

  test('says when: each record names a year or a text that has one', () => {
    for (const { id, record } of pack.topics) expect(record, id).toMatch(/\b(?:1997|20[0-2]\d)\b/);
  });

  test('quotes in English only words that the pack holds', () => {
    const held = JSON.stringify([pack.clauses, pack.topics, pack.formulae]).toLowerCase();
    const missing = pack.topics.flatMap(({ id, record = '' }) =>
      [...record.matchAll(/“([^”]+)”/g)]
        .map(([, words = '']) => words.toLowerCase())
        .filter((words) => held.split(words).length < 3)
        .map((words) => `${id}: ${words}`),
    );
    expect(missing).toEqual([]);
  });
});
