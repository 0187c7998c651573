import { expect, test } from 'vitest';
import { faultsOf, packWithSlots } from '../../../support/pack-with-slots.ts';

test('a slot that no figure has as its key is reported with the keys there are', () => {
  expect(faultsOf(packWithSlots('Trade came to {trade} crowns.'))).toMatchObject([
    {
      file: 'wordings/claims.yaml',
      line: 5,
      item: 'claim-trade-1901',
      message: 'no figure of the claim has the key "trade"',
      remedy: 'Use one of tolls, or add the key to its figure',
    },
  ]);
});

test.each([
  ['value: 12000000, unit: crowns', 'value: "half", unit: share', 'half share'],
  ['value: 12000000, unit: crowns', 'value: 1901, unit: year', '1901 year'],
  ['value: 12000000, unit: crowns', 'value: 6, unit: date', '6 date'],
])(
  'a slot whose figure is %s turned to %s is reported: it cannot be left open',
  (from, to, told) => {
    const files = packWithSlots('Trade came to {tolls} crowns.');
    files.set('claims/trade.yaml', (files.get('claims/trade.yaml') ?? '').replace(from, to));
    expect(faultsOf(files)).toMatchObject([
      { item: 'claim-trade-1901', message: `leaves {tolls} open, whose figure is "${told}"` },
    ]);
  },
);

test('a slot in a wording of a clause is reported: only claims have figures', () => {
  const files = packWithSlots('Trade came to {tolls} crowns.');
  files.set(
    'wordings/clauses.yaml',
    'items:\n  - id: treaty-bridge-open\n    wordings: {en: ["For {tolls} nobody is kept away"]}\n',
  );
  expect(faultsOf(files)).toMatchObject([
    { item: 'treaty-bridge-open', message: 'has the slot {tolls} and is no claim' },
  ]);
});
