import { mergeRecords } from '../../utils/reading-list/exchange/merge.ts';
import type { PageRecord, PassageRecord } from '../../utils/reading-list/model.ts';
import { openStore } from '../../utils/reading-list/store.ts';

/** What became of a change, and of the list by it. */
export interface Outcome {
  /** Null where it was kept. */
  readonly failure: string | null;
  /** All passages, as JSON. */
  readonly list: string;
}

/** Runs in a page whose room on the disk is limited. */
export interface FilledList {
  edit(id: string, note: string): Promise<Outcome>;
  bring(pages: readonly PageRecord[], passages: readonly PassageRecord[]): Promise<Outcome>;
}

async function outcome(
  task: (store: Awaited<ReturnType<typeof openStore>>) => Promise<unknown>,
): Promise<Outcome> {
  const store = await openStore();
  const failure = await task(store).then(
    () => null,
    (error: unknown) => (error instanceof Error && 'failure' in error ? String(error.failure) : ''),
  );
  const { pages } = await store.list();
  const list = JSON.stringify(pages.flatMap(({ passages }) => passages));
  store.close();
  return { failure, list };
}

const filled: FilledList = {
  edit: (id, note) => outcome((store) => store.update(id, { note })),
  bring: (pages, passages) =>
    outcome((store) =>
      store.change((tx) =>
        mergeRecords(
          tx,
          { ok: true, format: 'parallax', pages, passages, refused: [], without: [] },
          { mode: 'merge', at: '2026-01-01T00:00:00.000Z' },
        ),
      ),
    ),
};

Object.assign(globalThis, { filled });
