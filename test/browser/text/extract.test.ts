import { afterEach, describe, expect, it } from 'vitest';
import { extractPassages, readPassages } from '../../../utils/text/extract.ts';
import type { Passages } from '../../../utils/text/passages.ts';
import { build, textIn } from './support.ts';

afterEach(() => {
  document.body.replaceChildren();
  document.designMode = 'off';
});

describe('what is read of a page, by rule', () => {
  const rules: readonly (readonly [string, string, string])[] = [
    ['1 parts blocks by two line feeds', '<p>One.</p><p>Two.</p>', 'One.\n\nTwo.'],
    ['2 parts <br> by one', '<p>One<br>two</p>', 'One\ntwo'],
    ['3 takes two <br> for a new paragraph', '<p>One<br><br>two</p>', 'One\n\ntwo'],
    ['4 lets links and emphasis run on', '<p>no <a href="#">lim<b>its</b></a>!</p>', 'no limits!'],
    [
      '5 keeps soft hyphens and no-break spaces',
      '<p>part\u00adner\u00a0ship</p>',
      'part\u00adner\u00a0ship',
    ],
    ['6 turns source line breaks into spaces, unit by unit', '<p>a\n\tb</p>', 'a  b'],
    ['7 keeps line breaks that are shown', '<p style="white-space: pre-line">a\nb</p>', 'a\nb'],
    ['8 reads preformatted text', '<pre>a\n\nb</pre>', 'a\n\nb'],
    [
      '9 reads the base of ruby only',
      '<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字</ruby></p>',
      '漢字',
    ],
    [
      '10 passes over scripts, styles, templates',
      '<p>a<script>1</script><style>b{}</style><template>c</template>d</p>',
      'ad',
    ],
    [
      '11 passes over fields and their content',
      '<p>a</p><textarea>b</textarea><input value="c"><select><option>d</select><p>e</p>',
      'a\n\ne',
    ],
    [
      '12 passes over editors',
      '<div contenteditable>a</div><div role="textbox">b</div><p>c</p>',
      'c',
    ],
    ['13 reads what is explicitly not editable', '<p contenteditable="false">a</p>', 'a'],
    [
      '14 passes over code, drawings and formulae',
      '<p>a<code>b</code><svg><text>c</text></svg><math><mi>d</mi></math>e</p>',
      'ae',
    ],
    [
      '15 passes over text that is not displayed',
      '<p>a</p><p style="display:none">b</p><p hidden>c</p>',
      'a',
    ],
    [
      '16 passes over invisible text, not over visible text within it',
      '<p style="visibility:hidden">a<b style="visibility:visible">b</b></p>',
      'b',
    ],
    ['17 reads text that is hidden from screen readers only', '<p aria-hidden="true">a</p>', 'a'],
    [
      '18 passes over reference marks',
      '<p>no limits<sup><a href="#n">[1]</a></sup> at all</p>',
      'no limits at all',
    ],
    ['19 reads ordinals', '<p>the 21<sup>st</sup> century</p>', 'the 21st century'],
    [
      '20 joins a drop cap to its word',
      '<p><span style="float:left">T</span>he two</p>',
      'The two',
    ],
    [
      '21 passes over labels for screen readers within a line',
      '<p>no <span style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)">opens a window</span>limits</p>',
      'no limits',
    ],
    ['22 parts table cells', '<table><tr><td>a</td><td>b</td></tr></table>', 'a\n\nb'],
    [
      '23 takes display from style, not from names',
      '<div><div style="display:inline">a</div><span style="display:block">b</span></div>',
      'a\n\nb',
    ],
    [
      '24 reads the heading of closed details only',
      '<details><summary>a</summary><p>b</p></details>',
      'a',
    ],
    ['25 reads open details', '<details open><summary>a</summary><p>b</p></details>', 'a\n\nb'],
    ['26 drops white space between blocks', '<div>\n  <p>a</p>\n  <p>b</p>\n</div>', 'a\n\nb'],
    [
      '27 keeps right-to-left text in reading order',
      '<p dir="rtl">شراكة <b>بلا</b> حدود</p>',
      'شراكة بلا حدود',
    ],
  ];

  it.each(rules)('%s', (_rule, html, expected) => {
    build(html);
    expect(textIn(document.body).trimEnd()).toBe(expected);
  });

  it('28 reads open shadow roots and what their slots show', () => {
    build('<div id="host"><p>light</p></div>');
    const root = document.getElementById('host')?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = '<p>before</p><slot></slot><p>after</p>';
    const seen: ShadowRoot[] = [];
    const options = { onShadowRoot: (shadow: ShadowRoot) => seen.push(shadow) };
    const chunks = [...readPassages(document.body, options)].filter((chunk) => chunk !== null);
    expect(chunks.map(({ text }) => text)).toEqual(['before\n\nlight\n\nafter']);
    expect(seen).toEqual([root]);
  });

  it('29 reads nothing of a document in design mode', () => {
    build('<p>a</p>');
    document.designMode = 'on';
    expect(textIn(document.body)).toBe('');
  });

  it('30 reads a document that is not shown by the names of its elements', () => {
    const parsed = new DOMParser().parseFromString(
      '<p>a<b>b</b></p><p hidden>c</p><p>d',
      'text/html',
    );
    expect(textIn(parsed.body)).toBe('ab\n\nd');
  });
});

