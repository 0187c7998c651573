import { describe, expect, it, vi } from 'vitest';
import { createTitles, remembered } from '../../../entrypoints/background/titles.ts';

describe('remembered readings', () => {
  it('ask for each id once, also where nothing is there', () => {
    const read = vi.fn((id: string) => (id === 'a' ? { here: true } : null));
    const quick = remembered(read);
    expect([quick('a'), quick('a'), quick('b'), quick('b')]).toEqual([
      { here: true },
      { here: true },
      null,
      null,
    ]);
    expect(read).toHaveBeenCalledTimes(2);
  });
});

describe('titles', () => {
  it('are the ids of items that the index does not know', () => {
    const index = { meta: {} as never, entry: () => null };
    expect(createTitles()(index, ['x', 'x', 'y'], 'en')).toEqual({
      titles: { x: 'x', y: 'y' },
      reports: [],
    });
  });
});
