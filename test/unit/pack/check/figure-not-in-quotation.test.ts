import { expect, test } from 'vitest';
import { checkPack } from '../../../../utils/pack/check/check-pack.ts';
import { smallContext, smallPackWith } from '../../../support/small-pack.ts';

/** The faults of a figure with a value, quoted in the given words of an address. */
const faultsOf = (value: string, text: string) =>
  checkPack(
    smallPackWith('claims/trade.yaml', 'value: 12000000,', `value: ${value}, text: "${text}",`),
    smallContext(),
  ).faults;

test('a value that the quoted words do not give is reported', () => {
  expect(faultsOf('13000000', 'Trade reached 12 million crowns')).toMatchObject([
    {
      item: 'claim-trade-1901',
      message: 'the figure 13000000 crowns does not stand in the words quoted for it',
    },
  ]);
  expect(faultsOf('5', 'five and a half times')).toHaveLength(1);
});

test.each([
  ['12000000', 'Trade reached 12 million crowns'],
  ['12', 'Trade reached 12 million crowns'],
  ['1600000', '1.6 million travellers'],
  ['10375', '10,375 crowns'],
  ['11', 'his 11th visit'],
  ['8', 'more than 20 states and eight bodies'],
  ['5.5', 'five and a half times'],
  ['3', 'a treaty, a letter and a map'],
])('%s is found in “%s”, or the words give no number at all', (value, text) => {
  expect(faultsOf(value, text)).toEqual([]);
});
