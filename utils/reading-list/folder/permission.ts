/** Not in `lib.dom.d.ts`: the part of File System Access that Chromium has and others have not. */
interface Permitted {
  queryPermission?(wanted: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(wanted: { mode: 'readwrite' }): Promise<PermissionState>;
}

interface Picking {
  showDirectoryPicker?(options: {
    readonly id: string;
    readonly mode: 'readwrite';
  }): Promise<FileSystemDirectoryHandle>;
}

/** Whether this browser lets a reader choose a folder. */
export const canChooseFolder = (): boolean =>
  typeof (globalThis as Picking).showDirectoryPicker === 'function';

/** Asks the reader for a folder; null where they chose none. Only after a click of theirs. */
export async function askForFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    const picking = globalThis as Picking;
    return (
      (await picking.showDirectoryPicker?.({ id: 'parallax-reading-list', mode: 'readwrite' })) ??
      null
    );
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

/** Whether the folder may be used now, without asking anybody. */
export async function mayUse(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const state = await (folder as Permitted).queryPermission?.({ mode: 'readwrite' });
  return state === 'granted';
}

/** Asks the reader to allow the folder again. Only after a click of theirs. */
export async function askAgain(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const state = await (folder as Permitted).requestPermission?.({ mode: 'readwrite' });
  return state === 'granted';
}
