import { afterEach, describe, expect, test } from 'vitest';
import { mergeRecords } from '../../../utils/reading-list/exchange/merge.ts';
import { generatedList, numbersOf } from '../../unit/reading-list/generated.ts';
import {
  emptyFolder,
  filesUnder,
  type Machine,
  machine,
  passage,
  sync,
  tidyUp,
} from './machines.ts';

afterEach(tidyUp);

/** What every file holds, by path. */
async function textsIn(folder: FileSystemDirectoryHandle): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const [path, handle] of await filesUnder(folder)) {
    texts[path] = await (await handle.getFile()).text();
  }
  return texts;
}

async function fill(one: Machine, pages: number): Promise<readonly string[]> {
  const listed = generatedList(pages, 4);
  const incoming = {
    ok: true,
    format: 'parallax',
    refused: [],
    without: [],
    pages: listed.map(({ page }) => page),
    // One passage whose page has no record of its own.
    passages: listed
      .flatMap(({ passages }) => passages)
      .map((each, at) => (at === 3 ? { ...each, page: 'nowhere' } : each)),
  } as const;
  const at = '2026-03-01T09:00:00.000Z';
  await one.store.change((tx) => mergeRecords(tx, incoming, { mode: 'merge', at }));
  return [...incoming.pages, ...incoming.passages].map(({ id }) => id);
}

/** Counts records that are read while a task runs. */
async function readWhile(task: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const { prototype } = IDBObjectStore;
  const { getAll } = prototype;
  prototype.getAll = function (this: IDBObjectStore, ...given: Parameters<typeof getAll>) {
    const request = getAll.apply(this, given);
    const isList = this.name === 'pages' || this.name === 'passages' || this.name === 'versions';
    request.addEventListener('success', () => {
      if (isList) count += (request.result as unknown[]).length;
    });
    return request;
  };
  try {
    await task();
  } finally {
    prototype.getAll = getAll;
  }
  return count;
}

describe('a folder that was in step', () => {
  test('follows an edit by one file, without reading the whole list', async () => {
    const one = await machine(await emptyFolder());
    await fill(one, 800);
    expect((await one.carry()).written).toBe(64);
    await one.store.update('passage-7-0', { note: 'edited here' });
    await one.tell(['passage-7-0']);
    let written = 0;
    const read = await readWhile(async () => {
      ({ written } = await one.carry(false));
    });
    expect({ written, read }).toEqual({ written: 1, read: 0 });
    expect(JSON.stringify(await textsIn(one.folder))).toContain('edited here');
  });

  test('is left alone where nothing was told of', async () => {
    const one = await machine(await emptyFolder());
    await fill(one, 50);
    const first = await one.carry();
    const before = await textsIn(one.folder);
    expect(await one.carry(false)).toEqual(first);
    expect(await textsIn(one.folder)).toEqual(before);
  });

  test.each([1, 2, 3, 4])(
    'holds after parts what it would hold after the whole (%i)',
    async (seed) => {
      const next = numbersOf(seed);
      const one = await machine(await emptyFolder());
      const ids = [...(await fill(one, 60))];
      await one.carry();
      const pick = (): string => ids[Math.floor(next() * ids.length)] ?? '';
      const removed: string[] = [];
      for (let round = 0; round < 12; round += 1) {
        const told: string[] = [];
        for (let deed = 0; deed < 3; deed += 1) {
          const id = pick();
          const kind = next();
          if (kind < 0.4)
            told.push(
              ...(await one.store.edit([id], () => ({ note: `${round}` }))).map((each) => each.id),
            );
          else if (kind < 0.6) told.push(...(await one.store.remove([id])));
          else if (kind < 0.8) {
            const saved = await one.store.savePassage(passage(Math.floor(next() * 1_000), round));
            ids.push(saved.id);
            told.push(saved.id);
          } else if (removed.length > 0) {
            await one.store.restore(removed);
            told.push(...removed);
          }
          removed.push(...told);
        }
        await one.tell(told);
        await one.carry(false);
      }
      const after = await textsIn(one.folder);
      expect((await one.carry(true)).written).toBe(0);
      expect(await textsIn(one.folder)).toEqual(after);
    },
  );

  test('is looked through as a whole where records are gone for good', async () => {
    const one = await machine(await emptyFolder());
    await fill(one, 30);
    await one.carry();
    const removed = await one.store.remove(['passage-3-0']);
    await one.tell(removed);
    await one.carry(false);
    await one.store.purge('2030-01-01T00:00:00.000Z');
    await one.tell(removed);
    await one.carry(false);
    expect((await one.carry(true)).written).toBe(0);
    expect(JSON.stringify(await textsIn(one.folder))).toContain('\\"type\\":\\"gone\\"');
  });

  test('takes in what another device wrote, also where only a part was told of', async () => {
    const [one, two] = [await machine(await emptyFolder()), await machine(await emptyFolder())];
    await fill(one, 20);
    await one.carry();
    await sync(one.folder, two.folder);
    await two.carry();
    await two.store.update('passage-7-0', { note: 'edited there' });
    await two.tell(['passage-7-0']);
    await two.carry(false);
    await sync(two.folder, one.folder);
    await one.store.update('passage-8-0', { note: 'edited here' });
    await one.tell(['passage-8-0']);
    expect((await one.carry(false)).taken).toBeGreaterThan(0);
    const notes = new Map((await one.passages()).map(({ id, note }) => [id, note]));
    expect([notes.get('passage-7-0'), notes.get('passage-8-0')]).toEqual([
      'edited there',
      'edited here',
    ]);
  });

  test('is looked through as a whole after anything may have changed, and after a day', async () => {
    const one = await machine(await emptyFolder());
    await fill(one, 20);
    await one.carry();
    await one.store.update('passage-7-0', { note: 'nobody told of this' });
    expect((await one.carry(false)).written).toBeGreaterThan(1);
    expect(JSON.stringify(await textsIn(one.folder))).not.toContain('nobody told of this');
    await one.tell(null);
    expect((await one.carry(false)).written).toBe(1);
    expect(JSON.stringify(await textsIn(one.folder))).toContain('nobody told of this');
    await one.store.update('passage-8-0', { note: 'nor of this' });
    one.wind(25 * 60);
    expect((await one.carry(false)).written).toBe(1);
    expect(JSON.stringify(await textsIn(one.folder))).toContain('nor of this');
  });

  test('is written whole again where a file of ours was taken away', async () => {
    const one = await machine(await emptyFolder());
    await fill(one, 20);
    await one.carry();
    const before = await textsIn(one.folder);
    const [path = ''] = Object.keys(before);
    const [device = '', name = ''] = path.split('/');
    const ours = await one.folder.getDirectoryHandle('parallax-reading-list');
    await (await ours.getDirectoryHandle(device)).removeEntry(name);
    expect((await one.carry(false)).written).toBe(1);
    expect(await textsIn(one.folder)).toEqual(before);
  });

  test('loses nothing that is told of while it is being followed', async () => {
    const one = await machine(await emptyFolder());
    await fill(one, 300);
    await one.carry();
    await one.store.update('passage-7-0', { note: 'before' });
    await one.tell(['passage-7-0']);
    const carrying = one.carry(false);
    await one.store.update('passage-7-0', { note: 'meanwhile' });
    await one.tell(['passage-7-0']);
    await carrying;
    await one.carry(false);
    expect(JSON.stringify(await textsIn(one.folder))).toContain('meanwhile');
  });
});
