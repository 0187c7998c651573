import { expect, test } from 'vitest';
import { faultsOf, packWithSlots } from '../../../support/pack-with-slots.ts';

test('a key that two figures of one claim have is reported at the second', () => {
  const files = packWithSlots('Trade came to {tolls} crowns.');
  const claims = (files.get('claims/trade.yaml') ?? '').split('\n');
  const at = claims.findIndex((line) => line.includes('key: tolls'));
  claims.splice(at, 0, claims[at] ?? '');
  files.set('claims/trade.yaml', claims.join('\n'));
  expect(faultsOf(files)).toMatchObject([
    {
      file: 'claims/trade.yaml',
      line: at + 2,
      item: 'claim-trade-1901',
      message: 'two figures have the key "tolls"',
    },
  ]);
});
