import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { StoreError, storeErrorOf } from './store-error.ts';

/** Records as they lie in the database. They are `unknown` until parsed. */
export interface ReadingListSchema extends DBSchema {
  pages: { key: string; value: unknown; indexes: { byForm: string; bySaved: string } };
  passages: {
    key: string;
    value: unknown;
    indexes: { byPage: string; bySaved: string; byDeleted: string };
  };
}

type Upgrade = IDBPTransaction<ReadingListSchema, ('pages' | 'passages')[], 'versionchange'>;

export type Database = IDBPDatabase<ReadingListSchema>;
export type Change = IDBPTransaction<ReadingListSchema, ('pages' | 'passages')[], 'readwrite'>;
/** A transaction over the whole list in which nothing can be changed. */
export type Reading = IDBPTransaction<ReadingListSchema, ('pages' | 'passages')[], 'readonly'>;

/** One step a version: step 0 makes version 1. A step never removes a record that it cannot read. */
const STEPS: readonly ((database: Database, upgrade: Upgrade) => void)[] = [
  // 1: the list.
  (database) => {
    const pages = database.createObjectStore('pages', { keyPath: 'id' });
    pages.createIndex('byForm', 'forms', { multiEntry: true });
    const passages = database.createObjectStore('passages', { keyPath: 'id' });
    passages.createIndex('byPage', 'page');
  },
  // 2: the newest records without reading all of them.
  (_, upgrade) => {
    upgrade.objectStore('pages').createIndex('bySaved', 'savedAt');
    upgrade.objectStore('passages').createIndex('bySaved', 'savedAt');
  },
  // 3: how many passages there are, and which are to go for good, without reading all of them. What
  // is not deleted has null there, which no index holds.
  (_, upgrade) => {
    upgrade.objectStore('passages').createIndex('byDeleted', 'deletedAt');
  },
];

/** The version of the database that this program writes. */
export const DATABASE_VERSION = STEPS.length;

/** The version in which a database lies on the disk; null where there is none. */
export async function storedVersion(name: string): Promise<number | null> {
  const all = await indexedDB.databases();
  return all.find((each) => each.name === name)?.version ?? null;
}

/** How long another window may keep an older database open, in milliseconds. */
const PATIENCE = 5_000;

/**
 * Opens the database, bringing an older one up to date step by step. Gives way to a newer version of
 * the program: the connection is closed then, and `onLost` is called, as it is when the browser
 * closes the connection.
 *
 * @throws StoreError `blocked` where another window keeps an older version open, `newer` where the
 *   list was written by a newer version, and what `storeErrorOf` knows.
 */
export async function openDatabase(name: string, onLost: () => void): Promise<Database> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let database: Database | undefined;
  let hasGivenUp = false;
  try {
    return await new Promise<Database>((resolve, reject) => {
      openDB<ReadingListSchema>(name, DATABASE_VERSION, {
        upgrade(opened, from, _, upgrade) {
          for (const step of STEPS.slice(from)) step(opened, upgrade as unknown as Upgrade);
        },
        blocked() {
          timer = setTimeout(() => {
            hasGivenUp = true;
            reject(new StoreError('blocked'));
          }, PATIENCE);
        },
        blocking() {
          database?.close();
          onLost();
        },
        terminated: onLost,
      }).then((opened) => {
        if (hasGivenUp) return opened.close();
        database = opened;
        return resolve(opened);
      }, reject);
    });
  } catch (error) {
    throw storeErrorOf(error);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Runs `work` in one transaction over the whole list and resolves with its result once the change
 * is on disk. Where `work` or a write fails, nothing is changed. `work` must await nothing but the
 * transaction's own requests.
 *
 * @throws StoreError
 */
export async function change<T>(
  database: Database,
  work: (transaction: Change) => Promise<T>,
): Promise<T> {
  try {
    const transaction = database.transaction(['pages', 'passages'], 'readwrite', {
      durability: 'strict',
    });
    const done = transaction.done;
    done.catch(() => undefined);
    try {
      const result = await work(transaction);
      await done;
      return result;
    } catch (error) {
      if (transaction.error === null) abort(transaction);
      await done.catch(() => undefined);
      throw transaction.error?.name === 'QuotaExceededError' ? transaction.error : error;
    }
  } catch (error) {
    throw storeErrorOf(error);
  }
}

function abort(transaction: Change): void {
  try {
    transaction.abort();
  } catch {
    // It had already ended.
  }
}
