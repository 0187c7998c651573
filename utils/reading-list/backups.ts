import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { DATABASE_VERSION, type Database, storedVersion } from './database.ts';
import { allRecords } from './reading.ts';

/** A copy of the whole list at one time. */
export interface Backup {
  readonly id: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly reason: 'migration' | 'schedule';
  readonly records: number;
  /** The list as `readFile` takes it. */
  readonly file: Blob;
}

interface BackupSchema extends DBSchema {
  backups: { key: number; value: Omit<Backup, 'id'> };
  choices: { key: 'keep'; value: number };
}

/** How many copies are kept where the reader chose nothing, and the most that can be chosen. */
const KEEP = 5;
const MOST_BACKUPS = 50;
/** A copy is made where the newest one is older, in milliseconds. */
const EVERY = 24 * 60 * 60 * 1000;

/** The copies lie in a database of their own, so that what harms the list leaves them whole. */
async function openBackups(list: string): Promise<IDBPDatabase<BackupSchema>> {
  return openDB<BackupSchema>(`${list}-backups`, 1, {
    upgrade(database) {
      database.createObjectStore('backups', { keyPath: 'id', autoIncrement: true });
      database.createObjectStore('choices');
    },
  });
}

async function withBackups<T>(
  list: string,
  task: (database: IDBPDatabase<BackupSchema>) => Promise<T>,
): Promise<T> {
  const database = await openBackups(list);
  try {
    return await task(database);
  } finally {
    database.close();
  }
}

/** Whether a stored record is marked as deleted: a copy must not bring it back. */
const isDeleted = (raw: unknown): boolean =>
  typeof raw === 'object' &&
  raw !== null &&
  typeof (raw as { deletedAt?: unknown }).deletedAt === 'string';

/** The whole list as a file, records as they are stored, put together batch by batch. */
async function fileOf(database: Database, at: string): Promise<{ file: Blob; records: number }> {
  const parts = { page: [] as string[], passage: [] as string[] };
  let records = 0;
  for await (const batch of allRecords(database)) {
    for (const { kind, raw } of batch.records) {
      if (isDeleted(raw)) continue;
      parts[kind].push(`${parts[kind].length === 0 ? '' : ','}\n${JSON.stringify(raw)}`);
      records += 1;
    }
  }
  const head = `{"format":"parallax-reading-list","version":1,"exportedAt":${JSON.stringify(at)}`;
  const file = new Blob(
    [
      `${head},"pages":[`,
      ...parts.page,
      '],"passages":[',
      ...parts.passage,
      '],"unreadable":[]}\n',
    ],
    { type: 'application/json' },
  );
  return { file, records };
}

async function write(
  list: string,
  database: Database,
  { at, reason }: Pick<Backup, 'at' | 'reason'>,
): Promise<void> {
  const { file, records } = await fileOf(database, at);
  if (records === 0) return;
  await withBackups(list, async (backups) => {
    const keep = (await backups.get('choices', 'keep')) ?? KEEP;
    const tx = backups.transaction('backups', 'readwrite', { durability: 'strict' });
    await tx.store.add({ at, reason, records, file });
    const keys = await tx.store.getAllKeys();
    for (const key of keys.slice(0, Math.max(0, keys.length - keep))) await tx.store.delete(key);
    await tx.done;
  });
}

/**
 * Copies a list that lies in an older version before it is brought up to date. Nothing is done where
 * there is no list or it is up to date.
 */
export async function backUpBefore(list: string, now = new Date()): Promise<void> {
  const version = await storedVersion(list);
  if (version === null || version >= DATABASE_VERSION) return;
  const old = await openDB(list, version);
  try {
    if (!old.objectStoreNames.contains('passages')) return;
    await write(list, old as unknown as Database, { at: now.toISOString(), reason: 'migration' });
  } finally {
    old.close();
  }
}

/** Copies the list where the newest copy is older than a day; resolves with whether it did. */
export async function backUpOnSchedule(list: string, now = new Date()): Promise<boolean> {
  if ((await storedVersion(list)) !== DATABASE_VERSION) return false;
  const [newest] = await backupsOf(list);
  if (newest && now.getTime() - Date.parse(newest.at) < EVERY) return false;
  const database = await openDB(list, DATABASE_VERSION);
  try {
    const at = now.toISOString();
    await write(list, database as unknown as Database, { at, reason: 'schedule' });
    return true;
  } finally {
    database.close();
  }
}

/** The copies that are kept, newest first. */
export async function backupsOf(list: string): Promise<readonly Backup[]> {
  return withBackups(list, async (backups) =>
    ((await backups.getAll('backups')) as Backup[]).reverse(),
  );
}

/** How many copies are kept. */
export async function backupsKept(list: string): Promise<number> {
  return withBackups(list, async (backups) => (await backups.get('choices', 'keep')) ?? KEEP);
}

/** Chooses how many copies are kept from the next one on: 1 to `MOST_BACKUPS`. */
export async function keepBackups(list: string, keep: number): Promise<void> {
  const chosen = Math.min(MOST_BACKUPS, Math.max(1, Math.round(keep)));
  await withBackups(list, (backups) => backups.put('choices', chosen, 'keep'));
}
