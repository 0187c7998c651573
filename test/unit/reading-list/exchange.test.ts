import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { readJson, writeJson } from '../../../utils/reading-list/exchange/json.ts';
import { mergeRecords } from '../../../utils/reading-list/exchange/merge.ts';
import type { ReadingListStore } from '../../../utils/reading-list/store.ts';
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

async function bring(store: ReadingListStore, text: string) {
  const incoming = readJson(text);
  if (!incoming.ok) throw new Error(incoming.message);
  return store.change((tx) => mergeRecords(tx, incoming.pages, incoming.passages));
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
    expect(await bring(other, text)).toEqual({ added: 3, changed: 0, unchanged: 0, kept: 0 });
    expect(writeJson(await other.list(), AT)).toBe(text);
  });

  it('changes nothing where it is brought in twice', async () => {
    const { store } = await filled();
    const text = writeJson(await store.list(), AT);
    expect(await bring(store, text)).toEqual({ added: 0, changed: 0, unchanged: 3, kept: 0 });
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
    const incoming = readJson(JSON.stringify(file));
    expect(incoming).toMatchObject({ ok: true, passages: [], refused: [{}, {}] });
    if (!incoming.ok) return expect.unreachable();
    expect(incoming.pages).toHaveLength(2);
    expect(incoming.refused.map(({ message }) => message).join('\n')).toMatch(
      /page bad.*\n.*source/,
    );
  });

  it.each([
    ['cut off', '{"format":"parallax-reading-list","ver'],
    ['foreign', '{"items":[]}'],
    ['null', 'null'],
    ['newer', '{"format":"parallax-reading-list","version":2,"pages":[],"passages":[]}'],
  ])('is refused with a remedy where it is %s', (_, text) => {
    expect(readJson(text)).toMatchObject({ ok: false, remedy: expect.stringMatching(/\w/) });
  });

  it('does not let keys of the file reach prototypes', () => {
    const text =
      '{"format":"parallax-reading-list","version":1,"pages":[{"__proto__":{"x":1}}],"passages":[]}';
    expect(readJson(text)).toMatchObject({ ok: true, pages: [], refused: [{}] });
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});
