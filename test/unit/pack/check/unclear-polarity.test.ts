import { expect, test } from 'vitest';
import { checkPack } from '../../../../utils/pack/check/check-pack.ts';
import { smallContext, smallPackWith } from '../../../support/small-pack.ts';

const SAID = 'statement: "Trade reached 12 million crowns in 1901."\n    polarity: affirms';
const claimOf = (statement: string, polarity: string) =>
  checkPack(
    smallPackWith(
      'claims/trade.yaml',
      SAID,
      `statement: "${statement}"\n    polarity: ${polarity}`,
    ),
    smallContext(),
  ).faults;

test('a claim that denies something says so in its statement', () => {
  expect(claimOf('Trade grew in 1901.', 'denies')).toMatchObject([
    { item: 'claim-trade-1901', message: 'denies something, and its statement has no negation' },
  ]);
  expect(claimOf('Trade did not grow in 1901.', 'denies')).toEqual([]);
});

test('a claim that affirms something holds no negation', () => {
  expect(claimOf('Trade didn’t grow in 1901.', 'affirms')).toMatchObject([
    { message: 'affirms something, and its statement says "n’t"' },
  ]);
  expect(claimOf('Notable trade was noted in 1901.', 'affirms')).toEqual([]);
});
