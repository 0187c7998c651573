import { describe, expect, it } from 'vitest';
import { readFile } from '../../../utils/reading-list/exchange/read-file.ts';
import {
  FAULT_FIELDS,
  type Fault,
  type FaultField,
  idToShow,
} from '../../../utils/reading-list/fault.ts';
import { parsePage, parsePassage } from '../../../utils/reading-list/parse.ts';
import { newPage, newPassage } from '../../../utils/reading-list/records.ts';
import { writeJson } from '../../support/written.ts';
import { samplePage, samplePassage } from './samples.ts';

const AT = '2026-01-02T03:04:05.000Z';
const PAGE = {
  ...newPage(samplePage(), { id: 'page-1', savedAt: AT, isEntry: true }),
  edited: { note: AT, tags: AT, status: AT },
};
const PASSAGE = newPassage(samplePassage(), { id: 'passage-1', savedAt: AT, page: 'page-1' });
const PAGE_FIELDS = [
  ...(['address', 'forms', 'title', 'site', 'author', 'published', 'isEntry'] as const),
  ...(['edited.note', 'edited.tags', 'edited.status'] as const),
];

/** A copy of the record in which the field at `path` is `value`; undefined takes the field away. */
function withField(record: object, path: string, value: unknown): unknown {
  const copy = structuredClone(record);
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let within = copy as Record<string, unknown>;
  for (const step of steps) within = within[step] as Record<string, unknown>;
  if (value === undefined) delete within[last];
  else within[last] = value;
  return copy;
}

function faultWith(field: FaultField, value: unknown): Fault | null {
  const isOfPage = PAGE_FIELDS.some((each) => each === field);
  const parsed = isOfPage
    ? parsePage(withField(PAGE, field, value))
    : parsePassage(withField(PASSAGE, field, value));
  if (parsed.ok) return null;
  const { code, limit } = parsed.fault;
  return {
    code,
    ...(parsed.fault.field && { field: parsed.fault.field }),
    ...(limit && { limit }),
  };
}

const sources = { now: () => new Date(AT), newId: () => crypto.randomUUID() };
const read = (text: string) => readFile(new Blob([text]), sources);

describe('the fault of a record', () => {
  it.each(FAULT_FIELDS)('names the field where its value is of the wrong kind: %s', (field) => {
    const fault = faultWith(field, Number.NaN);
    expect(fault).toMatchObject({ field });
    expect(['kind', 'choice']).toContain(fault?.code);
  });

  it.each(FAULT_FIELDS.filter((field) => !field.startsWith('edited.')))(
    'names the field where it is missing: %s',
    (field) => {
      expect(faultWith(field, undefined)).toEqual({ code: 'missing', field });
    },
  );

  it.each<[FaultField, unknown, Fault['code'], number?]>([
    ['note', 'x'.repeat(100_001), 'too-long', 100_000],
    ['selector.exact', 'x'.repeat(20_001), 'too-long', 20_000],
    ['selector.exact', '', 'empty'],
    ['tags', Array.from({ length: 101 }, String), 'too-many', 100],
    ['tags', ['x'.repeat(101)], 'too-long', 100],
    ['tags', ['x', 7], 'kind'],
    ['forms', [], 'empty'],
    ['source', 'javascript:alert(1)', 'address'],
    ['address', 'no address', 'address'],
    ['savedAt', 'yesterday', 'time'],
    ['status', 'someday', 'choice'],
    ['match.kind', 'rumour', 'choice'],
    ['selector.start', -5, 'number'],
    ['selector.end', 1e99, 'number'],
  ])('says what is wrong with %s', (field, value, code, limit) => {
    expect(faultWith(field, value)).toEqual({ code, field, ...(limit && { limit }) });
  });

  it.each([null, 7, 'text'])('is that it is none where it is %j', (raw) => {
    const parsed = parsePassage(raw);
    expect(parsed).toMatchObject({
      ok: false,
      fault: { code: 'no-record', kind: 'passage', id: null },
    });
  });

  it('is its version where a newer program wrote it', () => {
    const parsed = parsePage({ ...PAGE, schema: 2 });
    expect(parsed).toMatchObject({ fault: { code: 'newer', kind: 'page', id: 'page-1' } });
  });

  it('shows its id without controls, marks of direction and halves of characters', () => {
    expect(idToShow('a\u202eb\nc\u2028d\u0000e\ud83d')).toBe('abcde');
    expect(idToShow('😀'.repeat(100))).toBe('😀'.repeat(60));
    expect(parsePage({ id: '\u202e\u202e' })).toMatchObject({ fault: { id: null } });
  });
});

describe('the faults of a file', () => {
  it('name the entry of another program’s file, and the code', async () => {
    const entry = { uri: 'https://news.example/a', target: [] };
    const file = { annotations: [entry, { uri: '' }, { ...entry, text: 'x'.repeat(100_001) }] };
    expect(await read(JSON.stringify(file))).toMatchObject({
      refused: [
        { fault: { code: 'no-page', entry: 2 } },
        { fault: { code: 'too-long', field: 'note', limit: 100_000, entry: 3 } },
      ],
    });
  });

  it('say that a row of Readwise holds no highlight', async () => {
    const text = 'Highlight,Book Title,Note,Highlighted at\n,A book,,2024-05-06';
    expect(await read(text)).toMatchObject({
      refused: [{ fault: { code: 'no-highlight', entry: 1 } }],
    });
  });

  it('stay out of the file that the list is written to, which is as it was', () => {
    const parsed = parsePage({ id: 'broken' });
    if (parsed.ok) return expect.unreachable();
    const { fault, message } = parsed;
    const raw = { id: 'broken' };
    const unreadable = [{ kind: 'page', message, fault, raw }] as const;
    const file = JSON.parse(writeJson({ pages: [], unreadable }, new Date(AT)));
    expect(file.unreadable).toEqual([{ kind: 'page', message, raw }]);
    expect(message).toMatch(/^The page broken could not be read: \w+/u);
  });

  it('are that it cannot be read where the disk does not give it', async () => {
    const gone = new Blob(['{}']);
    gone.stream = () =>
      new ReadableStream({
        pull: (controller) => controller.error(new DOMException('gone', 'NotReadableError')),
      });
    expect(await readFile(gone, sources)).toMatchObject({ ok: false, reason: 'unreadable' });
  });
});
