import { describe, expect, it } from 'vitest';
import { citationParts } from '../../../utils/reading-list/exchange/citations.ts';
import { csvParts } from '../../../utils/reading-list/exchange/csv.ts';
import { htmlParts } from '../../../utils/reading-list/exchange/html.ts';
import { restsOf } from '../../../utils/reading-list/exchange/incoming.ts';
import { jsonParts } from '../../../utils/reading-list/exchange/json.ts';
import { markdownParts } from '../../../utils/reading-list/exchange/markdown.ts';
import { fileOf, listParts } from '../../../utils/reading-list/exchange/parts.ts';
import { annotationParts } from '../../../utils/reading-list/exchange/web-annotation.ts';
import { whole } from '../../support/written.ts';
import { generatedList } from './generated.ts';

const AT = new Date('2026-01-02T03:04:05.678Z');
const WORDS = {
  ...{ title: 'List', original: 'Original', source: 'Source', note: 'Note', tags: 'Tags' },
  ...{ status: 'Status', untitled: 'Untitled', noPassage: 'Page' },
  statuses: { 'to-read': 'To read', reading: 'Reading', done: 'Done' },
};
const LIST = generatedList(400, 8);
const FORMATS: readonly (readonly [string, () => Iterable<string>])[] = [
  ['JSON', () => jsonParts({ pages: LIST, unreadable: [] }, AT)],
  ['Markdown', () => markdownParts(LIST, WORDS, AT)],
  ['CSV', () => csvParts(LIST)],
  ['HTML', () => htmlParts(LIST, WORDS, { exportedAt: AT, language: 'en' })],
  ['W3C annotations', () => annotationParts(LIST, 'List')],
  ['BibTeX', () => citationParts(LIST, 'bibtex', 'Untitled')],
  ['RIS', () => citationParts(LIST, 'ris', 'Untitled')],
  ['CSL-JSON', () => citationParts(LIST, 'csl', 'Untitled')],
];

describe('a file that is written part by part', () => {
  it.each(FORMATS)('is never one task as %s: no part holds more than a page', async (_, parts) => {
    const longest = Math.max(...[...parts()].map(({ length }) => length));
    expect(longest).toBeLessThan(whole(parts()).length / 50);
    expect([...parts()].length).toBeGreaterThanOrEqual(LIST.length);
  });

  it.each(FORMATS)('is whole as %s', async (_, parts) => {
    const file = await fileOf(parts(), { type: 'text/x', count: 1, rest: restsOf() });
    expect(file.type).toBe('text/x');
    // The mark at the beginning of CSV is a part of it.
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    expect(decoder.decode(await file.arrayBuffer())).toBe(whole(parts()));
  });

  it('is the same JSON as if it were written at once', () => {
    const unreadable = [
      { kind: 'page', message: 'x', fault: { code: 'kind', kind: 'page', id: null }, raw: [1, {}] },
    ] as const;
    const text = whole(jsonParts({ pages: LIST, unreadable }, AT));
    expect(text).toBe(JSON.stringify(JSON.parse(text), null, 2));
    expect(whole(jsonParts({ pages: [], unreadable: [] }, AT))).toContain('"pages": [],');
    const annotations = whole(annotationParts(LIST, 'List'));
    expect(annotations).toBe(JSON.stringify(JSON.parse(annotations), null, 2));
    const none = whole(annotationParts([], 'List'));
    expect(JSON.parse(none)).toMatchObject({ total: 0, first: { items: [] } });
    expect(whole(citationParts([], 'csl', ''))).toBe('[]\n');
  });

  it('keeps every value of a list as it is, whatever lines it has', () => {
    const values = ['a\nb', { a: ['\u2028', { b: null }] }, [], 1];
    expect(JSON.parse(whole(listParts(values, '    ')))).toEqual(values);
  });

  it('gives the browser its turn while it is written, and says how far it is', async () => {
    let turns = 0;
    let isWritten = false;
    const take = (): void => {
      turns += 1;
      if (!isWritten) setImmediate(take);
    };
    setImmediate(take);
    const told: number[] = [];
    const started = performance.now();
    const parts = FORMATS.flatMap(([, each]) => [each, each]);
    for (const each of parts) {
      const rest = restsOf(undefined, (part) => told.push(part));
      await fileOf(each(), { type: '', count: LIST.length, rest });
    }
    isWritten = true;
    // Every twelve milliseconds, and as long as one part takes: far more often than this.
    expect(turns).toBeGreaterThan((performance.now() - started) / 200);
    expect(told.length).toBeGreaterThan(0);
    expect(Math.min(...told)).toBeGreaterThan(0);
    expect(Math.max(...told)).toBeLessThanOrEqual(1);
  });

  it('is not made where the reader cancels', async () => {
    const controller = new AbortController();
    let asked = 0;
    function* endless(): Generator<string> {
      for (;;) {
        asked += 1;
        yield 'x'.repeat(10_000);
      }
    }
    const rest = restsOf(controller.signal, () => {
      if (asked > 100) controller.abort(new Error('cancelled'));
    });
    await expect(fileOf(endless(), { type: '', count: 1, rest })).rejects.toThrow('cancelled');
  });
});
