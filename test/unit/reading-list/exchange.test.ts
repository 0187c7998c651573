import { writeJson } from '../../support/written.ts';
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { mergeRecords, planMerge } from '../../../utils/reading-list/exchange/merge.ts';
import { readFile } from '../../../utils/reading-list/exchange/read-file.ts';
import type { MergeReport } from '../../../utils/reading-list/exchange/report.ts';
import { takeBack } from '../../../utils/reading-list/images.ts';
import type { ReadingListStore } from '../../../utils/reading-list/store.ts';
import { generatedList } from './generated.ts';
import { openSampleStore, samplePage, samplePassage } from './samples.ts';

const open: ReadingListStore[] = [];
async function sampleStore() {
  const store = await openSampleStore();
  open.push(store);
  return store;
}
afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

const AT = new Date('2026-02-03T04:05:06Z');

const readJson = (text: string) =>
  readFile(new Blob([text]), { now: () => AT, newId: () => crypto.randomUUID() });

async function whole(text: string) {
  const incoming = await readJson(text);
  if (!incoming.ok) throw new Error(incoming.message);
  return incoming;
}

const countsOf = ({ added, changed, unchanged, removed, kept }: MergeReport) => ({
  ...{ added, changed, unchanged, removed, kept },
});
const NONE = { added: 0, changed: 0, unchanged: 0, removed: 0, kept: 0 };
const MERGE = { mode: 'merge', at: AT.toISOString() } as const;
const REPLACE = { mode: 'replace', at: AT.toISOString() } as const;

async function bring(
  store: ReadingListStore,
  text: string,
  options: typeof MERGE | typeof REPLACE = MERGE,
) {
  const incoming = await whole(text);
  const plan = await store.look((tx) => planMerge(tx, incoming, options));
  const done = await store.change((tx) => mergeRecords(tx, incoming, options));
  expect(countsOf(done)).toEqual(countsOf(plan));
  return countsOf(done);
}

async function filled() {
  const store = await sampleStore();
  const { id } = await store.savePassage(samplePassage());
  await store.update(id, { note: 'a *note*\n\u2028 中文', tags: ['x'], status: 'reading' });
  await store.savePage(samplePage({ address: 'https://b.example/', title: '<script>' }));
  return { store, id };
}

