import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Passages } from '../../../utils/text/passages.ts';
import { anchor, selectorOf } from '../../../utils/text/selector.ts';

const ARTICLE = [
  'The two sides met on Thursday and spoke for four hours about trade.',
  'A partnership of equals, one diplomat said, needs an equal effort.',
  'Later he said it again: a partnership of equals is not made by words.',
].join('\n\n');

describe('a saved passage', () => {
  it('carries its words, 32 units before and after, and its place in the page', () => {
    const start = ARTICLE.indexOf('one diplomat said');
    const selector = selectorOf(passages(ARTICLE, 1000), { start, end: start + 17 });
    expect(selector).toEqual({
      exact: 'one diplomat said',
      prefix: ARTICLE.slice(start - 32, start),
      suffix: ARTICLE.slice(start + 17, start + 49),
      start: 1000 + start,
      end: 1000 + start + 17,
    });
  });

  it('is found again wherever it stands, whatever was put before it', () => {
    fc.assert(
      fc.property(
        fc.nat(ARTICLE.length - 1),
        fc.integer({ min: 1, max: 80 }),
        fc.string(),
        (start, length, before) => {
          const span = { start, end: Math.min(ARTICLE.length, start + length) };
          const selector = selectorOf(passages(ARTICLE), span);
          fc.pre(selector.exact.trim() !== '' && selector.exact.length > 3);
          const found = anchor(passages(before + ARTICLE), selector);
          expect(found?.isExact).toBe(true);
          expect((before + ARTICLE).slice(found?.start, found?.end)).toBe(selector.exact);
        },
      ),
    );
  });

  it('is told apart from the same words elsewhere by its surroundings', () => {
    const start = ARTICLE.lastIndexOf('partnership of equals');
    const selector = selectorOf(passages(ARTICLE), { start, end: start + 21 });
    const changed = `Partnership of equals! ${ARTICLE}`;
    expect(anchor(passages(changed), selector)?.start).toBe(
      changed.lastIndexOf('partnership of equals'),
    );
  });

  it('is found with a few changes, and said to be changed', () => {
    const start = ARTICLE.indexOf('needs an equal effort');
    const selector = selectorOf(passages(ARTICLE), { start, end: start + 21 });
    const edited = ARTICLE.replace('needs an equal effort', 'needs equal effort');
    const found = anchor(passages(edited), selector);
    expect(found?.isExact).toBe(false);
    expect(edited.slice(found?.start, found?.end)).toBe('needs equal effort');
  });

  it('is not found in a text that does not hold it', () => {
    const selector = selectorOf(passages(ARTICLE), { start: 69, end: 130 });
    expect(
      anchor(passages('Rain is expected in the north, with wind along the coast.'), selector),
    ).toBeNull();
  });

  it('of a few letters is found word for word only', () => {
    const selector = { exact: 'equals', prefix: '', suffix: '', start: 0, end: 6 };
    expect(anchor(passages('equal'), selector)).toBeNull();
  });

  it('keeps surrogate pairs whole at the edges of its context', () => {
    const text = `${'😀'.repeat(20)}x here ${'😀'.repeat(20)}`;
    const start = text.indexOf('here');
    const { prefix, suffix } = selectorOf(passages(text), { start, end: start + 4 });
    expect(prefix).not.toMatch(/\p{Surrogate}/u);
    expect(suffix).not.toMatch(/\p{Surrogate}/u);
  });
});

function passages(text: string, start = 0): Passages {
  const none = new Uint32Array(0);
  return { text, start, nodes: [], textStarts: none, nodeStarts: none, lengths: none };
}
