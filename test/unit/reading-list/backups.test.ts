import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import {
  backUpOnSchedule,
  backupsKept,
  backupsOf,
  keepBackups,
} from '../../../utils/reading-list/backups.ts';
import { mergeRecords } from '../../../utils/reading-list/exchange/merge.ts';
import { readFile } from '../../../utils/reading-list/exchange/read-file.ts';
import { openSampleStore, samplePage, samplePassage } from './samples.ts';

const open: { close(): void }[] = [];
async function sampleStore() {
  const store = await openSampleStore(`backed-up-${crypto.randomUUID()}`);
  open.push(store);
  return store;
}
afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

const day = (number: number): Date => new Date(Date.UTC(2026, 0, number));

describe('a backup on schedule', () => {
  it('is made once a day, and of an empty list not at all', async () => {
    const store = await sampleStore();
    await backUpOnSchedule(store.name, day(1));
    expect(await backupsOf(store.name)).toEqual([]);
    await store.savePage(samplePage());
    await backUpOnSchedule(store.name, day(1));
    expect(await backUpOnSchedule(store.name, new Date(day(1).getTime() + 60_000))).toBe(false);
    expect(await backUpOnSchedule(store.name, day(3))).toBe(true);
    expect((await backupsOf(store.name)).map(({ at }) => at)).toEqual([
      '2026-01-03T00:00:00.000Z',
      '2026-01-01T00:00:00.000Z',
    ]);
  });

  it('is kept in the number that the reader chose, the newest ones', async () => {
    const store = await sampleStore();
    await store.savePage(samplePage());
    expect(await backupsKept(store.name)).toBe(5);
    await keepBackups(store.name, 2);
    for (const number of [1, 3, 5, 7]) await backUpOnSchedule(store.name, day(number));
    expect((await backupsOf(store.name)).map(({ at }) => at.slice(8, 10))).toEqual(['07', '05']);
  });

  it('brings the list back as it was', async () => {
    const store = await sampleStore();
    const { id } = await store.savePassage(samplePassage());
    await store.update(id, { note: 'as it was' });
    await backUpOnSchedule(store.name, day(1));
    await store.update(id, { note: 'spoilt' });
    await store.savePage(samplePage({ address: 'https://other.example/' }));
    const [copy] = await backupsOf(store.name);
    const file = await readFile(copy?.file ?? new Blob(), { now: () => day(2), newId: () => 'x' });
    if (!file.ok) throw new Error(file.message);
    await store.change((tx) =>
      mergeRecords(tx, file, { mode: 'replace', at: day(2).toISOString() }),
    );
    const { pages } = await store.list();
    expect(pages.map(({ passages }) => passages.map(({ note }) => note))).toEqual([['as it was']]);
  });
});
