import { describe, expect, it, vi } from 'vitest';
import type { Stop } from '../../../entrypoints/annotate.content/found.ts';
import { topStop } from '../../../entrypoints/annotate.content/walk.ts';

/** Stops whose boxes end at these heights of the window; null for one that is not laid out. */
function pageWith(bottoms: readonly (number | null)[]) {
  const stops = bottoms.map((_, at) => ({ highlight: String(at) }) as Stop);
  const rectsOf = vi.fn((id: string) => {
    const bottom = bottoms[Number(id)] ?? null;
    return bottom === null ? [] : [{ bottom } as DOMRect];
  });
  const painter = { rectsOf, hitTest: () => null, rangesOf: () => [] };
  return { page: { stops, painter }, rectsOf };
}

describe('the stop at the top of the window', () => {
  it.each([
    [[10, 20, 30], 0],
    [[-30, -20, 30, 40], 2],
    [[-30, -20, -10], -1],
    [[], -1],
    [[-5, null, null, 40], 3],
    [[null, null, 40], 2],
    [[-5, null, null], -1],
    [[0, 1], 1],
  ] as const)('of boxes that end at %j is %i', (bottoms, top) => {
    expect(topStop(pageWith(bottoms).page)).toBe(top);
  });

  it('is found among ten thousand by looking at a few', () => {
    const { page, rectsOf } = pageWith(Array.from({ length: 10_000 }, (_, at) => at * 10 - 60_000));
    expect(topStop(page)).toBe(6_001);
    expect(rectsOf.mock.calls.length).toBeLessThan(20);
  });
});
