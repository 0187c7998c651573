import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb';
import type { Conflict } from './bucket-file.ts';
import { keyOf, type Version } from './version.ts';

/** What the last carrying came to. */
export interface FolderReport {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Records that came in or were changed, and files that were written. */
  readonly taken: number;
  readonly written: number;
  /** Other devices that have files there. */
  readonly devices: number;
  /** Files that were cut off or half carried: they are read once they are whole. */
  readonly notWhole: number;
  /** Files of a newer version of the extension. */
  readonly newer: number;
  /** Lines, and files, that could not be read and were left alone. */
  readonly refused: number;
}

/** The file of our own as it was written last: its sum, and how the folder shows it. */
export interface Written {
  readonly sum: string;
  readonly stamp: string;
}

interface FolderSchema extends DBSchema {
  versions: { key: string; value: Version };
  /** Ids that other devices have for records of ours, by `keyOf`. */
  aliases: { key: string; value: string };
  written: { key: string; value: Written };
  /** How a file of another device looked when it was taken in. */
  read: { key: string; value: string };
  conflicts: { key: string; value: Conflict };
  choices: { key: 'folder' | 'device' | 'report' | 'whole' | 'pending'; value: unknown };
}

/** What a look at the whole list found that a look at a part of it would have to search for. */
export interface Whole {
  /** When it was: ISO 8601, UTC. */
  readonly at: string;
  /** Pages that have passages, but no record of their own. */
  readonly orphans: readonly string[];
  /** Keys of the versions whose records were removed for good. */
  readonly gone: readonly string[];
}

/** What this device remembers of the chosen folder. Lies beside the list, in a database of its own. */
export interface FolderState {
  readonly device: string;
  readonly versions: Map<string, Version>;
  readonly aliases: Map<string, string>;
  readonly written: Map<string, Written>;
  readonly read: Map<string, string>;
  readonly conflicts: Map<string, Conflict>;
}

const TABLES = ['versions', 'aliases', 'written', 'read', 'conflicts'] as const;

async function withState<T>(
  list: string,
  task: (database: IDBPDatabase<FolderSchema>) => Promise<T>,
): Promise<T> {
  const database = await openDB<FolderSchema>(`${list}-folder`, 1, {
    upgrade(made) {
      for (const table of TABLES) made.createObjectStore(table);
      made.createObjectStore('choices');
    },
  });
  try {
    return await task(database);
  } finally {
    database.close();
  }
}

export type FolderChoices = IDBPObjectStore<FolderSchema, ['choices'], 'choices', 'readwrite'>;

/** Runs a task on the choices, in one change. */
export async function withChoices<T>(
  list: string,
  task: (choices: FolderChoices) => Promise<T>,
): Promise<T> {
  return withState(list, async (database) => {
    const tx = database.transaction(['choices'], 'readwrite');
    const result = await task(tx.objectStore('choices'));
    await tx.done;
    return result;
  });
}

/** The folder that the reader chose, or null. */
export async function chosenFolder(list: string): Promise<FileSystemDirectoryHandle | null> {
  return withState(list, async (database) => {
    const held = await database.get('choices', 'folder');
    return (held as FileSystemDirectoryHandle | undefined) ?? null;
  });
}

/** Remembers a folder in place of any other: what was known of that one is forgotten. */
export async function chooseFolder(list: string, folder: FileSystemDirectoryHandle): Promise<void> {
  await withState(list, async (database) => {
    const tx = database.transaction(['read', 'written', 'choices'], 'readwrite');
    await Promise.all([
      tx.objectStore('read').clear(),
      tx.objectStore('written').clear(),
      tx.objectStore('choices').delete('report'),
      tx.objectStore('choices').delete('whole'),
      tx.objectStore('choices').delete('pending'),
      tx.objectStore('choices').put(folder, 'folder'),
      tx.done,
    ]);
  });
}

/**
 * Forgets the folder and everything known of it; what lies in the folder stays there. Waits for a
 * carrying that is under way.
 */
