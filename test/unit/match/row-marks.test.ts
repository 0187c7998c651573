import { expect, it } from 'vitest';
import { ABSENT } from '../../../utils/match/hash-table.ts';
import { RowMarks } from '../../../utils/match/row-marks.ts';
import { WordFilter } from '../../../utils/match/word-filter.ts';
import { tokenize } from '../../support/matching.ts';

it('takes a row in once, and forgets all at once', () => {
  const marks = new RowMarks(4);
  expect(marks.has(2)).toBe(false);
  expect(marks.add(2)).toBe(true);
  expect(marks.add(2)).toBe(false);
  expect(marks.has(2)).toBe(true);
  marks.clear();
  expect(marks.has(2)).toBe(false);
});

it('never holds a row that is not in the lexicon', () => {
  const marks = new RowMarks(4);
  expect(marks.add(ABSENT)).toBe(false);
  expect(marks.has(ABSENT)).toBe(false);
});

it('the filter holds every word that was added, and few others', () => {
  const words = [...tokenize('The bridges shall stay open to all travellers of both shores').stem];
  const filter = new WordFilter();
  for (const hash of words) filter.add(hash);
  expect(words.every((hash) => filter.holds(hash))).toBe(true);
  const others = [...tokenize('lantern harbour winter orchard granary').stem];
  expect(others.filter((hash) => filter.holds(hash)).length).toBeLessThan(others.length);
});
