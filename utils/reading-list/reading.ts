import type { Database } from './database.ts';
import type { RecordKind } from './model.ts';

/** A record as it is stored; `raw` is undefined where there is none of that id. */
export interface RawRecord {
  readonly kind: RecordKind;
  readonly id: string;
  readonly raw: unknown;
}

/** Some of the records, and how far the reading has come. */
export interface Batch {
  readonly records: readonly RawRecord[];
  readonly done: number;
  readonly of: number;
}

/** Records of a batch: some 10 ms to read and parse. */
const BATCH = 250;

const NAMES = { page: 'pages', passage: 'passages' } as const;

/** The newest passages and pages by the time of saving, and the pages of those passages. */
export async function newestRecords(
  database: Database,
  count: number,
): Promise<readonly RawRecord[]> {
  const tx = database.transaction(['pages', 'passages']);
  const found: RawRecord[] = [];
  for (const kind of ['passage', 'page'] as const) {
    let cursor = await tx.objectStore(NAMES[kind]).index('bySaved').openCursor(null, 'prev');
    for (let left = count; cursor !== null && left > 0; left -= 1) {
      found.push({ kind, id: cursor.primaryKey, raw: cursor.value });
      cursor = await cursor.continue();
    }
  }
  return [...found, ...(await pagesOf(database, found))];
}

async function pagesOf(
  database: Database,
  records: readonly RawRecord[],
): Promise<readonly RawRecord[]> {
  const held = new Set(records.filter(({ kind }) => kind === 'page').map(({ id }) => id));
  const wanted = new Set(records.map(({ raw }) => pageIn(raw)));
  const ids = [...wanted].filter((id): id is string => id !== null && !held.has(id));
  return Promise.all(
    ids.map(async (id) => ({ kind: 'page' as const, id, raw: await database.get('pages', id) })),
  );
}

function pageIn(raw: unknown): string | null {
  const page = typeof raw === 'object' && raw !== null ? (raw as { page?: unknown }).page : null;
  return typeof page === 'string' ? page : null;
}

/** How many passages are kept, those that cannot be read among them; none is read for it. */
export async function passagesKept(database: Database): Promise<number> {
  const { store } = database.transaction('passages');
  const [all, deleted] = await Promise.all([store.count(), store.index('byDeleted').count()]);
  return all - deleted;
}

/** All records, pages first. Each batch is a transaction of its own, so writers need not wait. */
export async function* allRecords(database: Database): AsyncGenerator<Batch> {
  const of = (await database.count('pages')) + (await database.count('passages'));
  let done = 0;
  for (const kind of ['page', 'passage'] as const) {
    let after: string | undefined;
    for (;;) {
      const range = after === undefined ? undefined : IDBKeyRange.lowerBound(after, true);
      const store = database.transaction(NAMES[kind]).store;
      const [ids, raws] = await Promise.all([
        store.getAllKeys(range, BATCH),
        store.getAll(range, BATCH),
      ]);
      done += ids.length;
      if (ids.length > 0) {
        yield { records: ids.map((id, at) => ({ kind, id, raw: raws[at] })), done, of };
      }
      after = ids.at(-1);
      if (after === undefined || ids.length < BATCH) break;
    }
  }
}

/** Records of those ids in either kind, and the pages of passages among them. */
export async function recordsOf(
  database: Database,
  ids: readonly string[],
): Promise<readonly RawRecord[]> {
  const found = await Promise.all(
    ids.flatMap((id) =>
      (['page', 'passage'] as const).map(async (kind) => ({
        ...{ kind, id },
        raw: await database.get(NAMES[kind], id),
      })),
    ),
  );
  return [...(await pagesOf(database, found)), ...found];
}
