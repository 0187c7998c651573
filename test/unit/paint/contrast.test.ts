import { describe, expect, test } from 'vitest';
import { contrastOf } from '../../../utils/paint/contrast.ts';
import {
  highlightCss,
  ON_DARK,
  ON_DARK_CURRENT,
  ON_LIGHT,
  ON_LIGHT_CURRENT,
} from '../../../utils/paint/style.ts';

test('contrast is 21 for black on white, 1 for a colour on itself, whichever comes first', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrastOf('#ffffff', '#000000')).toBeCloseTo(21);
  expect(contrastOf('#0b6360', '#0b6360')).toBe(1);
  expect(contrastOf('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

describe('the lines of marks', () => {
  test.each([
    ['light', ON_LIGHT, '#ffffff'],
    ['dark', ON_DARK, '#202124'],
  ] as const)('stand out from a %s page by 3 to 1 or more', (_name, inks, ground) => {
    for (const { line } of Object.values(inks)) {
      expect(contrastOf(line, ground)).toBeGreaterThanOrEqual(3);
    }
  });

  test('have the colour that the reader chose, on the ground that it was chosen for', () => {
    const chosen = { light: { clause: '#123456' }, dark: { claim: '#fedcba' } };
    const css = (isDark: boolean) => highlightCss((part) => `.${part}`, isDark, chosen);
    expect(css(false)).toContain('underline solid #123456 2px');
    expect(css(false)).toContain('background-color:#12345626');
    expect(css(false)).not.toContain('#fedcba');
    expect(css(false)).toContain(`underline dashed ${ON_LIGHT.claim.line} 2px`);
    expect(css(true)).toContain('underline dashed #fedcba 2px');
  });
});

describe.each([
  ['light', ON_LIGHT, ON_LIGHT_CURRENT, ['#ffffff', '#fdfcf9', '#f2f2f2', '#e6e6e6'], '#444444'],
  ['dark', ON_DARK, ON_DARK_CURRENT, ['#000000', '#121212', '#202124', '#2b2b2b'], '#d4d4d4'],
] as const)(
  'on %s grounds, under its own tint and open or saved besides',
  (_name, inks, current, grounds, ink) => {
    const cases = grounds.flatMap((ground) =>
      (['clause', 'claim', 'framing'] as const).map((look) => [look, ground] as const),
    );

    test.each(cases)(
      'a %s on %s keeps its line at 3 to 1 and its text at 4.5 to 1',
      (look, ground) => {
        const plain = over(inks[look].tint, ground);
        const saved = over(inks[look].tint, over(inks.saved.tint, ground));
        const { line } = inks[look];
        for (const tint of [plain, saved, over(current, plain), over(current, saved)]) {
          expect(contrastOf(line, tint)).toBeGreaterThanOrEqual(3);
          expect(contrastOf(ink, tint)).toBeGreaterThanOrEqual(4.5);
        }
      },
    );
  },
);

/** `#rrggbbaa` laid over `#rrggbb`. */
function over(tint: string, ground: string): string {
  const channelsOf = (colour: string): number[] =>
    (colour.match(/[\da-f]{2}/g) ?? []).map((channel) => Number.parseInt(channel, 16));
  const [red = 0, green = 0, blue = 0, alpha = 0] = channelsOf(tint);
  expect(tint).toMatch(/^#[\da-f]{8}$/);
  const below = channelsOf(ground);
  const mixed = [red, green, blue].map((channel, at) =>
    Math.round((below[at] ?? 0) + (channel - (below[at] ?? 0)) * (alpha / 255)),
  );
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
