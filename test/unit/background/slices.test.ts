import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Matcher } from '../../../entrypoints/background/pack-service.ts';
import { matchInSlices, slicesOf } from '../../../entrypoints/background/slices.ts';
import type { Match } from '../../../utils/match/types.ts';

/** Finds every "needle", as the engine would. */
const matcher: Matcher = {
  match: (text) =>
    [...text.matchAll(/needle/g)].map(({ index }): Match => {
      const span = { start: index, end: index + 6 };
      return {
        ...span,
        item: 'x',
        kind: 'clause',
        degree: 'verbatim',
        score: 1,
        topic: 't',
        evidence: {
          language: 'en',
          origin: 'original',
          wording: 0,
          words: [span],
          alignment: [
            { kind: 'equal', page: span, wording: { start: 0, end: 6 } },
            { kind: 'left-out', page: null, wording: { start: 6, end: 9 } },
          ],
        },
      };
    }),
};

const still = { now: () => 0, pause: async () => undefined };
const paragraph = 'some words about a needle in the hay. '.repeat(30);

describe('slices of a text', () => {
  it('cover it without gap and end with paragraphs', () => {
    const text = Array.from({ length: 200 }, () => paragraph).join('\n\n');
    const slices = [...slicesOf(text)];
    expect(slices.length).toBeGreaterThan(5);
    expect(slices.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    for (const { start, end } of slices.slice(0, -1)) {
      expect(text.slice(end - 2, end)).toBe('\n\n');
      expect(end - start).toBeLessThanOrEqual(4_000);
    }
  });

  it('cut a paragraph beyond measure at a blank, and one without blanks between characters', () => {
    const blanks = [...slicesOf('word '.repeat(40_000))];
    expect(Math.max(...blanks.map(({ start, end }) => end - start))).toBeLessThanOrEqual(20_000);
    const text = '𠀀'.repeat(50_001);
    for (const { start, end } of slicesOf(text)) {
      expect(text.slice(start, end)).not.toMatch(/\p{Surrogate}/u);
      expect(text.codePointAt(start)).toBe(0x20000);
    }
  });

  it('are none for no text', () => {
    expect([...slicesOf('')]).toEqual([]);
  });
});

describe('matching in slices', () => {
  it('finds the same as matching the whole, with every offset in place', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.boolean()), { maxLength: 60 }),
        async (parts) => {
          const text = parts
            .map(([times, hit]) => `${'a word of hay '.repeat(times)}${hit ? 'needle' : ''}`)
            .join('\n\n');
          const sliced = await matchInSlices(matcher, text, 'balanced', still);
          expect(sliced).toEqual(matcher.match(text, 'balanced'));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('lets others run whenever twelve milliseconds are used up, and not before', async () => {
    const text = Array.from({ length: 60 }, () => paragraph).join('\n\n');
    const count = [...slicesOf(text)].length;
    const pause = vi.fn(async () => undefined);
    await matchInSlices(matcher, text, 'balanced', { now: () => 0, pause });
    expect(pause).not.toHaveBeenCalled();
    let time = 0;
    const slow: Matcher = {
      match: (...request) => {
        time += 6;
        return matcher.match(...request);
      },
    };
    await matchInSlices(slow, text, 'balanced', { now: () => time, pause });
    expect(pause).toHaveBeenCalledTimes(Math.ceil(count / 2) - 1);
  });

  it('takes longer slices where they are quick, and short ones again where one is not', async () => {
    const text = Array.from({ length: 60 }, () => paragraph).join('\n\n');
    const lengths: number[] = [];
    let time = 0;
    const uneven: Matcher = {
      match: (slice, sensitivity) => {
        lengths.push(slice.length);
        time += lengths.length === 6 ? 5 : 1;
        return matcher.match(slice, sensitivity);
      },
    };
    const found = await matchInSlices(uneven, text, 'balanced', { ...still, now: () => time });
    expect(found).toEqual(matcher.match(text, 'balanced'));
    const [first = 0, second = 0, third = 0] = lengths;
    expect(second).toBeGreaterThan(first);
    expect(third).toBeGreaterThan(second);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(4_002);
    expect(lengths[6]).toBe(first);
  });
});
