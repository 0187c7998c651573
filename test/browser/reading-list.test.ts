import { afterEach, describe, expect, it } from 'vitest';
import { watchReadingList } from '../../utils/reading-list/changes.ts';
import { mergeRecords } from '../../utils/reading-list/exchange/merge.ts';
import { readFile } from '../../utils/reading-list/exchange/read-file.ts';
import type { ListedPage } from '../../utils/reading-list/model.ts';
import { openStore, type ReadingListStore } from '../../utils/reading-list/store.ts';
import { writeJson } from '../support/written.ts';
import { generatedList } from '../unit/reading-list/generated.ts';
import { samplePage, samplePassage } from '../unit/reading-list/samples.ts';

const NAME = 'parallax-reading-list-test';
const open: ReadingListStore[] = [];

async function sampleStore(): Promise<ReadingListStore> {
  const store = await openStore({ name: NAME });
  open.push(store);
  return store;
}

/** Deletes the database; waits for connections that are being closed. */
async function deleteDatabase(name: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const deletion = indexedDB.deleteDatabase(name);
    deletion.onsuccess = () => resolve();
    deletion.onerror = () => reject(deletion.error);
  });
}

afterEach(async () => {
  for (const store of open.splice(0)) store.close();
  await deleteDatabase(NAME);
  await deleteDatabase(`${NAME}-other`);
});

async function read(text: string) {
  const incoming = await readFile(new Blob([text]), {
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
  });
  if (!incoming.ok) throw new Error(incoming.message);
  return incoming;
}

describe('the reading list in a real browser', () => {
  it('gives back what was saved after it was closed and opened again', async () => {
    const first = await sampleStore();
    const { id } = await first.savePassage(samplePassage());
    await first.update(id, { note: 'kept over closing', tags: ['a'], status: 'done' });
    first.close();
    const second = await sampleStore();
    expect((await second.list()).pages).toMatchObject([
      {
        page: { title: samplePage().title },
        passages: [{ id, note: 'kept over closing', tags: ['a'], status: 'done' }],
      },
    ]);
  });

  it('keeps one record of a passage that is saved many times at once from two windows', async () => {
    const [first, second] = await Promise.all([sampleStore(), sampleStore()]);
    const saves = Array.from({ length: 20 }, (_, at) =>
      (at % 2 === 0 ? first : second).savePassage(samplePassage()),
    );
    const ids = new Set((await Promise.all(saves)).map(({ id }) => id));
    expect(ids.size).toBe(1);
    const { pages } = await first.list();
    expect(pages).toHaveLength(1);
    expect(pages[0]?.passages).toHaveLength(1);
  });

  it('tells a watcher of every change', async () => {
    const store = await sampleStore();
    const controller = new AbortController();
    let heard = 0;
    const twice = new Promise<void>((resolve) => {
      watchReadingList(() => {
        heard += 1;
        if (heard === 2) resolve();
      }, controller.signal);
    });
    const { id } = await store.savePassage(samplePassage());
    await store.remove([id]);
    await twice;
    controller.abort();
  });

  it('gives way to a newer version, and then says that it needs an update', async () => {
    const store = await sampleStore();
    await store.savePage(samplePage());
    await new Promise<void>((resolve, reject) => {
      const newer = indexedDB.open(NAME, 1_000);
      newer.onerror = () => reject(newer.error);
      newer.onsuccess = () => {
        newer.result.close();
        resolve();
      };
    });
    await expect(store.list()).rejects.toMatchObject({ failure: 'newer' });
  });

  it('brings ten thousand exported records into an empty list, equal to the letter', async () => {
    const at = '2026-01-01T00:00:00.000Z';
    const byId = (a: ListedPage, b: ListedPage) => (a.page.id < b.page.id ? -1 : 1);
    const pages = generatedList(1_900, 8).sort(byId);
    const count = pages.reduce((sum, { passages }) => sum + 1 + passages.length, 0);
    expect(count).toBeGreaterThan(10_000);
    const text = writeJson({ pages, unreadable: [] }, new Date(at));
    const incoming = await read(text);
    const store = await sampleStore();
    const report = await store.change((tx) => mergeRecords(tx, incoming, { mode: 'merge', at }));
    expect(report).toMatchObject({ added: count, changed: 0, unchanged: 0, kept: 0 });
    const listed = (await store.list()).pages.toSorted(byId);
    const again = writeJson({ pages: listed, unreadable: [] }, new Date(at));
    expect(JSON.parse(again)).toEqual(JSON.parse(text));
    // What the list itself wrote comes back equal to the letter.
    const second = await read(again);
    const other = await openStore({ name: `${NAME}-other` });
    open.push(other);
    await other.change((tx) => mergeRecords(tx, second, { mode: 'replace', at }));
    const third = (await other.list()).pages.toSorted(byId);
    expect(writeJson({ pages: third, unreadable: [] }, new Date(at))).toBe(again);
  }, 60_000);

  it('lists two thousand passages', async () => {
    const store = await sampleStore();
    await store.savePage(samplePage());
    const page = (await store.list()).pages[0]?.page;
    await store.change(async (tx) => {
      for (let at = 0; at < 2_000; at += 1) {
        await tx.objectStore('passages').put({
          schema: 1,
          id: `passage-${at}`,
          page: page?.id,
          source: samplePage().address,
          savedAt: '2026-01-01T00:00:00.000Z',
          note: '',
          tags: [],
          status: 'to-read',
          edited: {},
          deletedAt: null,
          language: 'en',
          match: null,
          selector: { ...samplePassage().selector, start: at, end: at + 38 },
        });
      }
    });
    const { pages, unreadable } = await store.list();
    expect(unreadable).toEqual([]);
    expect(pages[0]?.passages).toHaveLength(2_000);
  });
});
