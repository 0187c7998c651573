import { expect, test } from 'vitest';
import { faultsOf, packWithSlots } from '../../../support/pack-with-slots.ts';

test.each([
  ['{Tolls}', '{Tolls}'],
  ['{ tolls }', '{ tolls }'],
  ['{}', '{}'],
  ['{tolls', '{tolls crowns.'],
  ['tolls}', 'tolls}'],
  ['{tolls|trade}', '{tolls|trade}'],
])('a slot written %s is reported with its line', (slot, told) => {
  expect(faultsOf(packWithSlots(`Trade came to ${slot} crowns.`))).toMatchObject([
    {
      file: 'wordings/claims.yaml',
      line: 5,
      item: 'claim-trade-1901',
      message: `"${told}" is no number slot`,
    },
  ]);
});

test('every malformed slot of every wording is reported in one run, beside good ones', () => {
  const faults = faultsOf(packWithSlots('{tolls} and {a b}', 'none', '{c d} of {tolls} and {e f}'));
  expect(faults.map(({ line }) => line)).toEqual([5, 7, 7]);
});

test('a slot that names a figure is no fault', () => {
  expect(faultsOf(packWithSlots('Trade came to {tolls} crowns, {tolls} in all.'))).toEqual([]);
});
