import { expect, test } from 'vitest';
import { createWordTest } from '../../../../scripts/packs/holds-words.ts';
import { checkPack } from '../../../../utils/pack/check/check-pack.ts';
import { smallContext, smallPackWith } from '../../../support/small-pack.ts';

const faultsOf = (names: string, wordings = '') => {
  const files = smallPackWith('claims/trade.yaml', 'names: []', `names: ${names}`);
  if (wordings !== '')
    files.set(
      'wordings/claims.yaml',
      `items:\n  - id: claim-trade-1901\n    wordings: ${wordings}\n`,
    );
  return checkPack(files, { ...smallContext(), holdsWords: createWordTest() }).faults;
};

test('a name that none of the claim’s texts holds is reported, language by language', () => {
  const faults = faultsOf(
    '[{en: ["Portsmouth"], zh: ["朴茨茅斯"], ru: ["Портсмут"]}]',
    '{zh: ["贸易增长"], ru: ["В Портсмуте выросла торговля."]}',
  );
  expect(faults).toMatchObject([
    {
      item: 'claim-trade-1901',
      message: 'names "Portsmouth", which none of its texts in "en" does',
    },
    { message: 'names "朴茨茅斯", which none of its texts in "zh" does' },
  ]);
});

test('one form of a name is enough, in any inflection and either script of Chinese', () => {
  expect(
    faultsOf(
      '[{en: ["crown", "krone"], zh: ["贸易"], ru: ["Корона"]}]',
      '{zh: ["貿易增長"], ru: ["Торговля достигла 12 млн корон."]}',
    ),
  ).toEqual([]);
});

test('a language in which the claim has no text is not asked', () => {
  expect(faultsOf('[{en: ["crowns"], zh: ["克朗"], ru: ["крона"]}]')).toEqual([]);
});
