import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import jsonld from 'jsonld';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { readFile } from '../../../utils/reading-list/exchange/read-file.ts';
import { ANNOTATION_CONTEXT } from '../../../utils/reading-list/exchange/web-annotation.ts';
import type { PageRecord, PassageRecord } from '../../../utils/reading-list/model.ts';
import { writeAnnotations } from '../../support/written.ts';
import { ANNOTATION_TERMS } from './annotation-terms.ts';
import { generatedList } from './generated.ts';

const OA = 'http://www.w3.org/ns/oa#';
const AS = 'http://www.w3.org/ns/activitystreams#';
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
const DCTERMS = 'http://purl.org/dc/terms/';
const VALUE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value';

/** A node of expanded JSON-LD: every name is an IRI. */
type Node = Readonly<Record<string, unknown>>;

const nodes = (value: unknown): readonly Node[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]) as readonly Node[];
const only = (node: Node | undefined, name: string): Node | undefined => nodes(node?.[name])[0];
const text = (node: Node | undefined, name: string): unknown => only(node, name)?.['@value'];
const ids = (value: unknown): unknown[] => nodes(value).map((node) => node['@id']);

/** Expands without the network: the model's context is the table here, and nothing else is given. */
const expand = (document: object): Promise<readonly Node[]> =>
  jsonld.expand(document, {
    safe: true,
    documentLoader: async (url: string) => {
      if (url !== ANNOTATION_CONTEXT) throw new Error(`The export asked for ${url}.`);
      return { documentUrl: url, document: { '@context': ANNOTATION_TERMS } };
    },
  } as object);

const LIST = generatedList(300, 5);
const RECORDS: readonly {
  readonly record: PageRecord | PassageRecord;
  readonly page: PageRecord;
}[] = LIST.flatMap(({ page, passages }) => [
  ...(page.isEntry ? [{ record: page, page }] : []),
  ...passages.map((record) => ({ record, page })),
]);

describe('the export as W3C annotations, expanded by a JSON-LD processor', () => {
  let collection: Node | undefined;
  let annotations: readonly Node[] = [];

  beforeAll(async () => {
    [collection] = await expand(JSON.parse(writeAnnotations(LIST, 'Reading list')));
    annotations = nodes(only(only(collection, `${AS}first`), `${AS}items`)?.['@list']);
  });

  it('is a collection with one annotation for every record, each under an IRI of its own', () => {
    expect(collection?.['@type']).toEqual([`${AS}OrderedCollection`]);
    expect(text(collection, `${AS}totalItems`)).toBe(RECORDS.length);
    expect(annotations).toHaveLength(RECORDS.length);
    expect(annotations.every((each) => String(each['@type']) === `${OA}Annotation`)).toBe(true);
    expect(new Set(ids(annotations)).size).toBe(RECORDS.length);
  });

  it('has no name that stands for nothing', () => {
    const names = new Set<string>();
    JSON.stringify(collection, (key, value) => {
      if (key !== '' && !/^\d+$/.test(key)) names.add(key);
      return value;
    });
    expect([...names].filter((name) => !/^(@\w+|https?:|urn:)/.test(name))).toEqual([]);
  });

  it('says of every record where it lies, in which words, and at which place', () => {
    for (const [at, { record, page }] of RECORDS.entries()) {
      const target = only(annotations[at], `${OA}hasTarget`);
      // A whole page is a resource of the web; the model has the specific one for its parts.
      const source = 'selector' in record ? only(target, `${OA}hasSource`) : target;
      const address = 'source' in record ? record.source : page.address;
      expect(source?.['@id']).toBe(new URL(address).href);
      expect(source?.['@type']).toEqual(['http://purl.org/dc/dcmitype/Text']);
      expect(text(source, `${RDFS}label`)).toBe(page.title);
      const [quote, position] = nodes(target?.[`${OA}hasSelector`]);
      if (!('selector' in record)) {
        expect(target).not.toHaveProperty([`${OA}hasSource`]);
        continue;
      }
      expect(target?.['@type']).toEqual([`${OA}SpecificResource`]);
      const { exact, prefix, suffix, start, end } = record.selector;
      expect(quote?.['@type']).toEqual([`${OA}TextQuoteSelector`]);
      expect(['exact', 'prefix', 'suffix'].map((name) => text(quote, OA + name))).toEqual([
        ...[exact, prefix, suffix],
      ]);
      expect(position?.['@type']).toEqual([`${OA}TextPositionSelector`]);
      expect(['start', 'end'].map((name) => text(position, OA + name))).toEqual([start, end]);
    }
  });

  it('says of every record when it was saved, why, and what the reader and the sources say', () => {
    for (const [at, { record }] of RECORDS.entries()) {
      const annotation = annotations[at];
      expect(only(annotation, `${DCTERMS}created`)).toEqual({
        '@type': 'http://www.w3.org/2001/XMLSchema#dateTime',
        '@value': record.savedAt,
      });
      const isPassage = 'selector' in record;
      expect(ids(annotation?.[`${OA}motivatedBy`])).toEqual([
        `${OA}${isPassage ? 'highlighting' : 'bookmarking'}`,
      ]);
      const bodies = nodes(annotation?.[`${OA}hasBody`]);
      const of = (purpose: string): unknown[] =>
        bodies
          .filter((body) => ids(body[`${OA}hasPurpose`])[0] === OA + purpose)
          .map((body) => text(body, VALUE));
      expect(bodies.every((body) => String(body['@type']) === `${OA}TextualBody`)).toBe(true);
      expect(of('commenting')).toEqual(record.note === '' ? [] : [record.note]);
      expect(of('tagging')).toEqual(record.tags);
      const match = isPassage ? record.match : null;
      expect(of('linking')).toEqual(match?.original ? [match.original.text] : []);
      expect(of('describing')).toEqual(match ? [`${match.title}. ${match.attribution}`] : []);
    }
  });
});

