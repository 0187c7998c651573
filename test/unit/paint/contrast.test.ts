import { describe, expect, test } from 'vitest';
import { contrastOf } from '../../../utils/paint/contrast.ts';
import { highlightCss, ON_DARK, ON_LIGHT } from '../../../utils/paint/style.ts';

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
