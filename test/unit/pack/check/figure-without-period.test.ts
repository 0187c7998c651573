import { expect, test } from 'vitest';
import { checkPack } from '../../../../utils/pack/check/check-pack.ts';
import { smallContext, smallPackWith } from '../../../support/small-pack.ts';

test('a figure that does not say its period is reported', () => {
  const files = smallPackWith('claims/trade.yaml', ' period: "1901",', '');
  expect(checkPack(files, smallContext()).faults).toMatchObject([
    { item: 'claim-trade-1901', message: 'the figure 12000000 crowns has no period' },
  ]);
});
