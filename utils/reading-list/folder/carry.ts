import { nextTask } from '../next-task.ts';
import { parsePage, parsePassage } from '../parse.ts';
import type { ReadingListStore } from '../store.ts';
import {
  BUCKET_NAMES,
  bucketOf,
  type Line,
  readBucket,
  sumIn,
  textOfLine,
  writeBucket,
} from './bucket-file.ts';
import { type FolderFile, filesIn, writeFile } from './directory.ts';
import {
  type FolderReport,
  type FolderState,
  readState,
  type Written,
  writeState,
} from './state.ts';
import { takeIn } from './take-in.ts';
import { isWorthKeeping, keyOf, looked, pageOf, type Version } from './version.ts';
import { announceFolder } from './watch.ts';

export interface Carrying {
  /** Name of the list's database. */
  readonly list: string;
  readonly store: ReadingListStore;
  readonly folder: FileSystemDirectoryHandle;
  readonly now: () => Date;
  readonly newId: () => string;
}

/**
 * Brings the list and the chosen folder in step: takes in what other devices have written, then writes
 * what has changed here. Only files of this device are ever written. One at a time over all windows.
 *
 * @throws FolderError where the folder cannot be used, StoreError where the list cannot; what was
 *   taken in before stays.
 */
export async function carry(carrying: Carrying): Promise<FolderReport> {
  return navigator.locks.request(`${carrying.list}-folder`, () => carryAlone(carrying));
}

async function carryAlone({ list, store, folder, now, newId }: Carrying): Promise<FolderReport> {
  const files = await filesIn(folder);
  const state = await soleState(list, await readState(list, newId), files, newId);
  const own = files.get(state.device) ?? [];
  const others = [...files].filter(([device]) => device !== state.device).sort();
  const counts = { taken: 0, notWhole: 0, newer: 0, refused: 0 };
  for (const [, each] of others) {
    for (const file of each) await takeFile(file, { list, store, state, counts });
  }
  const lines = await linesOf(list, store, state);
  const written = await writeOwn(folder, own, lines, state);
  await writeState(list, { written });
  const report = {
    ...counts,
    at: now().toISOString(),
    written: written.length,
    devices: others.filter(([, each]) => each.length > 0).length,
  };
  await writeState(list, { report });
  announceFolder(list);
  return report;
}

/**
 * The state, under a new name where somebody else writes under ours: a profile that was copied to
 * another computer brings its device's name along, and each file must have one writer.
 */
async function soleState(
  list: string,
  state: FolderState,
  files: ReadonlyMap<string, readonly FolderFile[]>,
  newId: () => string,
): Promise<FolderState> {
  for (const file of files.get(state.device) ?? []) {
    const last = state.written.get(file.bucket);
    if (last?.stamp === file.stamp) continue;
    const sum = sumIn(await file.start().catch(() => ''));
    if (sum === null || sum === last?.sum) continue;
    const device = newId();
    await writeState(list, { device });
    return { ...state, device, written: new Map() };
  }
  return state;
}

interface Taking extends Pick<Carrying, 'list' | 'store'> {
  readonly state: FolderState;
  readonly counts: { taken: number; notWhole: number; newer: number; refused: number };
}

async function takeFile(file: FolderFile, { list, store, state, counts }: Taking): Promise<void> {
  const name = `${file.device}/${file.bucket}`;
  if (state.read.get(name) === file.stamp) return;
  if (file.isTooLarge) {
    counts.refused += 1;
    return;
  }
  // A sync program may be writing it this moment: it is read another time.
  const text = await file.text().catch(() => '');
  const read = await readBucket(text);
  await nextTask();
  if (!read.ok) {
    counts[
      read.reason === 'not-whole' ? 'notWhole' : read.reason === 'newer' ? 'newer' : 'refused'
    ] += 1;
    return;
  }
  const taken = await store.change(
    (tx) => takeIn(tx, read.lines, state),
    ({ ids }) => [...ids],
  );
  for (const [key, version] of taken.versions) state.versions.set(key, version);
  for (const [key, id] of taken.aliases) state.aliases.set(key, id);
  for (const [key, conflict] of taken.conflicts) state.conflicts.set(key, conflict);
  counts.taken += taken.ids.size;
  counts.refused += read.refused;
  // What was left out is looked at again: a later version may be able to read it.
  const stamps = read.refused === 0 ? [[name, file.stamp] as const] : [];
  await writeState(list, {
    versions: taken.versions.values(),
    aliases: taken.aliases,
    conflicts: taken.conflicts.values(),
    read: stamps,
  });
}

/** The lines of every file of ours, as the list is now; what was edited since is counted. */
async function linesOf(
  list: string,
  store: ReadingListStore,
  state: FolderState,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const lines = new Map<string, string[]>();
  const add = (page: string, line: Line): void => {
    const bucket = bucketOf(page);
    const own = lines.get(bucket);
    if (own) own.push(textOfLine(line));
    else lines.set(bucket, [textOfLine(line)]);
  };
  const met = new Set<string>();
  const changed: Version[] = [];
  for await (const { records } of store.batches()) {
    for (const { kind, id, raw } of records) {
      met.add(keyOf(kind, id));
      const parsed = kind === 'page' ? parsePage(raw) : parsePassage(raw);
      if (!parsed.ok) continue;
      const { record } = parsed;
      const known = state.versions.get(keyOf(kind, id));
      const version = looked(known, record, state.device);
      if (isWorthKeeping(version) && JSON.stringify(known) !== JSON.stringify(version)) {
        changed.push(version);
        state.versions.set(keyOf(kind, id), version);
      }
      add(pageOf(record), { type: 'record', record, seen: version.seen });
    }
    await nextTask();
  }
  for (const [key, version] of state.versions) {
    if (!met.has(key) && version.deletedAt !== null) add(version.page, { type: 'gone', version });
  }
  for (const conflict of state.conflicts.values()) {
    add(conflict.page, { type: 'conflict', conflict });
  }
  // Before the files: an edit that is in the folder must have been counted here.
  await writeState(list, { versions: changed });
  return lines;
}

async function writeOwn(
  folder: FileSystemDirectoryHandle,
  own: readonly FolderFile[],
  lines: ReadonlyMap<string, readonly string[]>,
  { device, written }: FolderState,
): Promise<[bucket: string, written: Written][]> {
  const changed: [string, Written][] = [];
  for (const bucket of BUCKET_NAMES) {
    const there = own.find((file) => file.bucket === bucket);
    const held = lines.get(bucket);
    if (held === undefined && there === undefined) continue;
    const { text, sum } = await writeBucket(held ?? []);
    if (there && written.get(bucket)?.sum === sum) continue;
    changed.push([bucket, { sum, stamp: await writeFile(folder, { device, bucket, text }) }]);
  }
  return changed;
}

/**
 * Notes deletions before they are removed for good, so that other devices hear of them however long
 * the folder is out of reach. Needs no folder.
 */
export async function noteDeletions({
  list,
  store,
  newId,
}: Pick<Carrying, 'list' | 'store' | 'newId'>): Promise<void> {
  await navigator.locks.request(`${list}-folder`, async () => {
    await linesOf(list, store, await readState(list, newId));
  });
}
