import { expect, test } from 'vitest';
import { checkPack } from '../../../../utils/pack/check/check-pack.ts';
import { smallContext, smallPackWith } from '../../../support/small-pack.ts';

test('words without a source and without an address are reported', () => {
  const files = smallPackWith(
    'topics/openness.yaml',
    ', source: {file: "gazette.txt", offset: 20, end: 31}}',
    '}',
  );
  expect(checkPack(files, smallContext()).faults).toMatchObject([
    { item: 'framing-open-bridge', message: 'quotes words without a place to read them' },
  ]);
});
