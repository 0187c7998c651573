import { nextTask } from '../next-task.ts';
import type { ReadingListStore } from '../store.ts';
import { BUCKET_NAMES, readBucket, sumIn, writeBucket } from './bucket-file.ts';
import { type FolderFile, filesIn, writeFile } from './directory.ts';
import { allLines, type Lines, linesAround } from './lines.ts';
import { changedSince, noteChanged, noteInStep, pendingNow } from './pending.ts';
import {
  type FolderReport,
  type FolderState,
  lastReport,
  readState,
  type Written,
  writeState,
} from './state.ts';
import { takeIn } from './take-in.ts';
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
 * Where the folder was in step before, only the files are looked at in which something lies that was
 * told of by `noteChanged` since; with `isWhole` the whole list is read.
 *
 * @throws FolderError where the folder cannot be used, StoreError where the list cannot; what was
 *   taken in before stays.
 */
export async function carry(carrying: Carrying, isWhole: boolean): Promise<FolderReport> {
  return navigator.locks.request(`${carrying.list}-folder`, async () => {
    try {
      const part = isWhole ? null : await carryPart(carrying);
      return part ?? (await carryAll(carrying));
    } catch (error) {
      await noteChanged(carrying.list, null).catch(() => undefined);
      throw error;
    }
  });
}

async function carryAll({ list, store, folder, now, newId }: Carrying): Promise<FolderReport> {
  const told = await pendingNow(list);
  const files = await filesIn(folder);
  const state = await soleState(list, await readState(list, newId), files, newId);
  const own = files.get(state.device) ?? [];
  const others = [...files].filter(([device]) => device !== state.device).sort();
  const counts = { taken: 0, notWhole: 0, newer: 0, refused: 0 };
  for (const [, each] of others) {
    for (const file of each) await takeFile(file, { list, store, state, counts });
  }
  const at = now().toISOString();
  const { lines, whole } = await allLines({ list, store, state }, at);
  const written = await writeOwn(folder, { own, lines, state }, BUCKET_NAMES);
  const devices = others.filter(([, each]) => each.length > 0).length;
  const report = { ...counts, at, written: written.length, devices };
  await writeState(list, { written, report });
  await noteInStep(list, told, whole);
  announceFolder(list);
  return report;
}

/** Carries what was told of; null where that is not enough, and nothing was done. */
async function carryPart(carrying: Carrying): Promise<FolderReport | null> {
  const { list, store, folder, now, newId } = carrying;
  const since = await changedSince(list, now());
  if (since === null) return null;
  const { whole, pending } = since;
  const files = await filesIn(folder);
  const state = await readState(list, newId, true);
  const last = await lastReport(list);
  const own = files.get(state.device) ?? [];
  const others = [...files].filter(([device]) => device !== state.device);
  const isKnown = others
    .flatMap(([, each]) => each)
    .every(({ device, bucket, stamp }) => state.read.get(`${device}/${bucket}`) === stamp);
  const isOurs =
    own.length === state.written.size &&
    own.every(({ bucket, stamp }) => state.written.get(bucket)?.stamp === stamp);
  if (last === null || !isKnown || !isOurs) return null;
  const ids = [...pending.ids.keys()];
  if (ids.length === 0) return last;
  const lines = await linesAround({ list, store, state }, ids, whole);
  if (lines === null) return null;
  const written = await writeOwn(folder, { own, lines, state }, [...lines.keys()]);
  const report = { ...last, taken: 0, at: now().toISOString(), written: written.length };
  await writeState(list, { written, report });
  await noteInStep(list, pending);
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

/** Writes those of our files that are not as they were written last; `lines` holds all of those named. */
async function writeOwn(
  folder: FileSystemDirectoryHandle,
  {
    own,
    lines,
    state: { device, written },
  }: { readonly own: readonly FolderFile[]; readonly lines: Lines; readonly state: FolderState },
  buckets: readonly string[],
): Promise<[bucket: string, written: Written][]> {
  const changed: [string, Written][] = [];
  for (const bucket of buckets) {
    const there = own.find((file) => file.bucket === bucket);
    const held = lines.get(bucket) ?? [];
    if (held.length === 0 && there === undefined) continue;
    const { text, sum } = await writeBucket(held);
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
    await allLines({ list, store, state: await readState(list, newId) }, '');
    await noteChanged(list, null);
  });
}
