import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { watchReadingList } from '../../utils/reading-list/changes.ts';
import type { Listing } from '../../utils/reading-list/listing.ts';
import { openStore, type ReadingListStore } from '../../utils/reading-list/store.ts';
import { storeErrorOf } from '../../utils/reading-list/store-error.ts';

/** The list as it stands, or what keeps it from being shown. */
export type ListState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly message: string; readonly remedy: string }
  | { readonly kind: 'open'; readonly listing: Listing };

export interface OpenList {
  readonly state: ListState;
  /** Opens and reads the list anew. */
  readonly retry: () => void;
  /** Runs a task on the store; rejects with a `StoreError`. */
  readonly withStore: <T>(task: (store: ReadingListStore) => Promise<T>) => Promise<T>;
}

/** Keeps the reading list open while the page is, in step with every other window. */
export function useList(): OpenList {
  const [state, setState] = useState<ListState>({ kind: 'loading' });
  const opening = useRef<Promise<ReadingListStore> | null>(null);
  const turn = useRef(0);

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

  /** Reads the list; of several readings under way the last one counts. */
  const read = useCallback(async (): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    const next = await withStore((store) => store.list()).then(
      (listing): ListState => ({ kind: 'open', listing }),
      (error: unknown): ListState => {
        const { message, remedy } = storeErrorOf(error);
        return { kind: 'failed', message, remedy };
      },
    );
    if (mine === turn.current) setState(next);
  }, [withStore]);

  useEffect(() => {
    const controller = new AbortController();
    watchReadingList(() => void read(), controller.signal);
    void read();
    return () => {
      controller.abort();
      void opening.current?.then((store) => store.close());
    };
  }, [read]);

  const retry = useCallback((): void => {
    setState({ kind: 'loading' });
    void read();
  }, [read]);
  return { state, retry, withStore };
}
