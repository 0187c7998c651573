import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import { backupsOf } from '../../../utils/reading-list/backups.ts';
import { DATABASE_VERSION } from '../../../utils/reading-list/database.ts';
import { readFile } from '../../../utils/reading-list/exchange/read-file.ts';
import { openStore, type ReadingListStore } from '../../../utils/reading-list/store.ts';
import { STORED } from './stored.ts';

const open: ReadingListStore[] = [];
afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

let made = 0;
/** Lays a list on the disk as a version of the program left it. */
async function lay(version: number): Promise<string> {
  made += 1;
  const name = `stored-${version}-${made}`;
  const stored = STORED.find((each) => each.version === version);
  if (!stored) throw new Error(`There is no stored example of version ${version}.`);
  const database = await openDB(name, version, { upgrade: stored.make });
  for (const page of stored.pages) await database.put('pages', page);
  for (const passage of stored.passages) await database.put('passages', passage);
  database.close();
  return name;
}

async function opened(name: string) {
  const store = await openStore({ name });
  open.push(store);
  return store;
}

describe('a list that was stored by an earlier version', () => {
  it('has an example of every version that there was', () => {
    expect(STORED.map(({ version }) => version)).toEqual(
      Array.from({ length: DATABASE_VERSION }, (_, at) => at + 1),
    );
  });

  it.each(STORED.map(({ version }) => version))(
    'of version %i is opened with every record to the letter',
    async (version) => {
      const store = await opened(await lay(version));
      const { pages, unreadable } = await store.list();
      const stored = STORED[version - 1];
      const alive = stored?.passages.filter(({ deletedAt }) => deletedAt === null);
      expect(pages.map(({ page }) => page)).toEqual(
        stored?.pages.filter(({ id }) => id === 'page-1'),
      );
      expect(pages.flatMap(({ passages }) => passages)).toEqual(
        alive?.filter(({ id }) => id !== 'broken'),
      );
      expect(unreadable).toMatchObject([{ raw: { id: 'broken', later: { kept: 'as it is' } } }]);
      expect((await store.newest(10)).map(({ id }) => id)).toContain('passage-1');
      // One of three is deleted; the one that cannot be read is kept.
      expect(await store.count()).toBe(2);
      expect(await store.purge('2999-01-01T00:00:00.000Z')).toBe(1);
      expect(await store.count()).toBe(2);
    },
  );

  it('is copied before it is brought up to date, deleted records left out', async () => {
    const name = await lay(1);
    await opened(name);
    const [copy, ...others] = await backupsOf(name);
    expect(others).toEqual([]);
    expect(copy).toMatchObject({ reason: 'migration', records: 3 });
    const file = await readFile(copy?.file ?? new Blob(), {
      now: () => new Date(),
      newId: () => 'new',
    });
    expect(file).toMatchObject({
      ok: true,
      pages: [{ id: 'page-1' }],
      passages: [{ id: 'passage-1', note: 'kept' }],
      refused: [{ message: expect.stringContaining('broken') }],
    });
  });

  it('is not copied where it is up to date', async () => {
    const name = await lay(DATABASE_VERSION);
    await opened(name);
    expect(await backupsOf(name)).toEqual([]);
  });

  it('stays as it was where the newer one cannot be opened', async () => {
    const name = await lay(1);
    const later = await openDB(name, 1_000);
    later.close();
    await expect(openStore({ name })).rejects.toMatchObject({ failure: 'newer' });
    const again = await openDB(name);
    expect(again.version).toBe(1_000);
    expect(await again.count('passages')).toBe(3);
    again.close();
  });
});
