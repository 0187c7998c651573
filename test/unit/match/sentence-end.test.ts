import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ABBREVIATIONS, isSentenceEnd } from '../../../utils/match/sentence-end.ts';

/** The rule as it is said, by regular expressions alone. */
function endsByRule(text: string, at: number, word: string): boolean {
  if (/^(?:\.|[ \u00a0]\.)/.test(text.slice(at + 1, at + 3))) return false;
  if (/\.[ \u00a0]?$/.test(text.slice(Math.max(0, at - 2), at))) return false;
  if (word.length === 1 && /\p{Lu}/u.test(word)) return false;
  if (ABBREVIATIONS.has(word.toLowerCase())) return false;
  const rest = text.slice(at + 1, at + 8);
  return /^[\s"”»’)\]」』]|^$/.test(rest) && !/^\s+\p{Ll}/u.test(rest);
}

describe('1.14 the full stop that ends a sentence', () => {
  it('1.14 is told the quick way as by the rule', () => {
    const word = fc.constantFrom('', 'Mr', 'J', 'ж', 'г', 'left', 'Etc', 'corp', 'Ж', 'İnc', 'a1');
    const piece = fc.constantFrom(
      ...['.', ' ', '\u00a0', '\n', '\t', '”', ')', 'a', 'z', 'A', 'Z', '1', 'é', 'É', 'ж', 'Ж'],
      ...['中', '"', '-', '`', '{', '@', '[', '\u2003', '\ud83d'],
    );
    const pieces = fc.array(piece, { maxLength: 9 }).map((all) => all.join(''));
    let ends = 0;
    fc.assert(
      fc.property(pieces, word, pieces, pieces, (before, own, between, after) => {
        const text = `${before}${own}${between}.${after}`;
        const at = before.length + own.length + between.length;
        const expected = endsByRule(text, at, own);
        const told = isSentenceEnd(text, at, before.length, before.length + own.length);
        expect(told).toBe(expected);
        if (told) ends++;
      }),
      { seed: 20220204, numRuns: 5_000 },
    );
    expect(ends).toBeGreaterThan(100);
  });
});
