import type { PageDescription, PassageToSave } from '../messages.ts';
import { canonicalForm } from './address.ts';
import { backUpBefore } from './backups.ts';
import { openChanges } from './changes.ts';
import { type Change, change, type Database, openDatabase, type Reading } from './database.ts';
import { editAll, type Image, takeBack } from './images.ts';
import { type Listing, listingOf } from './listing.ts';
import type { Annotations, PageRecord, PassageRecord } from './model.ts';
import * as operations from './operations.ts';
import { parsePage, parsePassage } from './parse.ts';
import {
  allRecords,
  type Batch,
  newestRecords,
  passagesKept,
  type RawRecord,
  recordsOf,
} from './reading.ts';
import { storeErrorOf } from './store-error.ts';

/**
 * The reading list. Every promise of a change resolves once it is on disk, and rejects with a
 * `StoreError` where nothing was changed. Changes are announced to `watchReadingList`.
 */
export interface ReadingListStore {
  savePassage(toSave: PassageToSave): Promise<operations.Saved>;
  savePage(page: PageDescription): Promise<operations.Saved>;
  /** Changes note, tags or status of a page or passage; what is not named stays. */
  update(id: string, changed: Partial<Annotations>): Promise<void>;
  /** Deletes pages (with their passages) and passages; resolves with all ids, for `restore`. */
  remove(ids: readonly string[]): Promise<readonly string[]>;
  restore(ids: readonly string[]): Promise<void>;
  /** Removes for good what was deleted before that time (ISO); resolves with the number of records. */
  purge(before: string): Promise<number>;
  /** Everything that is not deleted, and what could not be read. */
  list(): Promise<Listing>;
  /** The passages saved from a page, under any of its known addresses. */
  passagesOn(address: string): Promise<readonly PassageRecord[]>;
  /** The page kept under that address, whether or not it was saved for itself; or null. */
  pageAt(address: string): Promise<PageRecord | null>;
  /** A saved passage, deleted or not; or null. */
  passage(id: string): Promise<PassageRecord | null>;
  /** Changes many records at once; resolves with what they were and became, for `takeBack`. */
  edit(ids: readonly string[], changed: operations.Edit): Promise<readonly Image[]>;
  /** Undoes an edit or import; resolves with the number of records left, edited again since. */
  takeBack(images: readonly Image[]): Promise<number>;
  /** Runs `task` as one change; `changed` names the records, where they are not to be read all anew. */
  change<T>(
    task: (transaction: Change) => Promise<T>,
    changed?: (result: T) => readonly string[],
  ): Promise<T>;
  /** How many passages are kept, those that cannot be read among them; nothing is read for it. */
  count(): Promise<number>;
  /** The newest records, at most `count` of each kind, as they are stored, with their pages. */
  newest(count: number): Promise<readonly RawRecord[]>;
  /** All records as they are stored, batch by batch. */
  batches(): AsyncGenerator<Batch>;
  /** Those records, and the pages of passages among them, as they are stored. */
  records(ids: readonly string[]): Promise<readonly RawRecord[]>;
  /** Runs `task` over the list as it stands at one moment; for previews. */
  look<T>(task: (transaction: Reading) => Promise<T>): Promise<T>;
  close(): void;
}

/** Name of the database in which the list lies. */
export const LIST_NAME = 'parallax-reading-list';

interface StoreOptions extends Partial<operations.Sources> {
  readonly name?: string;
}

/**
 * Opens the reading list; for the background and extension pages only. A connection that the browser
 * or another window closed is opened anew with the next call.
 *
 * @throws StoreError
 */
export async function openStore({
  name = LIST_NAME,
  now = () => new Date(),
  newId = () => crypto.randomUUID(),
}: StoreOptions = {}): Promise<ReadingListStore> {
  const sources: operations.Sources = { now, newId };
  const changes = openChanges();
  let opening: Promise<Database> | null = null;
  const connect = (): Promise<Database> => {
    const lost = (): void => {
      opening = null;
    };
    opening ??= backUpBefore(name)
      .then(() => openDatabase(name, lost))
      .catch((error: unknown) => {
        lost();
        throw storeErrorOf(error);
      });
    return opening;
  };

  async function run<T>(
    task: (transaction: Change) => Promise<T>,
    ids: readonly string[] | ((result: T) => readonly string[]) | null = null,
  ): Promise<T> {
    const result = await change(await connect(), task);
    const named = typeof ids === 'function' ? ids(result) : ids;
    if (named === null || named.length > 0) changes.announce(named);
    return result;
  }

  async function read<T>(task: (database: Database) => Promise<T>): Promise<T> {
    try {
      return await task(await connect());
    } catch (error) {
      throw storeErrorOf(error);
    }
  }

  async function pageAt(database: Database, address: string): Promise<PageRecord | null> {
    const raws = await database.getAllFromIndex('pages', 'byForm', canonicalForm(address));
    const parsed = raws.map(parsePage).find(({ ok }) => ok);
    return parsed?.ok ? parsed.record : null;
  }

  await connect();
  return {
    savePassage: (toSave) =>
      run(
        (tx) => operations.savePassage(tx, toSave, sources),
        ({ id }) => [id],
      ),
    savePage: (page) =>
      run(
        (tx) => operations.savePage(tx, page, sources),
        ({ id }) => [id],
      ),
    update: (id, changed) => run((tx) => operations.update(tx, id, changed, sources), [id]),
    edit: (ids, changed) => run((tx) => editAll(tx, ids, changed, sources), ids),
    takeBack: (images) =>
      run(
        (tx) => takeBack(tx, images),
        images.map(({ id }) => id),
      ),
    remove: (ids) =>
      run(
        (tx) => operations.remove(tx, ids, sources),
        (removed) => removed,
      ),
    restore: (ids) => run((tx) => operations.restore(tx, ids), ids),
    count: () => read(passagesKept),
    newest: (count) => read((database) => newestRecords(database, count)),
    async *batches() {
      const database = await connect();
      try {
        yield* allRecords(database);
      } catch (error) {
        throw storeErrorOf(error);
      }
    },
    records: (ids) => read((database) => recordsOf(database, ids)),
    purge: async (before) => {
      const gone = await run(
        (tx) => operations.purge(tx, before),
        (ids) => ids,
      );
      return gone.length;
    },
    change: (task, changed) => run(task, changed ?? null),
    look: (task) =>
      read((database) => task(database.transaction(['pages', 'passages'], 'readonly'))),
    list: () =>
      read(async (database) => {
        const tx = database.transaction(['pages', 'passages']);
        return listingOf(
          ...(await Promise.all([
            tx.objectStore('pages').getAll(),
            tx.objectStore('passages').getAll(),
          ])),
        );
      }),
    passagesOn: (address) =>
      read(async (database) => {
        const page = await pageAt(database, address);
        if (page === null) return [];
        const raws = await database.getAllFromIndex('passages', 'byPage', page.id);
        return raws.flatMap((raw) => {
          const parsed = parsePassage(raw);
          return parsed.ok && parsed.record.deletedAt === null ? [parsed.record] : [];
        });
      }),
    pageAt: (address) => read((database) => pageAt(database, address)),
    passage: (id) =>
      read(async (database) => {
        const parsed = parsePassage(await database.get('passages', id));
        return parsed.ok ? parsed.record : null;
      }),
    close() {
      changes.close();
      void opening?.then((database) => database.close()).catch(() => undefined);
      opening = null;
    },
  };
}
