import { nextTask } from '../next-task.ts';
import { parsePage, parsePassage } from '../parse.ts';
import type { ReadingListStore } from '../store.ts';
import { bucketOf, type Conflict, type Line, textOfLine } from './bucket-file.ts';
import { type FolderState, readVersions, type Whole, writeState } from './state.ts';
import { isWorthKeeping, keyOf, looked, pageOf, type Version } from './version.ts';

/** The lines of files of ours, by the file's name. */
export type Lines = ReadonlyMap<string, readonly string[]>;

interface Looking {
  readonly list: string;
  readonly store: ReadingListStore;
  readonly state: FolderState;
}

const inOrder = ({ conflicts }: FolderState): readonly Conflict[] =>
  [...conflicts.values()].sort((a, b) => (a.key < b.key ? -1 : 1));

type Raw = { readonly kind: 'page' | 'passage'; readonly id: string; readonly raw: unknown };

/** Gathers the lines of records; what was edited since it was last looked at is counted. */
function gather({ versions, device }: FolderState) {
  const lines = new Map<string, string[]>();
  const changed: Version[] = [];
  const add = (page: string, line: Line): void => {
    const bucket = bucketOf(page);
    const own = lines.get(bucket);
    if (own) own.push(textOfLine(line));
    else lines.set(bucket, [textOfLine(line)]);
  };
  /** Resolves to the page of a record, or null where it cannot be read. */
  const take = ({ kind, id, raw }: Raw): string | null => {
    const parsed = kind === 'page' ? parsePage(raw) : parsePassage(raw);
    if (!parsed.ok) return null;
    const { record } = parsed;
    const known = versions.get(keyOf(kind, id));
    const version = looked(known, record, device);
    if (isWorthKeeping(version) && JSON.stringify(known) !== JSON.stringify(version)) {
      changed.push(version);
      versions.set(keyOf(kind, id), version);
    }
    add(pageOf(record), { type: 'record', record, seen: version.seen });
    return pageOf(record);
  };
  return { lines, changed, add, take };
}

/** The lines of every file of ours, as the list is now. */
export async function allLines(
  { list, store, state }: Looking,
  at: string,
): Promise<{ readonly lines: Lines; readonly whole: Whole }> {
  const { lines, changed, add, take } = gather(state);
  const met = new Set<string>();
  const orphans = new Set<string>();
  for await (const { records } of store.batches()) {
    for (const each of records) {
      met.add(keyOf(each.kind, each.id));
      const page = take(each);
      if (page !== null && !met.has(keyOf('page', page))) orphans.add(page);
    }
    await nextTask();
  }
  const gone = [...state.versions].flatMap(([key, { deletedAt }]) =>
    !met.has(key) && deletedAt !== null ? [key] : [],
  );
  for (const key of gone.sort()) {
    const version = state.versions.get(key);
    if (version) add(version.page, { type: 'gone', version });
  }
  for (const conflict of inOrder(state)) {
    add(conflict.page, { type: 'conflict', conflict });
  }
  // Before the files: an edit that is in the folder must have been counted here.
  await writeState(list, { versions: changed });
  return { lines, whole: { at, orphans: [...orphans], gone } };
}

/**
 * The lines of those files of ours in which the records lie, the same that `allLines` gives for them;
 * null where a record is not there any more, so that nobody knows in which file it lay.
 */
export async function linesAround(
  { list, store, state }: Looking,
  ids: readonly string[],
  { orphans, gone }: Whole,
): Promise<Lines | null> {
  const near = await recordsAround(store, ids, orphans);
  if (near === null) return null;
  const keys = near.records.map(({ kind, id }) => keyOf(kind, id));
  for (const [key, version] of await readVersions(list, [...keys, ...gone])) {
    state.versions.set(key, version);
  }
  const { lines, changed, add, take } = gather(state);
  for (const each of near.records) take(each);
  for (const key of gone) {
    const version = state.versions.get(key);
    if (version && near.buckets.has(bucketOf(version.page))) {
      add(version.page, { type: 'gone', version });
    }
  }
  for (const conflict of inOrder(state)) {
    if (near.buckets.has(bucketOf(conflict.page))) {
      add(conflict.page, { type: 'conflict', conflict });
    }
  }
  await writeState(list, { versions: changed });
  return new Map([...near.buckets].map((bucket) => [bucket, lines.get(bucket) ?? []]));
}

const pageIn = (raw: unknown): string | null => {
  const page = typeof raw === 'object' && raw !== null ? (raw as { page?: unknown }).page : null;
  return typeof page === 'string' ? page : null;
};

/** All records that lie in one file with those of the ids, in the order of a look at the whole list. */
async function recordsAround(
  store: ReadingListStore,
  ids: readonly string[],
  orphans: readonly string[],
): Promise<{ readonly buckets: ReadonlySet<string>; readonly records: readonly Raw[] } | null> {
  return store.look(async (tx) => {
    const [pages, passages] = [tx.objectStore('pages'), tx.objectStore('passages')];
    const own = new Set<string>();
    for (const id of ids) {
      const [page, passage] = await Promise.all([pages.get(id), passages.get(id)]);
      const held = passage === undefined ? null : pageIn(passage);
      if (page !== undefined) own.add(id);
      if (held !== null) own.add(held);
      if (page === undefined && held === null) return null;
    }
    const buckets = new Set([...own].map(bucketOf));
    const all = [...(await pages.getAllKeys()), ...orphans, ...own];
    const within = [...new Set(all)].filter((id) => buckets.has(bucketOf(id))).sort();
    const raws = await Promise.all(within.map((id) => pages.get(id)));
    const byPage = passages.index('byPage');
    const held = await Promise.all(
      within.map(async (id) => {
        const [keys, records] = await Promise.all([byPage.getAllKeys(id), byPage.getAll(id)]);
        return keys.map((key, at): Raw => ({ kind: 'passage', id: key, raw: records[at] }));
      }),
    );
    const records = within.flatMap((id, at): Raw[] =>
      raws[at] === undefined ? [] : [{ kind: 'page', id, raw: raws[at] }],
    );
    const byId = (a: Raw, b: Raw): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
    return { buckets, records: [...records, ...held.flat().sort(byId)] };
  });
}
