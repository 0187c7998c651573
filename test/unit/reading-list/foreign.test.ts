import { describe, expect, it } from 'vitest';
import { readFile } from '../../../utils/reading-list/exchange/read-file.ts';
import { writeAnnotations } from '../../support/written.ts';
import { generatedList } from './generated.ts';

const AT = new Date('2026-02-03T04:05:06Z');
let made = 0;
const read = (text: string) =>
  readFile(new Blob([text]), {
    now: () => AT,
    newId: () => {
      made += 1;
      return `made-${made}`;
    },
  });

async function taken(text: string) {
  const incoming = await read(text);
  if (!incoming.ok) throw new Error(incoming.message);
  return incoming;
}

const HYPOTHESIS = {
  id: 'abc',
  created: '2025-01-02T03:04:05.678901+00:00',
  updated: '2025-02-02T03:04:05.678901+00:00',
  uri: 'https://news.example/a?utm_source=x',
  text: 'a *note*',
  tags: ['one', 'two'],
  document: { title: ['Talks'] },
  target: [
    {
      source: 'https://news.example/a',
      selector: [
        { type: 'RangeSelector', startContainer: '/p[1]' },
        { type: 'TextPositionSelector', start: 10, end: 15 },
        { type: 'TextQuoteSelector', exact: 'words', prefix: 'before ', suffix: ' after' },
      ],
    },
  ],
};

describe('Hypothesis', () => {
  it('is read with quotation, place, note, tags and times', async () => {
    const { format, pages, passages, refused } = await taken(
      JSON.stringify({ client_version: '1', annotations: [HYPOTHESIS] }),
    );
    expect({ format, refused }).toEqual({ format: 'hypothesis', refused: [] });
    expect(pages).toMatchObject([
      { title: 'Talks', isEntry: false, forms: ['https://news.example/a'] },
    ]);
    expect(passages).toMatchObject([
      {
        id: 'hypothesis-abc',
        page: pages[0]?.id,
        selector: { exact: 'words', prefix: 'before ', suffix: ' after', start: 10, end: 15 },
        note: 'a *note*',
        tags: ['one', 'two'],
        savedAt: '2025-01-02T03:04:05.678Z',
        edited: { note: '2025-02-02T03:04:05.678Z' },
      },
    ]);
  });

  it('is read from the service, page notes as the page’s own', async () => {
    const note = { ...HYPOTHESIS, id: 'b', target: [{ source: HYPOTHESIS.uri }] };
    const { pages, passages } = await taken(JSON.stringify({ total: 2, rows: [HYPOTHESIS, note] }));
    expect(passages).toHaveLength(1);
    expect(pages).toMatchObject([{ isEntry: true, note: 'a *note*', tags: ['one', 'two'] }]);
  });

  it('is read from its table', async () => {
    const { pages, passages } = await taken(
      [
        'Created at,Author,Page,URL,Group,Type,Quote,Comment,Tags',
        '2025-01-02T03:04:05Z,ann,"Talks, again",https://news.example/b,Public,Annotation,"two\nlines","say ""it""","x,y"',
        '2025-01-02T03:04:05Z,ann,No page,,Public,Annotation,words,,',
      ].join('\r\n'),
    );
    expect(pages).toMatchObject([{ title: 'Talks, again' }]);
    expect(passages).toMatchObject([
      { selector: { exact: 'two\nlines' }, note: 'say "it"', tags: ['x', 'y'] },
    ]);
  });
});

describe('Readwise', () => {
  it('is read without an address, its passages under one page that nothing opens', async () => {
    const { format, pages, passages, refused } = await taken(
      [
        'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags',
        '"First, words",A book,An Author,,,,,page,3,2024-05-06 07:08:09+00:00,',
        'Second words,A book,An Author,,noted,,"t1,t2",page,4,2024-05-06 07:08:09+00:00,',
        ',A book,An Author,,,,,page,4,2024-05-06 07:08:09+00:00,',
      ].join('\n'),
    );
    expect(format).toBe('readwise');
    expect(pages).toMatchObject([
      { title: 'A book', author: 'An Author', address: expect.stringMatching(/^urn:readwise:/) },
    ]);
    expect(passages).toMatchObject([{}, { note: 'noted', tags: ['t1', 't2'] }]);
    expect(refused).toMatchObject([{ message: 'Entry 3: it holds no highlight.' }]);
  });
});