describe('JSON', () => {
  it('comes back to the letter in an empty list', async () => {
    const { store } = await filled();
    const text = writeJson(await store.list(), AT);
    const other = await sampleStore();
    expect(await bring(other, text)).toEqual({ ...NONE, added: 3 });
    expect(writeJson(await other.list(), AT)).toBe(text);
  });

  it('changes nothing where it is brought in twice', async () => {
    const { store } = await filled();
    const text = writeJson(await store.list(), AT);
    expect(await bring(store, text)).toEqual({ ...NONE, unchanged: 3 });
    expect(writeJson(await store.list(), AT)).toBe(text);
  });

  it('lets the later edit of each field stand', async () => {
    const { store, id } = await filled();
    const text = writeJson(await store.list(), AT);
    await store.update(id, { note: 'later here' });
    const edited = JSON.parse(text);
    edited.passages[0].tags = ['later there'];
    edited.passages[0].edited.tags = '2027-01-01T00:00:00.000Z';
    await bring(store, JSON.stringify(edited));
    expect(await store.passage(id)).toMatchObject({ note: 'later here', tags: ['later there'] });
  });

  it('joins the same page and passage under other ids', async () => {
    const { store } = await filled();
    const other = await sampleStore();
    await other.savePassage(samplePassage());
    await bring(other, writeJson(await store.list(), AT));
    const { pages } = await other.list();
    expect(pages).toHaveLength(2);
    expect(pages.flatMap(({ passages }) => passages)).toMatchObject([{ tags: ['x'] }]);
  });

  it('leaves out broken records by name and takes the rest', async () => {
    const { store } = await filled();
    const file = JSON.parse(writeJson(await store.list(), AT));
    file.pages.push({ id: 'bad', schema: 1 });
    file.passages[0].source = 'javascript:alert(1)';
    const incoming = await readJson(JSON.stringify(file));
    expect(incoming).toMatchObject({ ok: true, passages: [], refused: [{}, {}] });
    if (!incoming.ok) return expect.unreachable();
    expect(incoming.pages).toHaveLength(2);
    expect(incoming.refused.map(({ message }) => message).join('\n')).toMatch(
      /page bad.*\n.*source/,
    );
  });

  it.each([
    ['cut off', '{"format":"parallax-reading-list","ver'],
    ['foreign', '{"items":[{"x":1}]}'],
    ['null', 'null'],
    ['newer', '{"format":"parallax-reading-list","version":2,"pages":[],"passages":[]}'],
    ['an empty file', '  '],
    ['a table of something else', 'a,b\n1,2'],
  ])('is refused with a remedy where it is %s', async (_, text) => {
    expect(await readJson(text)).toMatchObject({ ok: false, remedy: expect.stringMatching(/\w/) });
  });

  it('does not let keys of the file reach prototypes', async () => {
    const text =
      '{"format":"parallax-reading-list","version":1,"pages":[{"__proto__":{"x":1}}],"passages":[]}';
    expect(await readJson(text)).toMatchObject({ ok: true, pages: [], refused: [{}] });
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

describe('an import', () => {
  it('changes nothing while it is only looked at', async () => {
    const { store } = await filled();
    const other = await sampleStore();
    const incoming = await whole(writeJson(await store.list(), AT));
    const plan = await other.look((tx) => planMerge(tx, incoming, REPLACE));
    expect(countsOf(plan)).toEqual({ ...NONE, added: 3 });
    expect(plan.samples.map(({ verdict }) => verdict)).toEqual(['added', 'added']);
    expect((await other.list()).pages).toEqual([]);
  });

  it('says which fields become others, with both values', async () => {
    const { store, id } = await filled();
    const text = writeJson(await store.list(), AT);
    const edited = JSON.parse(text);
    edited.passages[0].note = 'from the file';
    edited.passages[0].edited.note = '2027-01-01T00:00:00.000Z';
    const incoming = await whole(JSON.stringify(edited));
    const { samples } = await store.look((tx) => planMerge(tx, incoming, MERGE));
    expect(samples).toMatchObject([
      { verdict: 'changed', fields: [{ field: 'note', after: 'from the file' }] },
    ]);
    expect((await store.passage(id))?.note).toContain('a *note*');
  });

  it('that replaces marks as deleted what the file lacks, and can be taken back', async () => {
    const { store } = await filled();
    const other = await sampleStore();
    await other.savePage(samplePage({ address: 'https://c.example/' }));
    const before = writeJson(await other.list(), AT);
    const incoming = await whole(writeJson(await store.list(), AT));
    const report = await other.change((tx) => mergeRecords(tx, incoming, REPLACE));
    expect(countsOf(report)).toEqual({ ...NONE, added: 3, removed: 1 });
    expect((await other.list()).pages.map(({ page }) => page.address)).not.toContain(
      'https://c.example/',
    );
    expect(await other.change((tx) => takeBack(tx, report.images))).toBe(0);
    expect(writeJson(await other.list(), AT)).toBe(before);
  });

  it('leaves alone, when it is taken back, what was edited since', async () => {
    const { store } = await filled();
    const other = await sampleStore();
    const incoming = await whole(writeJson(await store.list(), AT));
    const report = await other.change((tx) => mergeRecords(tx, incoming, MERGE));
    const [passage] = incoming.passages;
    await other.update(passage?.id ?? '', { note: 'written after the import' });
    expect(await other.change((tx) => takeBack(tx, report.images))).toBe(1);
    const { pages } = await other.list();
    expect(pages.flatMap(({ passages }) => passages.map(({ note }) => note))).toEqual([
      'written after the import',
    ]);
  });

  it('changes nothing where the reader cancels it, however late', async () => {
    const store = await sampleStore();
    const pages = generatedList(400, 1).map(({ page }) => page);
    const incoming = {
      ok: true,
      format: 'parallax',
      pages,
      passages: [],
      refused: [],
      without: [],
    } as const;
    const controller = new AbortController();
    const importing = store.change((tx) =>
      mergeRecords(tx, incoming, {
        ...MERGE,
        signal: controller.signal,
        progress: (done) => {
          if (done >= 200) controller.abort();
        },
      }),
    );
    await expect(importing).rejects.toThrow();
    expect((await store.list()).pages).toEqual([]);
  });
});
