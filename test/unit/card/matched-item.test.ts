import { expect, test } from 'vitest';
import { matchedItem } from '../../../entrypoints/card/matched-item.ts';
import type { Match } from '../../../utils/match/types.ts';
import { card, framingCard } from '../../gallery/fixtures/card-data.ts';

const MATCH = { item: 'declaration-2031-open', kind: 'clause', degree: 'partial', topic: null };

const attributionOf = (title: string, date: string | null): string => {
  const data = card();
  if (data.document === null) throw new Error('The fixture has no document.');
  const document = { ...data.document, title, date };
  return matchedItem(MATCH as unknown as Match, { ...data, document }).attribution;
};

test.each([
  ['Joint Declaration', '2031-05-08', 'Joint text, both sides, Joint Declaration, 2031-05-08'],
  ['Readout, 8 May 2031', '2031-05-08', 'Joint text, both sides, Readout, 8 May 2031'],
  ['宣言（2031年5月8日）', '2031-05-08', 'Joint text, both sides, 宣言（2031年5月8日）'],
  ['Declaration of 2031', '2031-05-08', 'Joint text, both sides, Declaration of 2031, 2031-05-08'],
  ['Chapter 8 of 1999', '2031-05-08', 'Joint text, both sides, Chapter 8 of 1999, 2031-05-08'],
  ['Joint Declaration', null, 'Joint text, both sides, Joint Declaration'],
])('“%s” of %s is kept as “%s”', (title, date, expected) => {
  expect(attributionOf(title, date)).toBe(expected);
});

test('a framing is kept with who holds it', () => {
  const data = framingCard();
  const { attribution } = matchedItem(MATCH as unknown as Match, data);
  expect(attribution).toContain('Institute for Rivers');
});
