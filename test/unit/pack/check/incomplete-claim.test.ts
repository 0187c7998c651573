import { expect, test } from 'vitest';
import { checkPack } from '../../../../utils/pack/check/check-pack.ts';
import { smallContext, smallPackWith } from '../../../support/small-pack.ts';

const withStatus = (status: string) =>
  smallPackWith('claims/trade.yaml', 'status: {value: single-source', `status: {${status}`);
const BY = 'overtaken_by: {date: "1902-01-01", address: "https://gazette.example/1902"}';

test('a figure without a place is reported', () => {
  const files = smallPackWith(
    'claims/trade.yaml',
    ', said_on: "1901-05-06", address: "https://gazette.example/1901"}',
    '}',
  );
  expect(checkPack(files, smallContext()).faults).toMatchObject([
    {
      item: 'claim-trade-1901',
      line: 9,
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

const DAY = ', said_on: "1901-05-06"';

test('a figure at an address says on which day it was said, or that the day is unknown', () => {
  const files = smallPackWith('claims/trade.yaml', DAY, '');
  expect(checkPack(files, smallContext()).faults).toMatchObject([
    { message: 'the figure 12000000 crowns stands at an address and does not say on which day' },
  ]);
  const honest = smallPackWith('claims/trade.yaml', DAY, ', said_on: unknown');
  expect(checkPack(honest, smallContext()).faults).toEqual([]);
});

test('a figure in a slice has the day of its source and no other', () => {
  const files = smallPackWith(
    'claims/trade.yaml',
    'address: "https://gazette.example/1901"}',
    'text: "12 million crowns", source: {file: "gazette.txt", offset: 47, end: 64}}',
  );
  expect(checkPack(files, smallContext()).faults).toMatchObject([
    { message: 'the figure 12000000 crowns has a day of its own beside a source that has one' },
  ]);
});
