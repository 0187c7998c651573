import { describe, expect, it } from 'vitest';
import { withoutLone } from '../../../utils/match/lone-match.ts';

describe('6.7 a single match on a text', () => {
  it('is not shown where it is not sure', () => {
    expect(withoutLone([{ score: 0.8 }], 'balanced')).toEqual([]);
  });

  it('near misses: a sure one stands, and so do two that are not, or one that was asked for', () => {
    expect(withoutLone([{ score: 0.9 }], 'balanced')).toHaveLength(1);
    expect(withoutLone([{ score: 0.5 }, { score: 0.5 }], 'balanced')).toHaveLength(2);
    expect(withoutLone([{ score: 0.8 }], 'broad')).toHaveLength(1);
    expect(withoutLone([], 'balanced')).toEqual([]);
  });
});
