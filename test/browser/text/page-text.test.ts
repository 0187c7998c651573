import { afterEach, describe, expect, it } from 'vitest';
import { changedNodes } from '../../../utils/text/changed-nodes.ts';
import { PageText } from '../../../utils/text/page-text.ts';
import { build, textIn } from './support.ts';

afterEach(() => document.body.replaceChildren());

const OPTIONS = { pause: () => Promise.resolve() };

async function read(page: PageText, changed: readonly Node[] | 'everything'): Promise<string> {
  const chunks = (await page.read(changed, OPTIONS)) ?? [];
  return chunks.map(({ text }) => text).join('\n\n');
}

const find = (selector: string): Element => {
  const element = document.querySelector(selector);
  if (element === null) throw new Error(`The page has no ${selector}.`);
  return element;
};

const ARTICLE =
  '<main><h1>Title</h1><p id="a">One <b>two</b> three.</p><section><p id="b">Four.</p><ul><li>Five</li><li>Six</li></ul></section><p id="c">Seven</p></main>';

describe('reading again only what changed', () => {
  it.each<[string, () => Node[]]>([
    ['a paragraph changes', () => [set('#b', 'Other words.')]],
    ['inline text changes', () => [set('#a b', 'deux')]],
    ['a paragraph goes', () => [gone('#b')]],
    ['the last paragraph goes', () => [gone('#c')]],
    ['one is put first', () => [put('main', 'afterbegin', '<p>Zero</p>')]],
    ['one is put last', () => [put('main', 'beforeend', '<p>Eight</p>')]],
    [
      'items and a paragraph change',
      () => [put('ul', 'afterbegin', '<li>New</li>'), set('#c', 'Nine')],
    ],
    ['a list empties', () => [set('ul', '')]],
  ])('gives the text as a whole reading does when %s', async (_change, change) => {
    build(ARTICLE);
    const page = new PageText(document);
    expect(await read(page, 'everything')).toBe(textIn(document.body));
    const changed = change();
    expect(await read(page, changed)).toBe(textIn(document.body));
  });

  it('asks for the style of nothing outside the block that changed', async () => {
    build(`${'<section><p>Text</p></section>'.repeat(300)}<p id="one">One</p>`);
    const page = new PageText(document);
    await read(page, 'everything');
    const changed = set('#one', 'Two');
    const original = window.getComputedStyle;
    let asked = 0;
    window.getComputedStyle = (element) => {
      asked += 1;
      return original.call(window, element);
    };
    try {
      expect(await read(page, [changed])).toContain('Two');
    } finally {
      window.getComputedStyle = original;
    }
    expect(asked).toBeLessThan(10);
  });

  it('leaves out what was put into hidden text, editors and closed details', async () => {
    build(
      '<p>Seen</p><div id="h" style="display:none"></div><div id="e" contenteditable></div><details id="d"><summary>Sum</summary></details>',
    );
    const page = new PageText(document);
    await read(page, 'everything');
    const changed = ['#h', '#e', '#d'].map((id) => put(id, 'beforeend', '<p>Secret</p>'));
    const inner = changed.map((element) => element.lastElementChild ?? element);
    expect(await read(page, [...changed, ...inner])).toBe(textIn(document.body));
    expect(textIn(document.body)).not.toContain('Secret');
  });

  it('reads all where a change lies in a shadow tree or beside slots', async () => {
    build('<p>One</p><div id="host"><span slot="s">Light</span></div><p>Two</p>');
    const root = find('#host').attachShadow({ mode: 'open' });
    root.innerHTML = '<p>Deep</p><slot name="s"></slot>';
    const page = new PageText(document);
    await read(page, 'everything');
    const deep = root.querySelector('p') ?? root;
    deep.textContent = 'Deeper';
    set('#host span', 'Lighter');
    expect(await read(page, [deep, find('#host span')])).toBe('One\n\nDeeper\n\nLighter\n\nTwo');
  });

  it('agrees with a whole reading after any series of changes that an observer reports', async () => {
    const observer = new MutationObserver(() => {});
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
    const next = numbers(42);
    const pick = (count: number) => Math.floor(next() * count);
    build(ARTICLE.repeat(4));
    const page = new PageText(document);
    await read(page, 'everything');
    for (let round = 0; round < 300; round += 1) {
      for (let step = pick(4); step >= 0; step -= 1) {
        const all = [...document.body.querySelectorAll('*')];
        const element = all[pick(all.length)] ?? document.body;
        const kind = pick(6);
        if (kind === 0) element.append(`word ${round} `);
        else if (kind === 1) element.insertAdjacentHTML('afterbegin', `<p>Late ${round}</p>`);
        else if (kind === 2) element.insertAdjacentHTML('beforeend', `<i>in ${round}</i>`);
        else if (kind === 3 && all.length > 20) element.firstChild?.remove();
        else if (kind === 4 && all.length > 20) element.replaceWith(...element.childNodes);
        else if (element.firstChild instanceof Text) element.firstChild.data = `new ${round}`;
      }
      const reported = observer.takeRecords().map(changedNodes);
      const changed = reported.filter((nodes) => nodes !== 'everything').flat();
      const text = await read(page, reported.includes('everything') ? 'everything' : changed);
      expect(text).toBe(textIn(document.body));
    }
  });
});

function set(selector: string, text: string): Element {
  const element = find(selector);
  element.textContent = text;
  return element;
}

function gone(selector: string): Node {
  const element = find(selector);
  const { parentNode } = element;
  element.remove();
  return parentNode ?? document;
}

function put(selector: string, where: InsertPosition, html: string): Element {
  const element = find(selector);
  element.insertAdjacentHTML(where, html);
  return element;
}

/** Numbers in [0, 1), always the same for one seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
