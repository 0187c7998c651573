import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import { watchReadingList } from '../../../utils/reading-list/changes.ts';
import type { ReadingListStore } from '../../../utils/reading-list/store.ts';
import { StoreError } from '../../../utils/reading-list/store-error.ts';
import { openSampleStore, samplePage, samplePassage } from './samples.ts';

const open: ReadingListStore[] = [];
async function sampleStore(name?: string) {
  const store = await openSampleStore(name);
  open.push(store);
  return store;
}
afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

async function writeRaw(name: string, store: 'pages' | 'passages', raw: unknown) {
  const database = await openDB(name);
  await database.put(store, raw);
  database.close();
}

describe('saving', () => {
  it('keeps a passage under its page', async () => {
    const store = await sampleStore();
    const { id, alreadySaved } = await store.savePassage(samplePassage());
    expect(alreadySaved).toBe(false);
    const { pages, unreadable } = await store.list();
    expect(unreadable).toEqual([]);
    expect(pages).toHaveLength(1);
    expect(pages[0]?.page).toMatchObject({ title: 'Talks in two capitals', isEntry: false });
    expect(pages[0]?.passages).toMatchObject([
      { id, status: 'to-read', note: '', selector: samplePassage().selector },
    ]);
  });

  it('joins the same words at the same place and keeps the note', async () => {
    const store = await sampleStore();
    const first = await store.savePassage(samplePassage());
    await store.update(first.id, { note: 'compare with 2023' });
    const second = await store.savePassage(samplePassage());
    expect(second).toEqual({ id: first.id, alreadySaved: true });
    const { pages } = await store.list();
    expect(pages[0]?.passages).toMatchObject([{ note: 'compare with 2023' }]);
  });

  it('joins the same words in the same surroundings where the page has grown above them', async () => {
    const store = await sampleStore();
    const { selector } = samplePassage();
    const first = await store.savePassage(samplePassage());
    const moved = samplePassage({ selector: { ...selector, start: 999, end: 1037 } });
    expect(await store.savePassage(moved)).toEqual({ id: first.id, alreadySaved: true });
  });

  it('keeps the same words at another place apart', async () => {
    const store = await sampleStore();
    await store.savePassage(samplePassage());
    const elsewhere = { ...samplePassage().selector, prefix: 'elsewhere ', start: 900, end: 938 };
    const second = await store.savePassage(samplePassage({ selector: elsewhere }));
    expect(second.alreadySaved).toBe(false);
    expect((await store.list()).pages[0]?.passages).toHaveLength(2);
  });

  it('knows a page again under tracking parameters and under the address it names itself', async () => {
    const store = await sampleStore();
    const named = samplePage({ canonicalAddress: 'https://news.example/talks' });
    await store.savePassage(samplePassage({ page: named }));
    const tracked = samplePage({ address: `${samplePage().address}&utm_source=mail#top` });
    await store.savePassage(samplePassage({ page: tracked }));
    await store.savePassage(
      samplePassage({ page: samplePage({ address: 'https://news.example/talks' }) }),
    );
    const { pages } = await store.list();
    expect(pages).toHaveLength(1);
    expect(pages[0]?.passages).toHaveLength(1);
    expect(await store.passagesOn('https://www.news.example/talks')).toEqual([]);
    expect(await store.passagesOn('https://news.example/talks?fbclid=1')).toHaveLength(1);
  });

  it('keeps a page without passages, and says when it is there already', async () => {
    const store = await sampleStore();
    expect((await store.savePage(samplePage())).alreadySaved).toBe(false);
    expect((await store.savePage(samplePage())).alreadySaved).toBe(true);
    expect((await store.list()).pages).toMatchObject([{ page: { isEntry: true }, passages: [] }]);
  });

  it('lists pages by their latest saving, newest first', async () => {
    const store = await sampleStore();
    await store.savePage(samplePage({ address: 'https://a.example/1', title: 'old' }));
    await store.savePage(samplePage({ address: 'https://a.example/2', title: 'new' }));
    const later = samplePage({ address: 'https://a.example/1', title: 'old' });
    await store.savePassage(samplePassage({ page: later }));
    expect((await store.list()).pages.map(({ page }) => page.title)).toEqual(['old', 'new']);
  });
});

describe('editing', () => {
  it('changes only the fields that are named, and remembers when', async () => {
    const store = await sampleStore();
    const { id } = await store.savePassage(samplePassage());
    await store.update(id, { tags: [' thesis ', 'thesis', '', 'a  b'] });
    await store.update(id, { status: 'done' });
    expect(await store.passage(id)).toMatchObject({
      tags: ['thesis', 'a b'],
      status: 'done',
      note: '',
      edited: { tags: expect.any(String), status: expect.any(String) },
    });
  });

  it('refuses a note that is too long and leaves the record as it was', async () => {
    const store = await sampleStore();
    const { id } = await store.savePassage(samplePassage());
    const long = store.update(id, { note: 'x'.repeat(100_001) });
    await expect(long).rejects.toMatchObject({ failure: 'invalid' });
    expect((await store.passage(id))?.note).toBe('');
  });

  it('says that an entry is missing', async () => {
    const store = await sampleStore();
    await expect(store.update('nobody', { note: 'x' })).rejects.toMatchObject({
      failure: 'missing',
      remedy: expect.stringContaining('another window'),
    });
  });

  it('lets two windows change different fields of one record', async () => {
    const first = await sampleStore('shared');
    const second = await sampleStore('shared');
    const { id } = await first.savePassage(samplePassage());
    await Promise.all([first.update(id, { note: 'one' }), second.update(id, { status: 'done' })]);
    expect(await first.passage(id)).toMatchObject({ note: 'one', status: 'done' });
  });

  it('tells other windows of every change', async () => {
    const store = await sampleStore();
    const controller = new AbortController();
    const heard = new Promise<readonly string[] | null>((resolve) =>
      watchReadingList(resolve, controller.signal),
    );
    const { id } = await store.savePage(samplePage());
    expect(await heard).toEqual([id]);
    controller.abort();
  });
});

