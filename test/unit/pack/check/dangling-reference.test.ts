import { expect, test } from 'vitest';
import { checkPack } from '../../../../utils/pack/check/check-pack.ts';
import { smallContext, smallPackWith } from '../../../support/small-pack.ts';

test('a framing that names a clause which does not exist is reported', () => {
  const files = smallPackWith(
    'topics/openness.yaml',
    'clauses: [treaty-bridge-open]',
    'clauses: [treaty-bridge-shut]',
  );
  expect(checkPack(files, smallContext()).faults).toMatchObject([
    {
      file: 'topics/openness.yaml',
      item: 'framing-open-bridge',
      line: 12,
      message: 'refers to the clause "treaty-bridge-shut", which does not exist',
    },
  ]);
});

test('a slice of a file that is no source is reported', () => {
  const files = smallPackWith(
    'claims/trade.yaml',
    'source: {file: "gazette.txt"',
    'source: {file: "herald.txt"',
  );
  expect(checkPack(files, smallContext()).faults).toMatchObject([
    {
      item: 'claim-trade-1901',
      message: 'quotes from "herald.txt", which sources.yaml does not name',
    },
  ]);
});

test('a redirect to an id that does not exist is reported', () => {
  const files = smallPackWith(
    'redirects.yaml',
    'B1: [treaty-bridge-open]',
    'B1: [treaty-bridge-shut]',
  );
  expect(checkPack(files, smallContext()).faults).toMatchObject([
    { item: 'B1', file: 'redirects.yaml', line: 2 },
  ]);
});
