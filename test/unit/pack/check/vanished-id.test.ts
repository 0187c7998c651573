import { expect, test } from 'vitest';
import { checkPack } from '../../../../utils/pack/check/check-pack.ts';
import { smallContext, smallPackWith } from '../../../support/small-pack.ts';

test('an id that was published and is gone is reported', () => {
  const files = smallPackWith(
    'ids.yaml',
    'ids: [treaty-bridge-open]',
    'ids: [treaty-bridge-open, treaty-ferry]',
  );
  expect(checkPack(files, smallContext()).faults).toMatchObject([
    { file: 'ids.yaml', item: 'treaty-ferry', message: 'the id was published and has vanished' },
  ]);
});

test('a published id that a redirect replaces may be gone', () => {
  const files = smallPackWith(
    'ids.yaml',
    '[treaty-bridge-open]',
    '[treaty-bridge-open, treaty-ferry]',
  );
  files.set('redirects.yaml', 'redirects: {treaty-ferry: [treaty-bridge-open]}\n');
  expect(checkPack(files, smallContext()).faults).toEqual([]);
});
