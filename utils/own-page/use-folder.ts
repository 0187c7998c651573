import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Conflict } from '../reading-list/folder/bucket-file.ts';
import { carry } from '../reading-list/folder/carry.ts';
import { type FolderFailure, folderErrorOf } from '../reading-list/folder/directory.ts';
import { noteChanged } from '../reading-list/folder/pending.ts';
import {
  askAgain,
  askForFolder,
  canChooseFolder,
  mayUse,
} from '../reading-list/folder/permission.ts';
import {
  chooseFolder,
  chosenFolder,
  type FolderReport,
  forgetFolder,
  lastReport,
  openConflicts,
  settleConflicts,
} from '../reading-list/folder/state.ts';
import { announceFolder, watchFolder } from '../reading-list/folder/watch.ts';
import { LIST_NAME, type ReadingListStore } from '../reading-list/store.ts';

/** The chosen folder as a page shows it. */
export interface Folder {
  readonly isOffered: boolean;
  /** Its name; null where none is chosen. */
  readonly name: string | null;
  readonly isWorking: boolean;
  readonly failure: FolderFailure | null;
  readonly report: FolderReport | null;
  readonly conflicts: readonly Conflict[];
  choose(): void;
  /** Asks for permission again, and goes on. */
  allow(): void;
  carryNow(): void;
  forget(): void;
  settle(keys: readonly string[], isSettled: boolean): Promise<void>;
}

/** How often a page that is in sight looks for what other devices have written, in milliseconds. */
const LOOK = 60_000;

type Known = Pick<Folder, 'name' | 'report' | 'conflicts'>;
const NONE: Known = { name: null, report: null, conflicts: [] };

/** Keeps the list and the chosen folder in step while the page is open and `isReady`. */
export function useFolder(
  withStore: <T>(task: (store: ReadingListStore) => Promise<T>) => Promise<T>,
  isReady: boolean,
): Folder {
  const [known, setKnown] = useState(NONE);
  const [isWorking, setWorking] = useState(false);
  const [failure, setFailure] = useState<FolderFailure | null>(null);
  const isOffered = canChooseFolder();

  const look = useCallback(async (): Promise<void> => {
    const [folder, report, conflicts] = await Promise.all([
      chosenFolder(LIST_NAME),
      lastReport(LIST_NAME),
      openConflicts(LIST_NAME),
    ]);
    setKnown({ name: folder?.name ?? null, report, conflicts });
  }, []);

  const run = useCallback(
    async (ask: boolean, isWhole = ask): Promise<void> => {
      const folder = await chosenFolder(LIST_NAME);
      if (folder === null) return;
      setWorking(true);
      try {
        const isAllowed = (await mayUse(folder)) || (ask && (await askAgain(folder)));
        if (!isAllowed) {
          await noteChanged(LIST_NAME, null);
          return setFailure('permission');
        }
        const sources = { now: () => new Date(), newId: () => crypto.randomUUID() };
        await withStore((store) => carry({ list: LIST_NAME, store, folder, ...sources }, isWhole));
        setFailure(null);
      } catch (error) {
        setFailure(folderErrorOf(error).failure);
      } finally {
        setWorking(false);
        await look().catch(() => undefined);
      }
    },
    [withStore, look],
  );
  const latest = useRef(run);
  latest.current = run;

  useEffect(() => {
    if (!isOffered || !isReady) return;
    const controller = new AbortController();
    const { signal } = controller;
    watchFolder(LIST_NAME, () => void look(), signal);
    void look().then(() => latest.current(false));
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void latest.current(false);
    }, LOOK);
    signal.addEventListener('abort', () => clearInterval(timer));
    return () => controller.abort();
  }, [isOffered, isReady, look]);

  const choose = async (): Promise<void> => {
    try {
      const folder = await askForFolder();
      if (folder === null) return;
      await chooseFolder(LIST_NAME, folder);
      await look();
      await run(true);
    } catch (error) {
      setFailure(folderErrorOf(error).failure);
    }
  };
  return {
    ...known,
    ...{ isOffered, isWorking, failure },
    choose: () => void choose(),
    allow: () => void run(true),
    carryNow: () => void run(true),
    forget: () => {
      setFailure(null);
      void forgetFolder(LIST_NAME).then(() => announceFolder(LIST_NAME));
    },
    async settle(keys, isSettled) {
      await settleConflicts(LIST_NAME, keys, isSettled);
      announceFolder(LIST_NAME);
      void run(false, true);
    },
  };
}
