import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, it } from 'vitest';
import { eraseAll } from '../../../utils/reading-list/erase.ts';
import { openSampleStore, samplePage, samplePassage } from './samples.ts';

it('removes every record: deleted ones and unreadable ones too', async () => {
  const name = 'erase-test';
  const store = await openSampleStore(name);
  const { id } = await store.savePassage(samplePassage());
  await store.savePage(samplePage());
  await store.remove([id]);
  const database = await openDB(name);
  await database.put('passages', { id: 'broken', schema: 99 });
  await store.change(eraseAll);
  expect(await store.list()).toEqual({ pages: [], unreadable: [] });
  expect(await database.count('pages')).toBe(0);
  expect(await database.count('passages')).toBe(0);
  database.close();
  store.close();
});
