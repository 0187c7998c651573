import { watchReadingList } from '../../utils/reading-list/changes.ts';
import { carry, noteDeletions } from '../../utils/reading-list/folder/carry.ts';
import { noteChanged } from '../../utils/reading-list/folder/pending.ts';
import { mayUse } from '../../utils/reading-list/folder/permission.ts';
import { chosenFolder } from '../../utils/reading-list/folder/state.ts';
import { LIST_NAME, type ReadingListStore } from '../../utils/reading-list/store.ts';

/** How long the list has to rest before the folder follows, in milliseconds. */
const REST = 3_000;

const newId = (): string => crypto.randomUUID();

/** Only where there is permission to ask for can a folder have been chosen. */
const mayBeChosen = (): boolean =>
  typeof FileSystemHandle !== 'undefined' && 'queryPermission' in FileSystemHandle.prototype;

/**
 * Lets the chosen folder follow the list while the browser allows that without asking; where it does
 * not, the extension's pages say so. The background never asks.
 */
export function keepFolder(openList: () => Promise<ReadingListStore>): {
  /** Brings both in step now, by the whole list. */
  carry(): Promise<void>;
  /** Follows those records once the list has come to rest; null where any may have changed. */
  carrySoon(ids: readonly string[] | null): void;
  /** To be called before deletions are removed for good. */
  noteDeletions(): Promise<void>;
} {
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function carryNow(isWhole: boolean): Promise<void> {
    if (!mayBeChosen()) return;
    const folder = await chosenFolder(LIST_NAME);
    if (folder === null) return;
    if (!(await mayUse(folder))) return noteChanged(LIST_NAME, null);
    const store = await openList();
    await carry({ list: LIST_NAME, store, folder, now: () => new Date(), newId }, isWhole);
  }

  function carrySoon(ids: readonly string[] | null): void {
    if (!mayBeChosen()) return;
    clearTimeout(timer);
    // At once: the browser may stop the worker before the list has come to rest.
    const noted = noteChanged(LIST_NAME, ids);
    timer = setTimeout(() => void noted.then(() => carryNow(false)).catch(console.error), REST);
    noted.catch(() => undefined);
  }
  watchReadingList(carrySoon, new AbortController().signal);

  return {
    carry: () => carryNow(true),
    carrySoon,
    async noteDeletions() {
      if (!mayBeChosen() || (await chosenFolder(LIST_NAME)) === null) return;
      await noteDeletions({ list: LIST_NAME, store: await openList(), newId });
    },
  };
}