export async function forgetFolder(list: string): Promise<void> {
  await navigator.locks.request(`${list}-folder`, () =>
    withState(list, async (database) => {
      const names = [...TABLES, 'choices' as const];
      const tx = database.transaction(names, 'readwrite');
      await Promise.all(names.map((name) => tx.objectStore(name).clear()));
      await tx.done;
    }),
  );
}

/**
 * Reads what is remembered; a device without a name is given one. With `isPart`, versions and aliases,
 * of which there may be as many as records, are left out: `readVersions` reads those that are wanted.
 */
export async function readState(
  list: string,
  newId: () => string,
  isPart = false,
): Promise<FolderState> {
  return withState(list, async (database) => {
    const device = (await database.get('choices', 'device')) ?? newId();
    const tx = database.transaction([...TABLES, 'choices'], 'readwrite');
    await tx.objectStore('choices').put(device, 'device');
    const tables = TABLES.map(async (name) => {
      if (isPart && (name === 'versions' || name === 'aliases')) return [name, new Map()] as const;
      const store = tx.objectStore(name);
      const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
      return [name, new Map(keys.map((key, at) => [key, values[at]]))] as const;
    });
    const state = Object.fromEntries(await Promise.all(tables));
    await tx.done;
    return { ...state, device } as unknown as FolderState;
  });
}

/** Versions by their keys; those that are not kept are left out. */
export async function readVersions(
  list: string,
  keys: readonly string[],
): Promise<Map<string, Version>> {
  return withState(list, async (database) => {
    const { store } = database.transaction('versions');
    const found = await Promise.all(keys.map((key) => store.get(key)));
    return new Map(
      keys.flatMap((key, at) => {
        const version = found[at];
        return version === undefined ? [] : [[key, version] as const];
      }),
    );
  });
}

/** What has become of the state; what is not named stays. */
export interface StateChange {
  readonly device?: string;
  readonly versions?: Iterable<Version>;
  readonly aliases?: Iterable<readonly [key: string, id: string]>;
  readonly written?: Iterable<readonly [bucket: string, written: Written]>;
  readonly read?: Iterable<readonly [file: string, stamp: string]>;
  readonly conflicts?: Iterable<Conflict>;
  readonly report?: FolderReport;
}

/** Stores changes, all or none of them. */
export async function writeState(list: string, change: StateChange): Promise<void> {
  await withState(list, async (database) => {
    const tx = database.transaction([...TABLES, 'choices'], 'readwrite', { durability: 'strict' });
    const { device, report } = change;
    const choices = tx.objectStore('choices');
    if (device !== undefined) await choices.put(device, 'device');
    if (report !== undefined) await choices.put(report, 'report');
    for (const version of change.versions ?? []) {
      await tx.objectStore('versions').put(version, keyOf(version.kind, version.id));
    }
    for (const [key, id] of change.aliases ?? []) await tx.objectStore('aliases').put(id, key);
    for (const [key, written] of change.written ?? []) {
      await tx.objectStore('written').put(written, key);
    }
    for (const [key, stamp] of change.read ?? []) await tx.objectStore('read').put(stamp, key);
    for (const one of change.conflicts ?? []) await tx.objectStore('conflicts').put(one, one.key);
    await tx.done;
  });
}

/** What the last carrying came to, or null where there was none. */
export async function lastReport(list: string): Promise<FolderReport | null> {
  return withState(
    list,
    async (database) => ((await database.get('choices', 'report')) as FolderReport) ?? null,
  );
}

/** The versions that gave way and that the reader has not looked at yet. */
export async function openConflicts(list: string): Promise<readonly Conflict[]> {
  return withState(list, async (database) =>
    (await database.getAll('conflicts')).filter(({ isSettled }) => !isSettled),
  );
}

/** Marks conflicts as looked at, or takes that back. */
export async function settleConflicts(
  list: string,
  keys: readonly string[],
  isSettled = true,
): Promise<void> {
  await withState(list, async (database) => {
    const tx = database.transaction('conflicts', 'readwrite', { durability: 'strict' });
    for (const key of keys) {
      const held = await tx.store.get(key);
      if (held) await tx.store.put({ ...held, isSettled }, key);
    }
    await tx.done;
  });
}
