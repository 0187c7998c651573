import { expect, test } from 'vitest';
import { checkPack } from '../../../../utils/pack/check/check-pack.ts';
import { smallContext, smallPackWith } from '../../../support/small-pack.ts';

const withStatus = (status: string) =>
  smallPackWith('claims/trade.yaml', 'status: {value: single-source', `status: {${status}`);
const BY = 'overtaken_by: {date: "1902-01-01", address: "https://gazette.example/1902"}';

test('a figure without a place is reported', () => {
  const files = smallPackWith(
    'claims/trade.yaml',
    ', address: "https://gazette.example/1901"}',
    '}',
  );
  expect(checkPack(files, smallContext()).faults).toMatchObject([
    {
      item: 'claim-trade-1901',
      line: 8,
      message: 'the figure 12000000 crowns has no place where it can be read',
    },
  ]);
});

test('an overtaken claim says when', () => {
  expect(checkPack(withStatus('value: overtaken'), smallContext()).faults).toMatchObject([
    { item: 'claim-trade-1901', message: 'is overtaken and does not say when' },
  ]);
  expect(checkPack(withStatus(`value: overtaken, ${BY}`), smallContext()).faults).toEqual([]);
});

test('a claim that nothing overtook does not say what overtook it', () => {
  expect(checkPack(withStatus(`value: agrees, ${BY}`), smallContext()).faults).toMatchObject([
    { message: 'says what overtook it, and its status is "agrees"' },
  ]);
});