describe('addresses and languages as the model wants them', () => {
  const [{ page }] = generatedList(1, 1) as [(typeof LIST)[number]];
  const written = (fields: Partial<PageRecord>): string =>
    writeAnnotations([{ page: { ...page, isEntry: true, ...fields }, passages: [] }], 'x');
  const targetOf = (text: string) => JSON.parse(text).first.items[0].target;

  it.each([
    ['https://a.example/x?a[]=1&b={c|d}^', 'https://a.example/x?a%5B%5D=1&b=%7Bc%7Cd%7D%5E'],
    ['https://a.example/a#b#c', 'https://a.example/a#b%23c'],
    ['http://[::1]:8080/x', 'http://[::1]:8080/x'],
    ['https://пример.example/х?q=б', 'https://xn--e1afmkfd.example/%D1%85?q=%D0%B1'],
    ['file:///C:/x y/page.html', 'file:///C:/x%20y/page.html'],
    ['urn:readwise:a%20book', 'urn:readwise:a%20book'],
  ])('%s leaves as %s and comes back as it was', async (address, iri) => {
    const text = written({ address });
    expect(targetOf(text).id).toBe(iri);
    const back = await readFile(new Blob([text]), {
      now: () => new Date('2026-02-03T04:05:06Z'),
      newId: () => crypto.randomUUID(),
    });
    expect(back).toMatchObject({ ok: true, pages: [{ address }], refused: [], without: [] });
  });

  it('a claimed address that the IRI does not stand for is not believed', async () => {
    const text = written({ address: 'https://a.example/x[1]' });
    const lie = text.replace('"https://a.example/x[1]"', '"https://b.example/y"');
    expect(lie).not.toBe(text);
    const back = await readFile(new Blob([lie]), {
      now: () => new Date('2026-02-03T04:05:06Z'),
      newId: () => crypto.randomUUID(),
    });
    expect(back).toMatchObject({ pages: [{ address: 'https://a.example/x%5B1%5D' }] });
  });

  it.each([
    ['EN-us', 'en-US'],
    ['zh_hans', 'zh-Hans'],
    ['en, fr', undefined],
    ['', undefined],
    [null, undefined],
  ])('the language %s leaves as %s', (language, tag) => {
    expect(targetOf(written({ language })).language).toBe(tag);
  });
});

test('an id that no address can hold does not keep the list from leaving', () => {
  const [{ page }] = generatedList(1, 1) as [(typeof LIST)[number]];
  const text = writeAnnotations(
    [{ page: { ...page, id: 'a\ud800', isEntry: true }, passages: [] }],
    'x',
  );
  expect(JSON.parse(text).first.items[0].id).toMatch(/^urn:x-parallax:record:a/);
});

describe('the terms of the model', () => {
  const terms = new Map<string, { readonly classes: ReadonlySet<string>; readonly node: Node }>();
  const superOf = (name: unknown): string[] => {
    const above = ids(terms.get(String(name))?.node[`${RDFS}subClassOf`]);
    return [String(name), ...above.flatMap(superOf)];
  };

  // The vocabulary as the W3C publishes it, from a package that holds it as RDF.
  beforeAll(async () => {
    const { resolve } = createRequire(import.meta.url);
    const quads = readFileSync(resolve('@vocabulary/oa/oa.nq'), 'utf8');
    const [graph] = nodes(await jsonld.fromRDF(quads as never, { format: 'application/n-quads' }));
    for (const node of nodes(graph?.['@graph'])) {
      const classes = new Set((node['@type'] as string[] | undefined) ?? []);
      terms.set(String(node['@id']), { classes, node });
    }
  });

  it('that the export uses are all in the published vocabulary, as what they are used for', () => {
    const isA = (iri: string, kind: string): boolean => terms.get(iri)?.classes.has(kind) === true;
    for (const [name, meaning] of Object.entries(ANNOTATION_TERMS)) {
      const iri = typeof meaning === 'string' ? meaning : meaning['@id'];
      if (!iri.startsWith(OA)) continue;
      const kind = /^[A-Z]/.test(name)
        ? `${RDFS}Class`
        : /ing$/.test(name)
          ? `${OA}Motivation`
          : 'http://www.w3.org/1999/02/22-rdf-syntax-ns#Property';
      expect({ name, isKnown: isA(iri, kind) }).toEqual({ name, isKnown: true });
    }
  });

  it('stand where domain and range of each property allow them', async () => {
    const [collection] = await expand(JSON.parse(writeAnnotations(LIST.slice(0, 60), 'x')));
    let checked = 0;
    const walk = (node: Node): void => {
      const own = nodes(node['@type']).flatMap((type) => superOf(type));
      for (const [name, value] of Object.entries(node)) {
        const held = nodes(value).flatMap((each) => nodes(each['@list'] ?? each));
        if (name.startsWith('http')) for (const each of held) walk(each);
        const property = terms.get(name)?.node;
        if (property === undefined) continue;
        const [domain] = ids(property[`${RDFS}domain`]);
        const [range] = ids(property[`${RDFS}range`]);
        if (domain !== undefined) expect(own).toContain(domain);
        for (const each of held) {
          const types = nodes(each['@type']).flatMap((type) => superOf(String(type)));
          const isNode = each['@value'] === undefined && types.length > 0;
          if (range === undefined || !isNode || !String(range).startsWith(OA)) continue;
          expect(types).toContain(range);
          checked += 1;
        }
      }
    };
    if (collection) walk(collection);
    expect(checked).toBeGreaterThan(100);
  });
});
