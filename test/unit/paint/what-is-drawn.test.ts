import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../utils/match/types.ts';
import {
  type Drawable,
  type DrawingRules,
  type Drawn,
  whatIsDrawn,
} from '../../../utils/paint/what-is-drawn.ts';

const RULES: DrawingRules = {
  kinds: { clause: true, claim: true, framing: true },
  occurrences: 'first',
};
const TEXT =
  'No limits … to the friendship of two states, and a junior partner too, some say. '.repeat(20);

describe('what is drawn', () => {
  it('1 leaves out kinds that are switched off', () => {
    const rules = { ...RULES, kinds: { ...RULES.kinds, framing: false } };
    expect(drawn([match('a', 'clause', 0, 9), match('b', 'framing', 20, 30)], rules)).toEqual([
      'a 0-9',
    ]);
  });

  it('2 joins neighbours of one item over an ellipsis, not over words', () => {
    expect(drawn([match('a', 'clause', 0, 9), match('a', 'clause', 12, 29)])).toEqual(['a 0-29']);
    expect(drawn([match('a', 'clause', 0, 2), match('a', 'clause', 12, 29)])).toHaveLength(2);
    expect(drawn([match('a', 'clause', 0, 9), match('b', 'clause', 12, 29)])).toHaveLength(2);
  });

  it('2 joins nothing to what is quoted whole', () => {
    const whole = { ...match('a', 'clause', 0, 9), degree: 'verbatim' } as const;
    const part = match('a', 'clause', 12, 29);
    expect(drawn([whole, part])).toEqual(['a 0-9', 'a 12-29']);
    expect(drawn([match('a', 'clause', 0, 9), { ...whole, start: 12, end: 29 }])).toEqual([
      'a 0-9',
      'a 12-29',
    ]);
    expect(drawn([whole, { ...whole, start: 12, end: 29 }])).toHaveLength(2);
  });

  it('3 draws a framing within a clause as part of it, whatever was found first', () => {
    const inner = match('framing', 'framing', 15, 29);
    const outer = match('clause', 'clause', 0, 43);
    expect(drawn([inner, outer])).toEqual(['clause+framing 0-43']);
    expect(drawn([outer, inner])).toEqual(['clause+framing 0-43']);
  });

  it('3 ends with what is quoted whole, where a likeness of it goes on a little', () => {
    const whole = { ...match('whole', 'clause', 0, 43), degree: 'verbatim' } as const;
    const likeness = match('likeness', 'clause', 25, 47);
    expect(drawn([likeness, whole])).toEqual(['whole+likeness 0-43']);
    expect(drawn([likeness, { ...whole, degree: 'altered' }])).toEqual(['whole+likeness 0-47']);
  });

  it('3 draws two items at the same words once, the likelier first', () => {
    const weak = { ...match('weak', 'claim', 0, 9), score: 0.6 };
    expect(drawn([weak, match('strong', 'clause', 0, 9)])).toEqual(['strong+weak 0-9']);
  });

  it('4 draws a framing at its first place only, unless all are asked for', () => {
    const matches = [
      match('a', 'framing', 60, 70),
      match('a', 'framing', 10, 20),
      match('b', 'framing', 40, 50),
    ];
    expect(drawn(matches)).toEqual(['a 10-20', 'b 40-50']);
    expect(drawn(matches, { ...RULES, occurrences: 'all' })).toHaveLength(3);
  });

  it('4 draws clauses and claims wherever they stand', () => {
    expect(drawn([match('a', 'claim', 10, 20), match('a', 'claim', 60, 70)])).toHaveLength(2);
  });

  it('4 does not take a framing within a clause for its first place', () => {
    const matches = [
      match('c', 'clause', 0, 43),
      match('f', 'framing', 15, 29),
      match('f', 'framing', 60, 70),
    ];
    expect(drawn(matches)).toEqual(['c+f 0-43', 'f 60-70']);
  });

  it('5 cuts the less likely of two that overlap a little', () => {
    const [a, b] = [match('a', 'clause', 0, 20), match('b', 'clause', 16, 34)];
    expect(drawn([a, b])).toEqual(['a 0-20', 'b 20-34']);
    expect(drawn([{ ...a, score: 0.5 }, b])).toEqual(['a 0-16', 'b 16-34']);
    expect(drawn([a, { ...b, score: 0.5 }])).toEqual(['a 0-20', 'b 20-34']);
    const mostly = { ...match('c', 'clause', 8, 24), score: 0.5 };
    expect(drawn([a, mostly])).toEqual(['a+c 0-20']);
  });

  it('6 keeps the likeliest of several items of one kind at one place', () => {
    const weak = { ...match('weak', 'clause', 0, 24), score: 0.7 };
    const part = { ...match('part', 'clause', 30, 38), score: 0.7 };
    expect(drawn([weak, match('strong', 'clause', 2, 22)])).toEqual(['strong 2-22']);
    expect(drawn([part, match('whole', 'clause', 25, 50)])).toEqual(['whole+part 25-50']);
  });

  it('5 steps to what is not drawn for want of room, also where a part of it would fit', () => {
    const score = 0.5;
    const a = { ...match('a', 'clause', 2, 8), score };
    const part = { ...match('a', 'clause', 6, 7), score };
    const d = { ...match('d', 'clause', 0, 6), score };
    expect(drawn([a, part, d])).toEqual(['d+a 0-6']);
  });

  it('never overlaps, keeps reading order and draws every clause, or steps to it', () => {
    const any = fc.record({
      item: fc.constantFrom('a', 'b', 'c', 'd'),
      kind: fc.constantFrom('clause' as const, 'claim' as const, 'framing' as const),
      start: fc.nat(300),
      score: fc.constantFrom(0.5, 0.9),
      length: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (shapes) => {
        const matches = shapes.map(({ item, kind, start, length, score }) => ({
          ...match(item, kind, start, start + length),
          score,
        }));
        const result = whatIsDrawn(matches, RULES, (start, end) => TEXT.slice(start, end));
        result.forEach((one, i) => {
          expect(one.start).toBeLessThan(one.end);
          expect(one.start).toBeGreaterThanOrEqual(result[i - 1]?.end ?? 0);
        });
        for (const one of matches.filter(({ kind }) => kind === 'clause')) {
          const meets = ({ start, end }: Span) => start < one.end && one.start < end;
          const isSteppedTo = ({ matches: of }: Drawn<Drawable>) =>
            of.some((match) => match.item === one.item && meets(match));
          expect(result.some((drawn) => meets(drawn) || isSteppedTo(drawn))).toBe(true);
        }
      }),
    );
  });
});

function match(item: string, kind: Drawable['kind'], start: number, end: number): Drawable {
  return { item, kind, start, end, degree: 'partial', score: 0.9 };
}

function drawn(matches: readonly Drawable[], rules: DrawingRules = RULES): string[] {
  const result = whatIsDrawn(matches, rules, (start, end) => TEXT.slice(start, end));
  return result.map(
    ({ matches: of, start, end }) => `${of.map(({ item }) => item).join('+')} ${start}-${end}`,
  );
}
