import { describe, expect, it } from 'vitest';
import { badgeOf } from '../../../entrypoints/background/badge.ts';

describe('the badge', () => {
  it.each([
    ['ready', 0, '', false],
    ['ready', 7, '7', false],
    ['ready', 1000, '999+', false],
    ['reading', 2, '2', false],
    ['off-subject', 0, '', false],
    ['off-here', 3, '–', true],
    ['off-everywhere', 0, '–', true],
    ['failed', 0, '?', true],
    ['orphaned', 4, '?', true],
  ] as const)('of %s with %i matches is "%s", dim: %s', (state, count, text, isDim) => {
    expect(badgeOf(state, count)).toEqual({ text, isDim });
  });
});
