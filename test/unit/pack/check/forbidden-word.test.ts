import { expect, test } from 'vitest';
import { checkPack } from '../../../../utils/pack/check/check-pack.ts';
import { smallContext, smallPackWith } from '../../../support/small-pack.ts';

test('a word that passes a verdict is reported in our own texts', () => {
  const files = smallPackWith(
    'claims/trade.yaml',
    'note: "One source."',
    'note: "A disputed number."',
  );
  expect(checkPack(files, smallContext()).faults).toMatchObject([
    { item: 'claim-trade-1901', message: 'uses the word "disputed" in our own name' },
  ]);
});

test('the same word between quotation marks is a quotation and passes', () => {
  const files = smallPackWith('claims/trade.yaml', 'One source.', 'One source says “disputed”.');
  const { faults } = checkPack(files, smallContext());
  expect(faults.filter(({ message }) => message.includes('our own name'))).toEqual([]);
});
