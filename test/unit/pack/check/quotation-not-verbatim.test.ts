import { expect, test } from 'vitest';
import { checkPack } from '../../../../utils/pack/check/check-pack.ts';
import { smallContext, smallPackWith } from '../../../support/small-pack.ts';

test('a quotation that is one character off is reported with the place of the difference', () => {
  const files = smallPackWith(
    'clauses/river-treaty-1901.yaml',
    '"The bridge shall be open to all"',
    '"The bridge shall be open to ail"',
  );
  expect(checkPack(files, smallContext()).faults).toMatchObject([
    {
      file: 'clauses/river-treaty-1901.yaml',
      line: 9,
      item: 'treaty-bridge-open',
      message: 'differs from its source at character 30: "il" where the source has "ll"',
    },
  ]);
});

test('words that stand at another place of the source are reported with their offsets', () => {
  const files = smallPackWith(
    'clauses/river-treaty-1901.yaml',
    'offset: 0, end: 31',
    'offset: 1, end: 32',
  );
  expect(checkPack(files, smallContext()).faults).toMatchObject([
    { remedy: 'These words stand at offset 0, end 31' },
  ]);
});

test('without the sources at hand nothing is compared', () => {
  const files = smallPackWith('clauses/river-treaty-1901.yaml', 'open to all', 'open to ail');
  expect(checkPack(files, { ...smallContext(), sources: null }).faults).toEqual([]);
});
