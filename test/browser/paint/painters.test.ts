import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHighlightPainter } from '../../../utils/paint/css-highlight.ts';
import { createMarkPainter } from '../../../utils/paint/mark.ts';
import type { Painter } from '../../../utils/paint/painter.ts';
import { highlight } from '../../support/highlight.ts';

const ARTICLE = `<article style="font: 16px/1.5 serif; width: 500px">
  <h1>Moscow and Beijing</h1>
  <p>It is a <a href="#">partnership <em>of equals</em></a>, not a junior one, he said.</p>
  <p>“We will strengthen coordination<br>and respond”, the statement says.</p>
  <p>No limits, and <b>no</b> limits again.</p>
</article>`;

const painters: readonly (readonly [string, (document: Document) => Painter])[] = [
  ['the painter by highlights', createHighlightPainter],
  ['the painter by marks', createMarkPainter],
];

describe.each(painters)('%s', (_name, create) => {
  let painter: Painter;

  beforeEach(() => {
    document.body.innerHTML = ARTICLE;
    painter = create(document);
  });

  afterEach(() => {
    painter.dispose();
    document.body.replaceChildren();
  });

  it('answers at the words themselves and nowhere else', () => {
    painter.paint([highlight('a', 'clause', 'strengthen coordination')]);
    expect(at('a')).toBe('a');
    expect(painter.rangesOf('a').join('')).toBe('strengthen coordination');
    expect(painter.hitTest(...middleOf('Moscow'))).toBeNull();
    expect(painter.hitTest(-5, -5)).toBeNull();
  });

  it('follows words over links and emphasis', () => {
    painter.paint([highlight('a', 'framing', 'partnership of equals')]);
    expect(painter.rangesOf('a').join('')).toBe('partnership of equals');
    expect(painter.hitTest(...middleOf('partnership'))).toBe('a');
    expect(painter.hitTest(...middleOf('of equals'))).toBe('a');
  });

  it('shows every look at once', () => {
    painter.paint([
      highlight('a', 'clause', 'strengthen coordination'),
      highlight('b', 'claim', 'No limits'),
      highlight('c', 'framing', 'junior one'),
      highlight('d', 'saved', 'statement says'),
    ]);
    expect(['a', 'b', 'c', 'd'].map(at)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('prefers the shortest of several, and kinds to saved passages', () => {
    painter.paint([
      highlight('saved', 'saved', 'junior'),
      highlight('outer', 'clause', 'not a junior one, he said'),
      highlight('inner', 'framing', 'junior one'),
    ]);
    expect(painter.hitTest(...middleOf('junior'))).toBe('inner');
    expect(painter.hitTest(...middleOf('he said'))).toBe('outer');
    expect(painter.rangesOf('outer').join('')).toBe('not a junior one, he said');
  });

  it('replaces what it showed', () => {
    painter.paint([highlight('a', 'clause', 'junior one')]);
    painter.paint([highlight('b', 'clause', 'No limits')]);
    expect(painter.rangesOf('a')).toEqual([]);
    expect(painter.hitTest(...middleOf('junior one'))).toBeNull();
    expect(at('b')).toBe('b');
  });

  it('can paint again what was read while it painted', () => {
    for (const [id, words] of [
      ['a', 'a junior one'],
      ['b', 'junior one, he'],
      ['c', 'one, he said'],
    ] as const) {
      painter.paint([highlight(id, 'claim', words)]);
      expect(painter.rangesOf(id).join('')).toBe(words);
    }
  });

  it('keeps an open highlight apart, and lets go of it', () => {
    painter.paint([highlight('a', 'clause', 'junior one'), highlight('b', 'claim', 'No limits')]);
    const before = looksOf();
    painter.setCurrent('a');
    expect(looksOf()).not.toEqual(before);
    painter.setCurrent('unknown');
    painter.setCurrent(null);
    expect(looksOf()).toEqual(before);
  });

  it('changes neither the text nor the boxes of the page', () => {
    const text = visibleText();
    const boxes = boxesOf();
    painter.paint([
      highlight('a', 'framing', 'partnership of equals'),
      highlight('b', 'clause', 'strengthen coordination\nand respond'),
    ]);
    painter.setCurrent('b');
    expect(visibleText()).toBe(text);
    expect(boxesOf()).toEqual(boxes);
  });

  it('leaves the page as it was, the same text nodes included', () => {
    const html = document.documentElement.outerHTML;
    const nodes = textNodes();
    const sheets = document.adoptedStyleSheets.length;
    painter.paint([
      highlight('a', 'framing', 'partnership of equals'),
      highlight('b', 'clause', 'No limits, and no limits again.'),
      highlight('c', 'saved', 'Moscow and Beijing'),
    ]);
    painter.setCurrent('a');
    painter.dispose();
    expect(document.documentElement.outerHTML).toBe(html);
    expect(textNodes()).toEqual(nodes);
    expect(textNodes().every((node, i) => node === nodes[i])).toBe(true);
    expect(document.adoptedStyleSheets.length).toBe(sheets);
    expect(CSS.highlights.size).toBe(0);
  });

  it('leaves alone what a newer painter shows when it goes', () => {
    painter.paint([highlight('old', 'clause', 'junior one')]);
    const newer = create(document);
    newer.paint([highlight('new', 'clause', 'No limits')]);
    painter.dispose();
    expect(newer.rangesOf('new').join('')).toBe('No limits');
    const isShown =
      CSS.highlights.has('parallax-clause') || document.querySelector('mark') !== null;
    expect(isShown).toBe(true);
    newer.dispose();
  });

  it('lets words go with their text', () => {
    painter.paint([highlight('a', 'clause', 'junior one')]);
    document.querySelector('p')?.remove();
    expect(painter.rangesOf('a')).toEqual([]);
    expect(painter.rectsOf('a')).toEqual([]);
    painter.clear();
    expect(visibleText()).not.toContain('junior');
  });

  it('paints what is left where the page took text away after it was read', () => {
    const gone = highlight('a', 'clause', 'junior one');
    const left = highlight('b', 'claim', 'No limits');
    document.querySelector('p')?.remove();
    painter.paint([gone, left]);
    expect(painter.rectsOf('a')).toEqual([]);
    expect(at('b')).toBe('b');
  });

  it('keeps what the page writes into painted text', () => {
    painter.paint([highlight('a', 'clause', 'No limits')]);
    const paragraph = document.querySelector('p:last-of-type');
    if (paragraph) paragraph.textContent = 'Quite other words.';
    painter.dispose();
    expect(visibleText()).toContain('Quite other words.');
    expect(visibleText()).not.toContain('No limits');
  });

  it('paints inside open shadow roots, and leaves them as they were', () => {
    document.body.innerHTML = '<div id="host"></div>';
    const root = document.querySelector('#host')?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = '<p>A partnership of equals.</p>';
    painter.paint([highlight('a', 'framing', 'partnership')]);
    expect(painter.rectsOf('a').length).toBe(1);
    expect(at('a')).toBe('a');
    expect(root?.adoptedStyleSheets.length).toBe(1);
    painter.dispose();
    expect(root?.innerHTML).toBe('<p>A partnership of equals.</p>');
    expect(root?.adoptedStyleSheets.length).toBe(0);
  });

  it('tints by the ground that the text stands on', () => {
    const sheetsOn = (ground: string) => {
      document.body.style.background = ground;
      painter.paint([highlight('a', 'clause', 'junior one')]);
      const rules = document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]);
      painter.dispose();
      document.body.removeAttribute('style');
      return rules.map(({ cssText }) => cssText).join();
    };
    const light = sheetsOn('#fff');
    expect(sheetsOn('#101112')).not.toBe(light);
    expect(sheetsOn('rgb(250 240 230)')).toBe(light);
  });

  it('paints on screen only', () => {
    painter.paint([highlight('a', 'clause', 'junior one')]);
    const rules = document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]);
    const visible = rules.filter(
      (rule) => !/^mark\[data-parallax\] \{ color: inherit/.test(rule.cssText),
    );
    expect(visible.map((rule) => (rule as CSSMediaRule).conditionText)).toEqual(['screen']);
  });

  function at(id: string): string | null {
    const [rect] = painter.rectsOf(id);
    if (rect === undefined) return 'no box';
    return painter.hitTest(rect.left + rect.width / 2, rect.top + rect.height / 2);
  }
});

/** As the reader sees it, line by line. */
function visibleText(): string {
  // Not textContent: what is rendered is what is tested.
  return document.body.innerText;
}

function middleOf(words: string): [number, number] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    const { left, top, width, height } = range.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  }
  throw new Error(`No text node holds "${words}".`);
}

function textNodes(): Text[] {
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
  return nodes;
}

function boxesOf() {
  return [...document.body.querySelectorAll(':not(mark)')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [element.localName, x, y, width, height];
  });
}

/** What is registered and marked up: enough to see that something changed and changed back. */
function looksOf(): string[] {
  const marks = [...document.querySelectorAll('mark')].map((mark) => mark.outerHTML);
  return [...[...CSS.highlights].map(([name, { size }]) => `${name} ${size}`), ...marks];
}
