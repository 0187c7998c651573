import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHighlightPainter } from '../../../utils/paint/css-highlight.ts';
import { createMarkPainter } from '../../../utils/paint/mark.ts';
import type { Painter } from '../../../utils/paint/painter.ts';
import { highlight } from '../../support/highlight.ts';

const painters: readonly (readonly [string, (document: Document) => Painter])[] = [
  ['the painter by highlights', createHighlightPainter],
  ['the painter by marks', createMarkPainter],
];

/** What a page, or a framework in it, does to a text node that it holds and that was painted. */
describe.each(painters)('%s, on a page that writes', (_name, create) => {
  let painter: Painter;

  beforeEach(() => {
    painter = create(document);
  });

  afterEach(() => {
    painter.dispose();
    document.body.replaceChildren();
  });

  it.each<[string, (text: Text) => void, string]>([
    ['a new text', (text) => text.replaceData(0, text.length, 'Other words.'), 'Other words.'],
    ['a text that begins alike', (text) => (text.data = 'No words.'), 'No words.'],
    ['no text any more', (text) => text.remove(), ''],
    ['a neighbour', (text) => text.after(' He said.'), 'No limits, and yet limits. He said.'],
    ['another place', (text) => text.parentNode?.append(text), 'No limits, and yet limits.'],
    ['an element around it', wrapInItalics, 'No limits, and yet limits.'],
  ])(
    'leaves nothing stale where the page gives a painted text node %s',
    async (_, write, words) => {
      document.body.innerHTML = '<p>He said:</p><p>No limits, and yet limits.</p>';
      const paragraph = document.body.lastElementChild;
      const text = paragraph?.firstChild as Text;
      painter.paint([
        highlight('a', 'clause', 'limits, and'),
        highlight('b', 'claim', 'yet limits'),
      ]);
      write(text);
      await Promise.resolve();
      expect(paragraph?.textContent).toBe(words);
      painter.paint([highlight('c', 'clause', 'He said')]);
      expect(paragraph?.textContent).toBe(words);
      painter.dispose();
      expect(document.body.textContent).toBe(`He said:${words}`);
      expect(document.querySelector('mark')).toBeNull();
      if (words !== '') expect(paragraph?.contains(text)).toBe(true);
    },
  );

  it('loses no word where another script cuts a painted text node', async () => {
    document.body.innerHTML = '<p>No limits, and yet limits.</p>';
    const text = document.body.firstElementChild?.firstChild as Text;
    painter.paint([highlight('a', 'clause', 'yet limits')]);
    text.splitText(3);
    await Promise.resolve();
    expect(document.body.innerText).toBe('No limits, and yet limits.');
    painter.dispose();
    expect(document.body.innerText).toBe('No limits, and yet limits.');
    expect(document.querySelector('mark')).toBeNull();
  });
});

function wrapInItalics(text: Text): void {
  const italics = document.createElement('i');
  text.replaceWith(italics);
  italics.append(text);
}
