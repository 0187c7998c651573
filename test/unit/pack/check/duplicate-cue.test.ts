import { expect, test } from 'vitest';
import { checkPack } from '../../../../utils/pack/check/check-pack.ts';
import { smallContext, smallPackWith } from '../../../support/small-pack.ts';

test('a cue that one framing lists twice is reported, whatever its capitals', () => {
  const files = smallPackWith(
    'topics/openness.yaml',
    'cues: {en: ["open bridge"]',
    'cues: {en: ["open bridge", "Open bridge"]',
  );
  expect(checkPack(files, smallContext()).faults).toMatchObject([
    { item: 'framing-open-bridge', message: 'lists the cue "Open bridge" twice' },
  ]);
});