describe('W3C annotations', () => {
  it('come back from our own export with words, place, note, tags, status and ids', async () => {
    const list = generatedList(40, 4);
    const { pages, passages, refused, without } = await taken(writeAnnotations(list, 'x'));
    expect(refused).toEqual([]);
    const matched = list.flatMap((each) => each.passages).filter(({ match }) => match !== null);
    expect(without).toEqual([{ what: 'match', count: matched.length }]);
    expect(pages).toHaveLength(list.length);
    const held = ({ id, selector, note, tags, status }: (typeof passages)[number]) => ({
      ...{ id, selector, note, tags: tags.toSorted(), status },
    });
    const entries = list.filter(({ page }) => page.isEntry);
    expect(pages.filter(({ isEntry }) => isEntry).map(({ status }) => status)).toEqual(
      entries.map(({ page }) => page.status),
    );
    expect(passages.map(held)).toEqual(
      list.flatMap((each) => each.passages).map((p) => held({ ...p, tags: [...new Set(p.tags)] })),
    );
  });

  it('are read alone, with a target by name, a body in words and a selector that refines', async () => {
    const one = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'https://other.example/1',
      type: 'Annotation',
      bodyValue: 'what I think',
      target: {
        source: 'https://news.example/page',
        selector: {
          type: 'FragmentSelector',
          value: 'p5',
          refinedBy: { type: 'TextQuoteSelector', exact: 'chosen words', prefix: 'of the ' },
        },
      },
    };
    const { passages } = await taken(JSON.stringify(one));
    expect(passages).toMatchObject([{ note: 'what I think', selector: { exact: 'chosen words' } }]);
    const { pages } = await taken(
      JSON.stringify([
        { type: 'Annotation', body: 'https://other.example/b', target: 'https://news.example/p' },
      ]),
    );
    expect(pages).toMatchObject([
      { address: 'https://news.example/p', isEntry: true, note: '<https://other.example/b>' },
    ]);
  });
});

describe('a hostile file', () => {
  const script = '<img src=x onerror=alert(1)><script>alert(1)</script>';

  it.each([
    ['an address that runs', { uri: 'javascript:alert(1)' }, /address|page/],
    ['an address that is none', { uri: script }, /page/],
    ['a note of a million characters', { text: 'x'.repeat(1e6) }, /note/],
    [
      'a passage of a million characters',
      { target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'x'.repeat(1e6) }] }] },
      /exact/,
    ],
    [
      'an offset that is none',
      {
        target: [
          {
            selector: [
              HYPOTHESIS.target[0]?.selector[2],
              { type: 'TextPositionSelector', start: -5, end: 1e99 },
            ],
          },
        ],
      },
      /start/,
    ],
  ])('is taken in part, without the entry that has %s', async (_, change, reason) => {
    const { passages, refused } = await taken(
      JSON.stringify({ annotations: [{ ...HYPOTHESIS, ...change }, HYPOTHESIS] }),
    );
    expect(passages).toHaveLength(1);
    expect(refused).toMatchObject([{ message: expect.stringMatching(reason) }]);
  });

  it('keeps scripts as the text that they are, and objects in place of texts as none', async () => {
    const { passages } = await taken(
      JSON.stringify({
        annotations: [
          {
            ...HYPOTHESIS,
            text: script,
            tags: [script, { x: 1 }, null],
            document: { title: script },
          },
        ],
      }),
    );
    expect(passages).toMatchObject([{ note: script, tags: [script.slice(0, 100)] }]);
  });

  it('reaches no prototype by its keys', async () => {
    const text = `{"annotations":[{"uri":"https://a.example/","__proto__":{"text":"in"},"constructor":{"x":1},"document":{"__proto__":{"title":["in"]}}}]}`;
    const { pages } = await taken(text);
    expect(pages).toMatchObject([{ note: '', title: '' }]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('that nests deeper than any annotation is read to its end', async () => {
    const deep = `${'{"refinedBy":'.repeat(3000)}{}${'}'.repeat(3000)}`;
    const text = `[{"type":"Annotation","target":{"source":"https://a.example/","selector":${deep}}}]`;
    expect((await taken(text)).pages).toHaveLength(1);
  });
});
