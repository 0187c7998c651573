import { expect, test } from 'vitest';
import {
  formatDate,
  formatFigure,
  formatNames,
  formatSection,
  formatSentences,
} from '../../../components/format.ts';
import { createTranslator } from '../../../utils/i18n.ts';

test.each([
  ['2025-05-08', 'en', '8 May 2025'],
  ['2025-05-08T23:30:00-05:00', 'en', '8 May 2025'],
  ['2025-05-08', 'zh-CN', '2025年5月8日'],
  ['2025-05-08', 'ru', '8 мая 2025 г.'],
  ['2025-09', 'en', 'September 2025'],
  ['2025', 'en', '2025'],
  ['September 2025 or later', 'ru', 'September 2025 or later'],
] as const)('the date %s is written in %s as %s', (date, language, written) => {
  expect(formatDate(date, language)).toBe(written);
});

test('figures are grouped, words stay words', () => {
  expect(formatFigure(244800, 'en')).toBe('244,800');
  expect(formatFigure('a third more', 'en')).toBe('a third more');
});

test('names are joined in the reader’s language', () => {
  expect(formatNames(['A', 'B', 'C'], 'en')).toBe('A, B and C');
  expect(formatNames(['A', 'B'], 'ru')).toBe('A и B');
});

test('a numbered section has the reader’s word for it, a named one its name', () => {
  expect(formatSection('9', createTranslator('ru'))).toBe('раздел 9');
  expect(formatSection('point 3', createTranslator('en'))).toBe('point 3');
});

test('sentences stand apart by a space, in Chinese by their full stop alone', () => {
  expect(formatSentences(['One.', 'Two.'], 'en')).toBe('One. Two.');
  expect(formatSentences(['一。', '二。'], 'zh-TW')).toBe('一。二。');
});
