import { expect, test } from 'vitest';
import { checkPack } from '../../../../utils/pack/check/check-pack.ts';
import { smallContext, smallPackWith } from '../../../support/small-pack.ts';

test('redirects that lead back to themselves are reported', () => {
  const files = smallPackWith(
    'redirects.yaml',
    'B1: [treaty-bridge-open]',
    'B1: [treaty-bridge-open]\n  b2: [b2]',
  );
  expect(checkPack(files, smallContext()).faults).toMatchObject([
    { item: 'b2', message: 'the redirect leads back to itself' },
  ]);
});
