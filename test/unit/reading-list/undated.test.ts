import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { mergeRecords } from '../../../utils/reading-list/exchange/merge.ts';
import { readFile } from '../../../utils/reading-list/exchange/read-file.ts';
import type { ReadingListStore } from '../../../utils/reading-list/store.ts';
import { openSampleStore } from './samples.ts';

const open: ReadingListStore[] = [];
afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

let made = 0;
/** Brings a file in, at a time later than every one before. */
async function bring(store: ReadingListStore, text: string) {
  const incoming = await readFile(new Blob([text]), {
    now: () => new Date(Date.now() + 60_000 * (made + 1)),
    newId: () => {
      made += 1;
      return `undated-${made}`;
    },
  });
  if (!incoming.ok) throw new Error(incoming.message);
  const options = { mode: 'merge', at: new Date().toISOString() } as const;
  const { added, changed, unchanged, outdone } = await store.change((tx) =>
    mergeRecords(tx, incoming, options),
  );
  return { added, changed, unchanged, outdone };
}

async function opened(): Promise<ReadingListStore> {
  const store = await openSampleStore();
  open.push(store);
  return store;
}

const annotation = (note: string): string =>
  JSON.stringify({
    ...{ type: 'Annotation', bodyValue: note },
    target: {
      source: 'https://news.example/undated',
      selector: { type: 'TextQuoteSelector', exact: 'the words', prefix: 'before ', suffix: '.' },
    },
  });
const readwise = (note: string): string =>
  `Highlight,Book Title,Book Author,Note,Location,Highlighted at\nthe words,A book,An Author,${note},3,\n`;

describe.each([
  ['W3C annotations', annotation],
  ['Readwise', readwise],
])('a file of %s that names no times', (_, file) => {
  const notesOf = async (store: ReadingListStore) =>
    (await store.list()).pages.flatMap(({ passages }) =>
      passages.map(({ id, note }) => ({ id, note })),
    );

  it('changes nothing when it comes in again', async () => {
    const store = await opened();
    const none = { added: 0, changed: 0, unchanged: 0, outdone: 0 };
    expect(await bring(store, file('a note'))).toEqual({ ...none, added: 2 });
    expect(await bring(store, file('a note'))).toEqual({ ...none, unchanged: 2 });
  });

  it('never takes the place of what the reader has written since, and that is told', async () => {
    const store = await opened();
    await bring(store, file('a note'));
    const [{ id } = { id: '' }] = await notesOf(store);
    await store.update(id, { note: 'my own words' });
    expect(await bring(store, file('a note'))).toMatchObject({ outdone: 1 });
    expect(await bring(store, file('another note'))).toMatchObject({ changed: 0, outdone: 1 });
    expect(await notesOf(store)).toEqual([{ id, note: 'my own words' }]);
  });

  it('brings in what it says anew where the reader has changed nothing', async () => {
    const store = await opened();
    await bring(store, file('a note'));
    await bring(store, file('a longer note'));
    expect(await notesOf(store)).toMatchObject([{ note: 'a longer note' }]);
  });
});
