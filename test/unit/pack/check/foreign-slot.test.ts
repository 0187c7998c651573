import { expect, test } from 'vitest';
import { faultsOf, packWithSlots } from '../../../support/pack-with-slots.ts';

function packOfTwoClaims(slot: string): Map<string, string> {
  const files = packWithSlots(`Trade came to {${slot}} crowns.`);
  const claims = files.get('claims/trade.yaml') ?? '';
  const another = claims
    .slice(claims.indexOf('  - id:'))
    .replace('claim-trade-1901', 'claim-ferries-1901')
    .replace('key: tolls', 'key: ferries');
  return files.set('claims/trade.yaml', claims + another);
}

test('a slot that names a figure of another claim is reported once, with that claim', () => {
  expect(faultsOf(packOfTwoClaims('ferries'))).toMatchObject([
    {
      file: 'wordings/claims.yaml',
      line: 5,
      item: 'claim-trade-1901',
      message: 'the slot {ferries} names a figure of "claim-ferries-1901"',
      remedy: 'Name a figure of the same claim, or move the wording',
    },
  ]);
});

test('a claim whose id is used twice is told of that alone, not of the slots of both', () => {
  const files = packOfTwoClaims('ferries');
  files.set(
    'claims/trade.yaml',
    (files.get('claims/trade.yaml') ?? '').replace('claim-ferries-1901', 'claim-trade-1901'),
  );
  expect(faultsOf(files)).toMatchObject([{ message: expect.stringContaining('used twice') }]);
});

test('two claims may have figures of the same key, each with its own slots', () => {
  const files = packOfTwoClaims('tolls');
  files.set(
    'claims/trade.yaml',
    (files.get('claims/trade.yaml') ?? '').replace('key: ferries', 'key: tolls'),
  );
  expect(faultsOf(files)).toEqual([]);
});
