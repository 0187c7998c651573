import { expect, test } from 'vitest';
import { checkPack } from '../../../../utils/pack/check/check-pack.ts';
import { smallContext, smallPack, smallPackWith } from '../../../support/small-pack.ts';

test('a framing that quotes nobody and does not say so is reported', () => {
  const files = smallPackWith('topics/openness.yaml', '    absent_from_sources: true\n', '');
  expect(checkPack(files, smallContext()).faults).toMatchObject([
    {
      item: 'framing-closed-bridge',
      message: 'quotes nobody and does not say that the sources lack it',
    },
  ]);
});

test('a topic with one framing says that the sources hold one side only', () => {
  const files = smallPack();
  const whole = files.get('topics/openness.yaml') ?? '';
  files.set('topics/openness.yaml', whole.slice(0, whole.indexOf('  - id: framing-closed-bridge')));
  expect(checkPack(files, smallContext()).faults).toMatchObject([
    { item: 'openness', message: 'has one framing and does not say why' },
  ]);
});
