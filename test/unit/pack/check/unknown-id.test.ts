import { expect, test } from 'vitest';
import { checkPack } from '../../../../utils/pack/check/check-pack.ts';
import { smallContext, smallPackWith } from '../../../support/small-pack.ts';

test('wordings of an id that no item has are reported where they stand', () => {
  const files = smallPackWith(
    'wordings/clauses.yaml',
    'id: treaty-bridge-open',
    'id: treaty-bridge-opens',
  );
  expect(checkPack(files, smallContext()).faults).toMatchObject([
    {
      file: 'wordings/clauses.yaml',
      line: 2,
      item: 'treaty-bridge-opens',
      message: 'no item has this id',
    },
  ]);
});
