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

it('the filter holds every word of a text, in both forms, and few others', () => {
  const tokens = tokenize('The bridges shall stay open to all travellers of both shores');
  const filter = new WordFilter(tokens);
  for (let at = 0; at < tokens.count; at += 1) {
    expect(filter.holds(tokens.stem[at] ?? 0)).toBe(true);
    expect(filter.holds(tokens.exact[at] ?? 0)).toBe(true);
  }
  const others = [...tokenize('lantern harbour winter orchard granary').stem];
  expect(others.filter((hash) => filter.holds(hash)).length).toBeLessThan(others.length);
});
