import { describe, expect, it } from 'vitest';
import { readPost } from '../../../scripts/eval-claims/data.ts';
import { dot, fitListwise, type List } from '../../../scripts/eval-claims/listwise.ts';
import { averagePrecision, measureRankings } from '../../../scripts/eval-claims/measure.ts';

describe('measuring a ranking of claims', () => {
  it('gives one over the place of the only right claim, and nothing past the fifth', () => {
    expect(averagePrecision({ ranked: ['a', 'b', 'c'], claims: ['b'] }, 5)).toBe(0.5);
    expect(averagePrecision({ ranked: [...'abcdef'], claims: ['f'] }, 5)).toBe(0);
  });

  it('averages the precision over all right claims, found or not', () => {
    expect(averagePrecision({ ranked: ['a', 'b', 'c'], claims: ['a', 'c'] }, 5)).toBeCloseTo(
      (1 + 2 / 3) / 2,
    );
    expect(averagePrecision({ ranked: ['a'], claims: ['a', 'z'] }, 5)).toBe(0.5);
  });

  it('takes the mean over posts and says how many have a right claim early', () => {
    const figures = measureRankings([
      { ranked: ['a', 'b'], claims: ['b'] },
      { ranked: ['c'], claims: ['x'] },
    ]);
    expect(figures).toEqual({ map5: 0.25, map1: 0, recall20: 0.5, recallAll: 0.5, posts: 2 });
  });
});

describe('reading a post', () => {
  it('parts the attribution at its end from the text, and drops addresses of pictures', () => {
    expect(
      readPost('Bridges — all — open #Joypic.twitter.com/ab12 — Ada Bell (@ada_b) May 4, 2019'),
    ).toEqual({
      text: 'Bridges — all — open #Joy  ',
      circumstances: { speaker: 'Ada Bell @ada_b', date: 'May 4, 2019' },
    });
  });

  it('takes a post without attribution as it is, dashes and brackets included', () => {
    const text = 'Bridges — says Ada (@ada_b) — are open';
    expect(readPost(text)).toEqual({ text, circumstances: {} });
  });
});

/** Lists in which the first feature tells the right candidate and the second is the same everywhere. */
function lists(): List[] {
  return Array.from({ length: 30 }, (_, at) => ({
    features: [
      Float64Array.of(at % 5, 7, (at * 7) % 3),
      Float64Array.of((at % 5) + 1, 7, (at * 5) % 3),
      Float64Array.of((at % 5) - 1, 7, (at * 3) % 4),
    ],
    isRight: [false, true, false],
  }));
}

describe('fitting weights to lists', () => {
  it('puts the right candidate of each list first', () => {
    const weights = fitListwise(lists(), 1);
    for (const { features } of lists()) {
      const scores = features.map((row) => dot(weights, row));
      expect(scores.indexOf(Math.max(...scores))).toBe(1);
    }
  });

  it('gives no weight to what is the same for all candidates, and less under a larger penalty', () => {
    const weights = fitListwise(lists(), 1);
    expect(weights[1]).toBeCloseTo(0);
    expect(fitListwise(lists(), 50)[0]).toBeLessThan(weights[0] ?? 0);
  });

  it('passes over lists without a right candidate', () => {
    const silent: List = { features: [Float64Array.of(9, 9, 9)], isRight: [false] };
    const with0 = fitListwise([...lists(), silent], 0);
    expect(with0.every(Number.isFinite)).toBe(true);
  });

  it('reaches a point where the slope of the loss is nothing', () => {
    const ridge = 2;
    const all: List[] = [
      { features: [Float64Array.of(0), Float64Array.of(1)], isRight: [false, true] },
      { features: [Float64Array.of(0), Float64Array.of(1)], isRight: [true, false] },
      { features: [Float64Array.of(0), Float64Array.of(1)], isRight: [false, true] },
    ];
    // Values 0 and 1 in equal number spread by one half: the weight of the scaled feature is half of this.
    const scaled = (fitListwise(all, ridge)[0] ?? 0) * 0.5;
    const chance = 1 / (1 + Math.exp(-2 * scaled));
    expect(2 * (2 - 3 * chance) - ridge * scaled).toBeCloseTo(0, 4);
  });
});