describe('chunks', () => {
  it('are cut between blocks and know where they begin in the page', () => {
    build(Array.from({ length: 40 }, (_, n) => `<p>Paragraph ${n} of the page.</p>`).join(''));
    const whole = textIn(document.body);
    const chunks = chunksOf(document.body, 200);
    expect(chunks.length).toBeGreaterThan(4);
    for (const { text, start } of chunks) {
      expect(text.length).toBeLessThanOrEqual(200);
      expect(text.startsWith('Paragraph')).toBe(true);
      expect(whole.slice(start, start + text.length)).toBe(text);
    }
  });

  it('cut one long block after a sentence, and lose no unit of it', () => {
    build(`<p>${'A sentence of some words. '.repeat(50)}</p>`);
    const chunks = chunksOf(document.body, 300);
    expect(chunks.map(({ text }) => text).join('')).toBe(textIn(document.body));
    for (const { text } of chunks.slice(0, -1)) expect(text.endsWith('. ')).toBe(true);
  });

  it('never cut a surrogate pair', () => {
    build(`<p>x${'😀'.repeat(400)}</p>`);
    const chunks = chunksOf(document.body, 100);
    expect(chunks.map(({ text }) => text).join('')).toBe(`x${'😀'.repeat(400)}`);
    for (const { text } of chunks) expect(text).not.toMatch(LONE);
  });

  it('come from a text node of ten megabytes without exception', () => {
    build('<p></p>');
    document.querySelector('p')?.append('word '.repeat(2_000_000));
    const chunks = chunksOf(document.body, 200_000);
    expect(chunks.reduce((sum, { text }) => sum + text.length, 0)).toBe(10_000_000);
  });
});

describe('bad input', () => {
  it('yields nothing for an empty page', () => {
    expect(textIn(document.createElement('body'))).toBe('');
  });

  it.each([
    '<p>a<div>b</p>c</div></b></i>',
    '<table><p>x<tr><td>y',
    '<a><a><a><p><a>z',
    '<![CDATA[ <p> \ud800 lone \udfff',
  ])('reads malformed source without exception: %j', (html) => {
    build(html);
    expect(textIn(document.body).length).toBeGreaterThan(0);
  });

  it('reads ten thousand elements within one another', () => {
    let inner: Element = document.body;
    for (let n = 0; n < 10_000; n += 1) inner = inner.appendChild(document.createElement('i'));
    inner.append('deep');
    expect(textIn(document.body)).toBe('deep');
  });

  it('reads an XML document without a body', () => {
    const xml = new DOMParser().parseFromString('<feed><entry>a</entry></feed>', 'text/xml');
    expect(textIn(xml.documentElement)).toBe('a');
  });
});

describe('stretches of work', () => {
  it('pause whenever the budget is spent', async () => {
    build('<p>words</p>'.repeat(500));
    let time = 0;
    let pauses = 0;
    const pause = async () => {
      pauses += 1;
    };
    const clock = () => {
      time += 1;
      return time;
    };
    for await (const _ of extractPassages(document.body, { budget: 5, clock, pause }));
    expect(pauses).toBeGreaterThan(5);
  });

  it('end without a word when the signal is aborted', async () => {
    build('<p>words</p>'.repeat(5000));
    const controller = new AbortController();
    const chunks: Passages[] = [];
    const pause = async () => controller.abort();
    const options = { budget: -1, pause, signal: controller.signal };
    for await (const chunk of extractPassages(document.body, options)) chunks.push(chunk);
    expect(chunks).toEqual([]);
  });
});

/** Half of a surrogate pair. */
const LONE = /\p{Surrogate}/u;

function chunksOf(root: Element, chunkLength: number): Passages[] {
  return [...readPassages(root, { chunkLength })].filter((chunk) => chunk !== null);
}
