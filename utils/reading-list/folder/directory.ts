import { BUCKET_NAMES } from './bucket-file.ts';
import { isDevice, MOST_DEVICES } from './seen.ts';

/** The folder of ours inside the one that the reader chose. */
const OURS = 'parallax-reading-list';
/** Largest file that is read, in bytes. */
const LARGEST = 64 * 1024 * 1024;

/** What went wrong with the folder as a whole. */
export type FolderFailure = 'permission' | 'gone' | 'full' | 'failed';

/** An error of the folder; the list itself is whole and untouched. */
export class FolderError extends Error {
  readonly failure: FolderFailure;

  constructor(failure: FolderFailure, options?: ErrorOptions) {
    super(`The folder of the reading list: ${failure}.`, options);
    this.name = 'FolderError';
    this.failure = failure;
  }
}

const FAILURES: Readonly<Record<string, FolderFailure>> = {
  NotAllowedError: 'permission',
  SecurityError: 'permission',
  NotFoundError: 'gone',
  QuotaExceededError: 'full',
};

/** The folder's error for one that the browser threw. */
export function folderErrorOf(error: unknown): FolderError {
  if (error instanceof FolderError) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  return new FolderError(FAILURES[name] ?? 'failed', { cause: error });
}

/** A file of the folder, and by what a change of it is seen without reading it. */
export interface FolderFile {
  readonly device: string;
  readonly bucket: string;
  readonly stamp: string;
  readonly isTooLarge: boolean;
  text(): Promise<string>;
  /** The first units of it. */
  start(): Promise<string>;
}

/** All files that devices have written, by device. What else lies there is never looked at. */
export async function filesIn(
  folder: FileSystemDirectoryHandle,
): Promise<ReadonlyMap<string, readonly FolderFile[]>> {
  try {
    // Asked for first: a folder that has gone must not be taken for an empty one.
    const ours = await folder.getDirectoryHandle(OURS, { create: true });
    const found = new Map<string, readonly FolderFile[]>();
    for await (const [device, held] of ours.entries()) {
      if (held.kind !== 'directory' || !isDevice(device)) continue;
      if (found.size === MOST_DEVICES) break;
      found.set(device, await filesOf(held as FileSystemDirectoryHandle, device));
    }
    return found;
  } catch (error) {
    throw folderErrorOf(error);
  }
}

async function filesOf(
  directory: FileSystemDirectoryHandle,
  device: string,
): Promise<readonly FolderFile[]> {
  const files: FolderFile[] = [];
  for await (const [bucket, held] of directory.entries()) {
    if (held.kind !== 'file' || !BUCKET_NAMES.includes(bucket)) continue;
    // A sync program may take a file away between the look at its name and the look at it.
    const file = await (held as FileSystemFileHandle).getFile().catch(() => null);
    if (file === null) continue;
    files.push({
      ...{ device, bucket, stamp: stampOf(file), isTooLarge: file.size > LARGEST },
      text: () => file.text(),
      start: () => file.slice(0, 1_000).text(),
    });
  }
  return files;
}

const stampOf = ({ lastModified, size }: File): string => `${lastModified}/${size}`;

/**
 * Writes a file whole or not at all: the browser writes beside it and puts the new one in its place.
 * Resolves with its stamp.
 */
export async function writeFile(
  folder: FileSystemDirectoryHandle,
  { device, bucket, text }: { device: string; bucket: string; text: string },
): Promise<string> {
  try {
    const ours = await folder.getDirectoryHandle(OURS, { create: true });
    const own = await ours.getDirectoryHandle(device, { create: true });
    const file = await own.getFileHandle(bucket, { create: true });
    const stream = await file.createWritable();
    try {
      await stream.write(text);
      await stream.close();
    } catch (error) {
      await stream.abort().catch(() => undefined);
      throw error;
    }
    return stampOf(await file.getFile());
  } catch (error) {
    throw folderErrorOf(error);
  }
}
