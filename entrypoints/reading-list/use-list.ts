import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { CallError } from '../../utils/messages.ts';
import { problemOf } from '../../utils/own-page/problem-of.ts';
import { watchReadingList } from '../../utils/reading-list/changes.ts';
import type { Listing } from '../../utils/reading-list/listing.ts';
import { nextTask } from '../../utils/reading-list/next-task.ts';
import { createListSearch, type ListSearch } from '../../utils/reading-list/search.ts';
import { createShelf, type Shelf } from '../../utils/reading-list/shelf.ts';
import { openStore, type ReadingListStore } from '../../utils/reading-list/store.ts';
import { storeErrorOf } from '../../utils/reading-list/store-error.ts';

/** The list as it stands, or what keeps it from being shown. */
export type ListState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: CallError }
  | {
      readonly kind: 'open';
      readonly listing: Listing;
      readonly search: ListSearch;
      /** How much has been read, from 0 to 1. */
      readonly read: number;
    };

interface OpenList {
  readonly state: ListState;
  /** Opens and reads the list anew. */
  readonly retry: () => void;
  /** Resolves once nothing is being read: the state shown next is the whole list as it stands. */
  readonly settled: () => Promise<void>;
  /** Runs a task on the store; rejects with a `StoreError`. */
  readonly withStore: <T>(task: (store: ReadingListStore) => Promise<T>) => Promise<T>;
}

/** Records of the first screen; the rest is read behind it. */
const FIRST = 12;
/** How often the list is drawn anew while the rest is read, in milliseconds. */
const PACE = 700;

/** Keeps the reading list open while the page is, in step with every other window. */
export function useList(): OpenList {
  const [state, setState] = useState<ListState>({ kind: 'loading' });
  const opening = useRef<Promise<ReadingListStore> | null>(null);
  const held = useRef<{ shelf: Shelf; search: ListSearch } | null>(null);
  const turn = useRef(0);
  const reading = useRef<Promise<void>>(Promise.resolve());

  const withStore = useCallback(
    async <T>(task: (store: ReadingListStore) => Promise<T>): Promise<T> => {
      opening.current ??= openStore();
      const store = await opening.current.catch((error: unknown) => {
        opening.current = null;
        throw error;
      });
      return task(store);
    },
    [],
  );

  const readAll = useCallback(async (): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    const isFirst = held.current === null;
    const search = createListSearch();
    const shelf = createShelf(search);
    const show = (part: number): void => {
      if (mine !== turn.current) return;
      held.current = { shelf, search };
      setState({ kind: 'open', listing: shelf.listing(), search, read: part });
    };
    try {
      await withStore(async (store) => {
        if (isFirst) {
          shelf.put(await store.newest(FIRST));
          show(0);
          await nextTask();
        }
        let drawn = performance.now();
        for await (const { records, done, of } of store.batches()) {
          if (mine !== turn.current) return;
          shelf.put(records);
          if (isFirst && performance.now() - drawn > PACE && done < of) {
            show(done / of);
            drawn = performance.now();
          }
          await nextTask();
        }
        show(1);
      });
    } catch (error) {
      if (mine !== turn.current) return;
      setState({ kind: 'failed', problem: problemOf(storeErrorOf(error)) });
    }
  }, [withStore]);

  /** Reads the whole list, the newest first; of several readings under way the last one counts. */
  const read = useCallback((): Promise<void> => {
    reading.current = readAll();
    return reading.current;
  }, [readAll]);

  const settled = useCallback(async (): Promise<void> => {
    let known: Promise<void>;
    do {
      known = reading.current;
      await known;
    } while (known !== reading.current);
  }, []);

  /** Reads again what changed. While the whole is being read, that finds it anyway. */
  const follow = useCallback(
    async (ids: readonly string[] | null): Promise<void> => {
      if (ids === null || held.current === null) return read();
      const { shelf, search } = held.current;
      const mine = turn.current;
      const records = await withStore((store) => store.records(ids)).catch(() => null);
      if (mine !== turn.current) return;
      if (records === null) return read();
      shelf.put(records);
      setState((now) => (now.kind === 'open' ? { ...now, listing: shelf.listing(), search } : now));
    },
    [read, withStore],
  );

  useEffect(() => {
    const controller = new AbortController();
    watchReadingList((ids) => void follow(ids), controller.signal);
    void read();
    return () => {
      controller.abort();
      void opening.current?.then((store) => store.close());
    };
  }, [read, follow]);

  const retry = useCallback((): void => {
    setState({ kind: 'loading' });
    held.current = null;
    void read();
  }, [read]);
  return { state, retry, settled, withStore };
}
