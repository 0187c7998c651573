import { describe, expect, it } from 'vitest';
import { readFile } from '../../../utils/reading-list/exchange/read-file.ts';
import { anno, FORMS, NOTE, PAGE, quoteOf } from './annotation-forms.ts';

describe('an annotation of another program', () => {
  const read = async (document: object) => {
    const incoming = await readFile(new Blob([JSON.stringify(document)]), {
      now: () => new Date('2026-02-03T04:05:06Z'),
      newId: () => crypto.randomUUID(),
    });
    if (!incoming.ok) throw new Error(incoming.message);
    return incoming;
  };

  it.each(FORMS)('is taken %s', async (_, fields, expected) => {
    const { note = '', tags = [], exact, language = null, address = PAGE } = expected;
    const { format, pages, passages, refused, without } = await read(anno(fields));
    expect({ format, refused }).toEqual({ format: 'annotations', refused: [] });
    expect(without).toEqual((expected.without ?? []).map((what) => ({ what, count: 1 })));
    expect(pages).toMatchObject([{ address, language, isEntry: exact === undefined }]);
    const [record] = exact === undefined ? pages : passages;
    expect(record).toMatchObject({ note, tags });
    expect(passages.map(({ selector }) => selector)).toMatchObject(
      exact === undefined ? [] : [{ exact, prefix: 'before ', suffix: ' after' }],
    );
  });

  it('counts the entries of which something is not kept', async () => {
    const place = { source: PAGE, selector: { type: 'CssSelector', value: 'p' } };
    const { without } = await read([
      anno({ target: place }),
      anno({ target: place, creator: 'https://other.example/me' }),
      anno({ target: { type: 'Text' }, creator: 'https://other.example/me' }),
    ]);
    expect(without).toEqual([
      { what: 'place', count: 2 },
      { what: 'people', count: 1 },
    ]);
  });

  it('says so where one entry of a page cannot keep a second place', async () => {
    const at = (value: string) =>
      anno({ target: { source: PAGE, selector: { type: 'FragmentSelector', value } } });
    const { pages, without } = await read([at('p5'), at('p5'), at('p6')]);
    expect(pages).toMatchObject([{ address: `${PAGE}#p5` }]);
    expect(without).toEqual([{ what: 'place', count: 1 }]);
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

  it('is named where it, or the whole collection, lies elsewhere', async () => {
    const named = { type: 'AnnotationPage', items: [anno({}), 'https://other.example/2'] };
    expect((await read(named)).refused).toMatchObject([{ fault: { code: 'elsewhere', entry: 2 } }]);
    const first = 'https://other.example/page1';
    const { pages, refused } = await read({ type: 'AnnotationCollection', total: 9, first });
    expect(pages).toEqual([]);
    expect(refused).toMatchObject([{ fault: { code: 'elsewhere', entry: 1 } }]);
  });

  it('is refused by name where it is of nothing that has an address', async () => {
    const { pages, refused } = await read([anno({}), anno({ target: { type: 'Text' } })]);
    expect(pages).toHaveLength(1);
    expect(refused).toMatchObject([{ fault: { code: 'no-page', entry: 2 } }]);
  });
});
