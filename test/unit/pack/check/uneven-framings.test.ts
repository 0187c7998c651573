import { expect, test } from 'vitest';
import { checkPack } from '../../../../utils/pack/check/check-pack.ts';
import { smallContext, smallPackWith } from '../../../support/small-pack.ts';

test('a gist of two sentences is reported', () => {
  const files = smallPackWith(
    'topics/openness.yaml',
    'Everybody may cross the bridge.',
    'Everybody may cross. It is free.',
  );
  expect(checkPack(files, smallContext()).faults).toMatchObject([
    { item: 'framing-open-bridge', message: 'the gist is not one sentence' },
  ]);
});

test('a gist much longer than another of its topic is reported', () => {
  const files = smallPackWith(
    'topics/openness.yaml',
    'Everybody may cross the bridge.',
    'Everybody, from whichever of the two banks and on whatever errand, may cross the bridge by day and also by night.',
  );
  expect(checkPack(files, smallContext()).faults).toMatchObject([
    { item: 'framing-open-bridge', file: 'topics/openness.yaml', line: 8 },
  ]);
});
