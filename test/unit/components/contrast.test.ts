import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(
  path.resolve(import.meta.dirname, '../../../components/styles/tokens.css'),
  'utf8',
);

const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
  ),
);

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const TEXT: readonly (readonly [string, string])[] = [
  ...['paper', 'well'].flatMap((ground) =>
    ['ink', 'soft', 'clause', 'claim', 'framing'].map((text) => [text, ground] as const),
  ),
  ['ink', 'differs'],
  ['on-main', 'clause'],
];
const LINES: readonly (readonly [string, string])[] = [
  ['edge', 'paper'],
  ['edge', 'well'],
];

describe.each(['light', 'dark'] as const)('in the %s scheme', (scheme) => {
  const of = (a: string, b: string): number =>
    contrast(tokens.get(a)?.[scheme] ?? '#000000', tokens.get(b)?.[scheme] ?? '#000000');

  test.each(TEXT)('text in %s on %s has a contrast of at least 4.5', (text, ground) => {
    expect(of(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(LINES)(
    'the edge of controls, %s on %s, has a contrast of at least 3',
    (line, ground) => {
      expect(of(line, ground)).toBeGreaterThanOrEqual(3);
    },
  );
});

test('the measure knows black on white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});
