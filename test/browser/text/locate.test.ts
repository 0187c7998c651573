import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { rangesOf } from '../../../utils/paint/ranges.ts';
import { readPassages } from '../../../utils/text/extract.ts';
import { locate } from '../../../utils/text/locate.ts';
import { partsOf } from '../../../utils/text/passages.ts';
import { build, readAll } from './support.ts';

afterEach(() => document.body.replaceChildren());

/** Pieces of a page: words in several scripts, marks, elements, breaks. */
const words = fc.constantFrom(
  'no limits',
  ' ',
  '\n',
  '\u00ad',
  '合作',
  'граница',
  '😀',
  '\u200f',
  'é',
  '\ud800',
);
const tag = fc.constantFrom('p', 'div', 'b', 'a', 'i', 'li', 'code', 'sup', 'ruby', 'rt', 'span');
const { tree } = fc.letrec<{ tree: string; node: string }>((tie) => ({
  tree: fc.array(tie('node'), { maxLength: 5 }).map((nodes) => nodes.join('')),
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    words,
    fc.constant('<br>'),
    fc.tuple(tag, tie('tree')).map(([name, inner]) => `<${name}>${inner}</${name}>`),
  ),
}));

describe('offsets and ranges', () => {
  it('map every span to ranges that hold the same words', () => {
    fc.assert(
      fc.property(
        tree,
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 4, max: 400 }),
        (html, a, b, limit) => {
          build(html);
          for (const passages of readPassages(document.body, { chunkLength: limit })) {
            if (passages === null) continue;
            const { text } = passages;
            const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort(
              (x, y) => x - y,
            );
            const shown = rangesOf(partsOf(passages, { start, end })).join('');
            expect(shown.replace(/\n/g, ' ')).toBe(withoutSeparators(passages, start, end));
            const located = locate(passages, { start, end });
            if (shown !== '') expect(located?.text).toBe(shown.replace(/\n/g, ' '));
            else expect(located).toBeNull();
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('span inline elements with one part a text node', () => {
    build('<p>a <b>part</b>nership of equals</p>');
    const passages = readAll(document.body);
    const parts = passages ? partsOf(passages, { start: 2, end: 13 }) : [];
    expect(parts.map(({ node, start, end }) => node.data.slice(start, end))).toEqual([
      'part',
      'nership',
    ]);
  });

  it('leave out what was not read between two parts', () => {
    build('<p>no<sup>[1]</sup> limits</p>');
    const passages = readAll(document.body);
    const located = passages && locate(passages, { start: 0, end: passages.text.length });
    expect(located?.text).toBe('no limits');
  });

  it.each([
    ['is edited', (p: Element) => p.firstChild?.replaceWith('other words')],
    ['is shortened', (p: Element) => (p.textContent = 'no')],
    ['is taken out', (p: Element) => p.remove()],
  ])('are refused when the text %s', (_change, change) => {
    build('<p>no limits</p>');
    const passages = readAll(document.body);
    expect(passages && locate(passages, { start: 0, end: 9 })?.text).toBe('no limits');
    const paragraph = document.querySelector('p');
    if (paragraph) change(paragraph);
    expect(passages && locate(passages, { start: 0, end: 9 })).toBeNull();
  });
});

/** The words of a span as the page's nodes hold them: separators are nobody's. */
function withoutSeparators(
  passages: NonNullable<ReturnType<typeof readAll>>,
  start: number,
  end: number,
): string {
  let words = '';
  passages.textStarts.forEach((from, i) => {
    const to = from + (passages.lengths[i] ?? 0);
    for (let at = Math.max(from, start); at < Math.min(to, end); at += 1)
      words += passages.text[at];
  });
  return words;
}
