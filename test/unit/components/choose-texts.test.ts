import { expect, test } from 'vitest';
import { chooseTexts } from '../../../components/card/choose-texts.ts';
import { ENGLISH, ORIGINAL, OURS, RUSSIAN, TRADITIONAL } from '../../gallery/fixtures/card-data.ts';

const ALL = [RUSSIAN, TRADITIONAL, ORIGINAL, ENGLISH];

test('the original stands first, then a text in the reader’s language', () => {
  expect(chooseTexts(ALL, null, 'ru').first).toEqual([ORIGINAL, RUSSIAN]);
  expect(chooseTexts(ALL, null, 'en').first).toEqual([ORIGINAL, ENGLISH]);
});

test('the text that the page was aligned with is always there, once', () => {
  expect(chooseTexts(ALL, ENGLISH, 'ru').first).toEqual([ORIGINAL, RUSSIAN, ENGLISH]);
  expect(chooseTexts(ALL, ENGLISH, 'en').first).toEqual([ORIGINAL, ENGLISH]);
  expect(chooseTexts(ALL, ORIGINAL, 'zh-CN').first).toEqual([ORIGINAL]);
});

test('no text is lost: what is not in the first layer is in the second', () => {
  const { first, others } = chooseTexts(ALL, null, 'en');
  expect(new Set([...first, ...others])).toEqual(new Set(ALL));
});

test('a report is taken only where there is nothing else', () => {
  const report = { ...ENGLISH, role: 'report' as const };
  expect(chooseTexts([ORIGINAL, report, RUSSIAN], null, 'en').first).toEqual([ORIGINAL, RUSSIAN]);
  expect(chooseTexts([report], null, 'ru').first).toEqual([report]);
});

test('an item without texts gives none', () => {
  expect(chooseTexts([], null, 'en')).toEqual({ first: [], others: [] });
});

test('our own translation takes the place of a foreign one, and stands beside somebody’s text', () => {
  expect(chooseTexts([ORIGINAL, ENGLISH, OURS], null, 'ru')).toEqual({
    first: [ORIGINAL, OURS],
    others: [ENGLISH],
  });
  expect(chooseTexts([ENGLISH, OURS], null, 'ru').first).toEqual([ENGLISH, OURS]);
});

test('our own translation gives way to anybody else’s in the language', () => {
  expect(chooseTexts([ORIGINAL, RUSSIAN, OURS], null, 'ru').first).toEqual([ORIGINAL, RUSSIAN]);
});

test('readers of other languages are not shown our translation at all', () => {
  const { first, others } = chooseTexts([ORIGINAL, ENGLISH, OURS], OURS, 'en');
  expect([...first, ...others]).toEqual([ORIGINAL, ENGLISH]);
});
