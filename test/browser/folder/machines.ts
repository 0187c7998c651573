import { readBucket } from '../../../utils/reading-list/folder/bucket-file.ts';
import { carry } from '../../../utils/reading-list/folder/carry.ts';
import { noteChanged } from '../../../utils/reading-list/folder/pending.ts';
import { openConflicts, settleConflicts } from '../../../utils/reading-list/folder/state.ts';
import type { PassageRecord } from '../../../utils/reading-list/model.ts';
import { openStore } from '../../../utils/reading-list/store.ts';
import { samplePassage } from '../../unit/reading-list/samples.ts';

/** A computer with a list of its own; what it writes goes to a folder of its own. */
export interface Machine {
  readonly store: Awaited<ReturnType<typeof openStore>>;
  readonly folder: FileSystemDirectoryHandle;
  /** Adds minutes to its clock. */
  wind(minutes: number): void;
  carry(isWhole?: boolean): ReturnType<typeof carry>;
  /** Tells of records that have changed, as the background does. */
  tell(ids: readonly string[] | null): Promise<void>;
  conflicts(): ReturnType<typeof openConflicts>;
  settle(keys: readonly string[]): Promise<void>;
  /** All passages that are not deleted. */
  passages(): Promise<readonly PassageRecord[]>;
}

const made: { name: string; close: () => void }[] = [];
const folders: string[] = [];
let count = 0;

/** An empty folder of the browser's private file system: the interface is that of a chosen one. */
export async function emptyFolder(): Promise<FileSystemDirectoryHandle> {
  count += 1;
  const name = `folder-${count}`;
  folders.push(name);
  const root = await navigator.storage.getDirectory();
  await root.removeEntry(name, { recursive: true }).catch(() => undefined);
  return root.getDirectoryHandle(name, { create: true });
}

export async function machine(
  folder: FileSystemDirectoryHandle,
  { skew = 0 }: { readonly skew?: number } = {},
): Promise<Machine> {
  count += 1;
  const name = `machine-${count}`;
  let time = Date.parse('2026-03-01T10:00:00.000Z') + skew * 60_000;
  const now = (): Date => {
    time += 1_000;
    return new Date(time);
  };
  const newId = (): string => crypto.randomUUID();
  const store = await openStore({ name, now });
  made.push({ name, close: () => store.close() });
  return {
    store,
    folder,
    wind(minutes) {
      time += minutes * 60_000;
    },
    carry: (isWhole = true) => carry({ list: name, store, folder, now, newId }, isWhole),
    tell: (ids) => noteChanged(name, ids),
    conflicts: () => openConflicts(name),
    settle: (keys) => settleConflicts(name, keys),
    passages: async () => (await store.list()).pages.flatMap(({ passages }) => passages),
  };
}

/** To be called after each test. */
export async function tidyUp(): Promise<void> {
  for (const { name, close } of made.splice(0)) {
    close();
    indexedDB.deleteDatabase(name);
    indexedDB.deleteDatabase(`${name}-folder`);
    indexedDB.deleteDatabase(`${name}-backups`);
  }
  const root = await navigator.storage.getDirectory();
  for (const name of folders.splice(0)) await root.removeEntry(name, { recursive: true });
}

const OURS = 'parallax-reading-list';

/** Every file under the list's folder, by path. */
export async function filesUnder(
  folder: FileSystemDirectoryHandle,
): Promise<Map<string, FileSystemFileHandle>> {
  const found = new Map<string, FileSystemFileHandle>();
  const ours = await folder.getDirectoryHandle(OURS, { create: true });
  for await (const [device, held] of ours.entries()) {
    for await (const [name, file] of (held as FileSystemDirectoryHandle).entries()) {
      found.set(`${device}/${name}`, file as FileSystemFileHandle);
    }
  }
  return found;
}

export async function writeText(
  folder: FileSystemDirectoryHandle,
  path: string,
  text: string | Blob,
): Promise<void> {
  const [device = '', name = ''] = path.split('/');
  const ours = await folder.getDirectoryHandle(OURS, { create: true });
  const own = await ours.getDirectoryHandle(device, { create: true });
  const stream = await (await own.getFileHandle(name, { create: true })).createWritable();
  await stream.write(text);
  await stream.close();
}

/** Does what a sync program does: brings the files of one folder into another. */
export async function sync(
  from: FileSystemDirectoryHandle,
  to: FileSystemDirectoryHandle,
  { cutTo = 1 }: { readonly cutTo?: number } = {},
): Promise<void> {
  for (const [path, handle] of await filesUnder(from)) {
    const file = await handle.getFile();
    await writeText(to, path, file.slice(0, Math.ceil(file.size * cutTo)));
  }
}

/** Every line that a folder holds. */
export async function linesIn(folder: FileSystemDirectoryHandle) {
  const lines = [];
  for (const handle of (await filesUnder(folder)).values()) {
    const read = await readBucket(await (await handle.getFile()).text());
    if (read.ok) lines.push(...read.lines);
  }
  return lines;
}

/** A passage that differs by its number. */
export function passage(number: number, page = number) {
  const sample = samplePassage();
  const address = `https://news.example/${page}`;
  const selector = { ...sample.selector, exact: `Words number ${number}`, start: number * 500 };
  return {
    ...sample,
    page: { ...sample.page, address, canonicalAddress: null },
    selector: { ...selector, end: selector.start + selector.exact.length },
  };
}
