import { describe, expect, it } from 'vitest';
import { readFile } from '../../../utils/reading-list/exchange/read-file.ts';
import { ANNOTATION_CONTEXT } from '../../../utils/reading-list/exchange/web-annotation.ts';

/** One annotation of each form that the model knows, in words of our own. */
const PAGE = 'https://news.example/page';
const NOTE = { type: 'TextualBody', value: 'a comment' };
const anno = (fields: object): object => ({
  '@context': ANNOTATION_CONTEXT,
  id: 'https://other.example/1',
  type: 'Annotation',
  target: PAGE,
  ...fields,
});
const quoteOf = (exact: string): object => ({
  type: 'TextQuoteSelector',
  exact,
  prefix: 'before ',
  suffix: ' after',
});

describe('an annotation of another program', () => {
  const read = async (document: object) => {
    const incoming = await readFile(new Blob([JSON.stringify(document)]), {
      now: () => new Date('2026-02-03T04:05:06Z'),
      newId: () => crypto.randomUUID(),
    });
    if (!incoming.ok) throw new Error(incoming.message);
    return incoming;
  };

  it.each<[string, object, { note?: string; tags?: string[]; exact?: string; language?: string }]>([
    ['without a body', {}, {}],
    ['with a body on the web', { body: 'https://other.example/post' }, {}],
    ['with a body that has a type', { body: { id: 'https://other.example/v', type: 'Video' } }, {}],
    ['with words for a body', { bodyValue: 'a comment' }, { note: 'a comment' }],
    ['with a text for a body', { body: NOTE }, { note: 'a comment' }],
    [
      'with a text in HTML',
      { body: { ...NOTE, value: '<p>a comment</p>', format: 'text/html', language: 'fr' } },
      { note: '<p>a comment</p>' },
    ],
    [
      'with several bodies',
      { body: ['https://other.example/post', NOTE, { ...NOTE, value: 'and more' }] },
      { note: 'a comment\n\nand more' },
    ],
    [
      'with a choice of bodies: the first text is the one',
      {
        body: {
          type: 'Choice',
          items: [{ id: 'https://a.example/' }, NOTE, { ...NOTE, value: 'x' }],
        },
      },
      { note: 'a comment' },
    ],
    [
      'with a tag and a description',
      {
        motivation: 'bookmarking',
        body: [
          { type: 'TextualBody', purpose: 'tagging', value: 'later' },
          { type: 'TextualBody', purpose: 'describing', value: 'well told' },
        ],
      },
      { note: 'well told', tags: ['later'] },
    ],
    [
      'whose motivation is the purpose of its body',
      { motivation: 'tagging', body: { type: 'TextualBody', value: 'later' } },
      { tags: ['later'] },
    ],
    [
      'with a tag that is a thing',
      { body: { type: 'SpecificResource', purpose: 'tagging', source: 'https://a.example/city' } },
      {},
    ],
    [
      'of a thing with a type',
      { target: { id: PAGE, type: 'Text', language: ['ru', 'en'] } },
      { language: 'ru' },
    ],
    [
      'of a passage by its words',
      { body: NOTE, target: { source: PAGE, selector: quoteOf('the words') } },
      { note: 'a comment', exact: 'the words' },
    ],
    [
      'of a passage by its place alone: the page is kept',
      { target: { source: PAGE, selector: { type: 'TextPositionSelector', start: 4, end: 9 } } },
      {},
    ],
    [
      'of a passage by a selector that is refined',
      {
        target: {
          source: PAGE,
          selector: { type: 'FragmentSelector', value: 'p5', refinedBy: quoteOf('the words') },
        },
      },
      { exact: 'the words' },
    ],
    [
      'of a passage by several selectors',
      {
        target: {
          source: { id: PAGE, language: 'en' },
          selector: [{ type: 'CssSelector', value: '#a > p' }, quoteOf('the words')],
        },
      },
      { exact: 'the words', language: 'en' },
    ],
    [
      'of a range between two elements: the page is kept',
      {
        target: {
          source: PAGE,
          selector: {
            type: 'RangeSelector',
            startSelector: { type: 'XPathSelector', value: '//p[1]' },
            endSelector: { type: 'XPathSelector', value: '//p[2]' },
          },
        },
      },
      {},
    ],
    [
      'of a page as it was at a time, with a style and by what it was shown',
      {
        stylesheet: { type: 'CssStylesheet', value: '.red { color: red }' },
        target: {
          source: PAGE,
          styleClass: 'red',
          renderedVia: { id: 'https://other.example/viewer', type: 'Software' },
          state: { type: 'TimeState', sourceDate: '2026-01-01T00:00:00Z' },
          scope: 'https://other.example/around',
        },
      },
      {},
    ],
    [
      'with who, when, for whom, by what right and whence',
      {
        creator: { id: 'https://other.example/me', type: 'Person', name: 'A. Person' },
        created: '2026-01-01T00:00:00Z',
        modified: '2026-01-02T00:00:00Z',
        generator: 'https://other.example/program',
        audience: { id: 'https://other.example/teachers', type: 'schema:Audience' },
        rights: 'https://creativecommons.org/publicdomain/zero/1.0/',
        canonical: 'urn:uuid:dbfb1861-0ecf-41ad-be94-a584e5c4f1df',
        via: 'https://other.example/0',
        bodyValue: 'a comment',
      },
      { note: 'a comment' },
    ],
  ])('is taken %s', async (_, fields, { note = '', tags = [], exact, language = null }) => {
    const { format, pages, passages, refused } = await read(anno(fields));
    expect({ format, refused }).toEqual({ format: 'annotations', refused: [] });
    expect(pages).toMatchObject([{ address: PAGE, language, isEntry: exact === undefined }]);
    const [record] = exact === undefined ? pages : passages;
    expect(record).toMatchObject({ note, tags });
    expect(passages.map(({ selector }) => selector)).toMatchObject(
      exact === undefined ? [] : [{ exact, prefix: 'before ', suffix: ' after' }],
    );
  });

  it('is an entry for each of its targets', async () => {
    const other = 'https://news.example/other';
    const target = [{ source: PAGE, selector: quoteOf('the words') }, other];
    const several = await read(anno({ body: NOTE, target }));
    expect(several.passages).toMatchObject([{ source: PAGE, note: 'a comment' }]);
    expect(several.pages).toMatchObject([{ address: PAGE }, { address: other, note: 'a comment' }]);
    const set = await read(anno({ target: { type: 'Composite', items: [PAGE, other] } }));
    expect(set.pages.map(({ address }) => address)).toEqual([PAGE, other]);
  });

  it('is found in a list, a page and a collection', async () => {
    const one = anno({ body: NOTE });
    const page = { type: 'AnnotationPage', items: [one] };
    for (const document of [[one], page, { type: 'AnnotationCollection', total: 1, first: page }]) {
      expect((await read(document)).pages).toMatchObject([{ address: PAGE, note: 'a comment' }]);
    }
  });

  it('is taken where the rest of its collection lies elsewhere, and that is told', async () => {
    const first = {
      type: 'AnnotationPage',
      items: [anno({})],
      next: 'https://other.example/page2',
    };
    const { pages, refused } = await read({ type: 'AnnotationCollection', total: 9, first });
    expect(pages).toHaveLength(1);
    expect(refused).toMatchObject([{ fault: { code: 'elsewhere', entry: 2 } }]);
  });

  it('is refused by name where it is of nothing that has an address', async () => {
    const { pages, refused } = await read([anno({}), anno({ target: { type: 'Text' } })]);
    expect(pages).toHaveLength(1);
    expect(refused).toMatchObject([{ fault: { code: 'no-page', entry: 2 } }]);
  });
});
