import { expect, test } from 'vitest';
import { coloursShown, contrastOn, LEAST_CONTRAST } from '../../../entrypoints/options/colours.ts';
import { DEFAULT_SETTINGS } from '../../../utils/settings/settings.ts';

test('every kind has a colour on both grounds, and all stand out enough at first', () => {
  const shown = coloursShown(DEFAULT_SETTINGS);
  expect(shown.map(({ kind, ground }) => `${kind} ${ground}`)).toEqual([
    'clause light',
    'claim light',
    'framing light',
    'clause dark',
    'claim dark',
    'framing dark',
  ]);
  for (const { ratio } of shown) expect(ratio).toBeGreaterThanOrEqual(LEAST_CONTRAST);
});

test('a chosen colour takes the place of the one of the house, on its ground only', () => {
  const colours = { light: { claim: '#aa0000' }, dark: {} };
  const [, light, , , dark] = coloursShown({ ...DEFAULT_SETTINGS, colours });
  expect(light).toMatchObject({ kind: 'claim', ground: 'light', colour: '#aa0000' });
  expect(dark).toMatchObject({ kind: 'claim', ground: 'dark' });
  expect(dark?.colour).not.toBe('#aa0000');
});

test('the same colour is measured against the ground that it is for', () => {
  expect(contrastOn('light', '#ffff00')).toBeLessThan(LEAST_CONTRAST);
  expect(contrastOn('dark', '#ffff00')).toBeGreaterThan(LEAST_CONTRAST);
});
