import { describe, expect, it } from 'vitest';
import { type ItemSample, itemTrust } from '../../../scripts/calibrate/item-trust.ts';

function samples(item: string, isMatch: boolean, articles: readonly string[]): ItemSample[] {
  return articles.map((article) => ({
    features: new Float64Array(0),
    isMatch,
    weight: 1,
    item,
    article,
    logOdds: 0,
  }));
}

describe('what is added for an item', () => {
  it('is more than nothing where the model was too unsure of it, less where it was too sure', () => {
    const trust = itemTrust([
      ...samples('right', true, ['a', 'b', 'c', 'd']),
      ...samples('wrong', false, ['a', 'b', 'c', 'd']),
    ]);
    expect(trust.get('right')).toBeGreaterThan(0.5);
    expect(trust.get('wrong')).toBe(-(trust.get('right') ?? 0));
  });

  it('is nothing where the model is right on the average', () => {
    const trust = itemTrust([
      ...samples('mixed', true, ['a', 'b']),
      ...samples('mixed', false, ['c', 'd']),
    ]);
    expect(trust.get('mixed')).toBeCloseTo(0, 6);
  });

  it('is not judged by fewer than three articles, however many samples they have', () => {
    const trust = itemTrust(samples('once', true, ['a', 'a', 'a', 'b', 'b', 'b']));
    expect(trust.has('once')).toBe(false);
  });
});
