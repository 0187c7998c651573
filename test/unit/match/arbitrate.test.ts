import { describe, expect, it } from 'vitest';
import { arbitrate, type Found } from '../../../utils/match/arbitrate.ts';
import type { Span } from '../../../utils/match/types.ts';

interface Sketch {
  item: string;
  start: number;
  end: number;
  topics?: number[];
  strength?: number;
  score?: number;
  isCue?: boolean;
  isWhole?: boolean;
  retoldIn?: Span | null;
  isFraming?: boolean;
}

function found(sketch: Sketch): Found {
  const { item, start, end, topics = [1], strength = 10, score = 0.9 } = sketch;
  const { isCue = false, isWhole = false, retoldIn = null, isFraming = false } = sketch;
  return {
    match: {
      item,
      start,
      end,
      score,
      kind: isFraming ? 'framing' : 'clause',
      degree: isFraming ? 'paraphrase' : 'altered',
      topic: 'openness',
      evidence: { language: 'en', origin: 'original', wording: 0, words: [], alignment: [] },
    },
    topics,
    strength,
    isCue,
    isWhole,
    retoldIn,
  };
}

function kept(...sketches: Sketch[]): string[] {
  return arbitrate(sketches.map(found)).map(({ item, start, end }) => `${item} ${start}-${end}`);
}

describe('6 arbitration', () => {
  it('6.1 of one item on one stretch the strongest stands', () => {
    expect(
      kept(
        { item: 'a', start: 0, end: 40, strength: 10 },
        { item: 'a', start: 5, end: 45, strength: 20 },
      ),
    ).toEqual(['a 5-45']);
  });

  it('6.1 near miss: of one item on two stretches both stand', () => {
    expect(kept({ item: 'a', start: 0, end: 40 }, { item: 'a', start: 30, end: 70 })).toEqual([
      'a 0-40',
      'a 30-70',
    ]);
  });

  it('6.2 a cue stands before a restatement of its own item', () => {
    expect(
      kept(
        { item: 'a', start: 0, end: 90, strength: 50 },
        { item: 'a', start: 10, end: 20, strength: 0, isCue: true },
      ),
    ).toEqual(['a 10-20']);
  });

  it('6.2 a cue stands beside a clause around it: a framing inside is a matter of its own', () => {
    expect(
      kept(
        { item: 'clause', start: 0, end: 90, topics: [1] },
        { item: 'framing', start: 10, end: 20, topics: [2], strength: 0, isCue: true },
      ),
    ).toEqual(['clause 0-90', 'framing 10-20']);
  });

  it('6.3 of items of different topics on one stretch the stronger stands alone', () => {
    expect(
      kept(
        { item: 'a', start: 0, end: 40, topics: [1], strength: 30 },
        { item: 'b', start: 0, end: 40, topics: [2], strength: 20 },
      ),
    ).toEqual(['a 0-40']);
  });

  it.each([
    ['inside it with a topic in common', { end: 15, topics: [2, 1], strength: 20 }],
    ['inside it that carries nearly the same weight', { end: 15, topics: [2], strength: 28 }],
    ['that is a whole wording', { topics: [2], strength: 5, isWhole: true }],
    ['that shares less than half of the stretch', { start: 25, end: 65, topics: [2], strength: 5 }],
  ])('6.3 near miss: a rival stands %s', (_, part) => {
    expect(
      kept(
        { item: 'a', start: 0, end: 40, topics: [1], strength: 30 },
        { item: 'b', start: 0, end: 40, ...part },
      ),
    ).toHaveLength(2);
  });

  it('6.3 of twins on just one stretch the stronger stands: the other is a link of its card', () => {
    expect(
      kept(
        { item: 'a', start: 0, end: 40, topics: [1], strength: 30 },
        { item: 'b', start: 2, end: 40, topics: [1], strength: 29 },
      ),
    ).toEqual(['a 0-40']);
  });

  it('6.6 a restated framing gives way to the cue of its topic', () => {
    const cue = { item: 'b', start: 10, end: 20, strength: 0, isCue: true };
    const framing = { item: 'a', start: 0, end: 40, isFraming: true };
    expect(kept(framing, { ...cue, topics: [1] })).toEqual(['b 10-20']);
    expect(kept(framing, { ...cue, topics: [2] })).toHaveLength(2);
    expect(kept({ ...framing, isFraming: false }, { ...cue, topics: [1] })).toHaveLength(2);
  });

  it('6.5 a retelling gives way to whatever else was found for its topic in the sentence', () => {
    expect(
      kept(
        {
          item: 'a',
          start: 0,
          end: 40,
          topics: [1],
          strength: 50,
          retoldIn: { start: 0, end: 90 },
        },
        { item: 'b', start: 70, end: 80, topics: [1], strength: 0, isCue: true },
      ),
    ).toEqual(['b 70-80']);
  });

  it('6.5 near miss: a retelling around another topic, or before another sentence, stands', () => {
    expect(
      kept(
        {
          item: 'a',
          start: 0,
          end: 40,
          topics: [1],
          strength: 50,
          retoldIn: { start: 0, end: 45 },
        },
        { item: 'b', start: 10, end: 20, topics: [2], strength: 0, isCue: true },
        { item: 'c', start: 50, end: 70, topics: [1] },
      ),
    ).toHaveLength(3);
  });

  it('6.4 matches are told in reading order, the longer first', () => {
    expect(
      kept(
        { item: 'c', start: 50, end: 60 },
        { item: 'b', start: 0, end: 10 },
        { item: 'a', start: 0, end: 40 },
      ),
    ).toEqual(['a 0-40', 'b 0-10', 'c 50-60']);
  });

  it('6.4 the order in which matches were found does not count', () => {
    const sketches: Sketch[] = [
      { item: 'a', start: 0, end: 40, topics: [1], strength: 30 },
      { item: 'b', start: 5, end: 45, topics: [2], strength: 20 },
      { item: 'c', start: 10, end: 20, topics: [3], strength: 0, isCue: true },
      { item: 'a', start: 60, end: 90, strength: 12 },
    ];
    expect(kept(...sketches.toReversed())).toEqual(kept(...sketches));
  });

  it('6.4 nothing comes of nothing', () => {
    expect(arbitrate([])).toEqual([]);
  });
});
