import { expect, test } from 'vitest';
import { createCueTest } from '../../../../scripts/packs/cue-problem.ts';
import { checkPack } from '../../../../utils/pack/check/check-pack.ts';
import { smallContext, smallPackWith } from '../../../support/small-pack.ts';

const context = { ...smallContext(), cueProblem: createCueTest() };

test('a cue of which normalisation leaves nothing is reported', () => {
  const files = smallPackWith('topics/openness.yaml', '"closed bridge"', '"—…!"');
  expect(checkPack(files, context).faults).toMatchObject([
    { file: 'topics/openness.yaml', item: 'framing-closed-bridge', line: 21 },
  ]);
});

test('a cue with an open bracket is reported', () => {
  const files = smallPackWith('topics/openness.yaml', '"closed bridge"', '"(closed|shut bridge"');
  expect(checkPack(files, context).faults).toMatchObject([{ item: 'framing-closed-bridge' }]);
});

test('alternatives, options and gaps are good cues', () => {
  const files = smallPackWith(
    'topics/openness.yaml',
    '"closed bridge"',
    '"(closed|shut) [old] … bridge"',
  );
  expect(checkPack(files, context).faults).toEqual([]);
});