describe('deleting', () => {
  it('hides a passage and brings it back with its note', async () => {
    const store = await sampleStore();
    const { id } = await store.savePassage(samplePassage());
    await store.update(id, { note: 'kept' });
    const removed = await store.remove([id]);
    expect((await store.list()).pages).toEqual([]);
    expect(await store.passagesOn(samplePage().address)).toEqual([]);
    await store.restore(removed);
    expect((await store.list()).pages[0]?.passages).toMatchObject([{ id, note: 'kept' }]);
  });

  it('takes a page with all its passages, and brings all of them back', async () => {
    const store = await sampleStore();
    const { id: passage } = await store.savePassage(samplePassage());
    const { id: page } = await store.savePage(samplePage());
    const removed = await store.remove([page]);
    expect([...removed].sort()).toEqual([page, passage].sort());
    expect((await store.list()).pages).toEqual([]);
    await store.restore(removed);
    expect((await store.list()).pages[0]?.passages).toHaveLength(1);
  });

  it('revives what is saved again', async () => {
    const store = await sampleStore();
    const { id } = await store.savePassage(samplePassage());
    await store.remove([id]);
    expect(await store.savePassage(samplePassage())).toEqual({ id, alreadySaved: false });
    expect((await store.list()).pages[0]?.passages).toHaveLength(1);
  });

  it('purges what was deleted before a time, and pages that were there for it', async () => {
    const store = await sampleStore();
    const { id } = await store.savePassage(samplePassage());
    await store.savePage(samplePage({ address: 'https://kept.example/' }));
    await store.remove([id]);
    expect(await store.purge('2025-12-31T00:00:00.000Z')).toBe(0);
    expect(await store.purge('2026-12-31T00:00:00.000Z')).toBe(2);
    await store.restore([id]);
    expect((await store.list()).pages).toMatchObject([
      { page: { address: 'https://kept.example/' } },
    ]);
  });
});

describe('records that cannot be read', () => {
  it('are named, kept through a purge, and harm no other', async () => {
    const store = await sampleStore();
    await store.savePassage(samplePassage());
    const broken = { id: 'broken', page: 'nowhere', selector: 'gone', schema: 1 };
    await writeRaw(store.name, 'passages', broken);
    await store.purge('2030-01-01T00:00:00.000Z');
    const { pages, unreadable } = await store.list();
    expect(pages).toHaveLength(1);
    expect(unreadable).toMatchObject([{ kind: 'passage', raw: broken }]);
    expect(unreadable[0]?.message).toMatch(/broken.*could not be read: \w+/);
  });

  it('name a newer version as the reason', async () => {
    const store = await sampleStore();
    await writeRaw(store.name, 'pages', { id: 'future', schema: 99 });
    expect((await store.list()).unreadable[0]?.message).toContain('newer version');
  });

  it('do not take the passages of a broken page with them', async () => {
    const store = await sampleStore();
    await store.savePassage(samplePassage());
    const pageId = (await store.list()).pages[0]?.page.id;
    await writeRaw(store.name, 'pages', { id: pageId, forms: 'broken' });
    const { pages, unreadable } = await store.list();
    expect(unreadable).toHaveLength(1);
    expect(pages).toMatchObject([
      { page: { address: samplePage().address }, passages: [{ source: samplePage().address }] },
    ]);
  });

  it('are never edited', async () => {
    const store = await sampleStore();
    await writeRaw(store.name, 'passages', { id: 'broken', schema: 1 });
    await expect(store.update('broken', { note: 'x' })).rejects.toBeInstanceOf(StoreError);
    expect((await store.list()).unreadable).toMatchObject([{ raw: { id: 'broken', schema: 1 } }]);
  });
});

describe('the database', () => {
  it('is refused with a remedy where a newer version wrote it', async () => {
    const newer = await openDB('newer-list', 99);
    newer.close();
    await expect(openSampleStore('newer-list')).rejects.toMatchObject({
      failure: 'newer',
      remedy: expect.stringContaining('Update the extension'),
    });
  });

  it('is opened anew after it had to give way', async () => {
    const store = await sampleStore('gives-way');
    await store.savePage(samplePage());
    const newer = await openDB('gives-way', 50, { blocked: () => undefined });
    newer.close();
    await expect(store.list()).rejects.toMatchObject({ failure: 'newer' });
  });

  it('writes nothing where one part of a change fails', async () => {
    const store = await sampleStore();
    const { id } = await store.savePassage(samplePassage());
    await expect(store.remove([id, 'nobody'])).rejects.toMatchObject({ failure: 'missing' });
    expect((await store.list()).pages[0]?.passages).toHaveLength(1);
  });

  it('names a full disk', async () => {
    const store = await sampleStore();
    const full = store.change(async () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(full).rejects.toMatchObject({ failure: 'quota' });
  });
});
