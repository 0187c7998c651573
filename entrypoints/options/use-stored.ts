import { useEffect, useState } from 'preact/hooks';
import type { MutedShown } from '../../components/options/types.ts';
import { callBackground } from '../../utils/messages.ts';
import type { OwnTongue } from '../../utils/own-page/use-settings.ts';
import { watchReadingList } from '../../utils/reading-list/changes.ts';
import { openStore, type ReadingListStore } from '../../utils/reading-list/store.ts';
import type { Settings } from '../../utils/settings/settings.ts';
import { readSettingFaults } from '../../utils/settings.ts';

/** Runs a task on the reading list. Rejects with a `StoreError`. */
export async function withList<T>(task: (list: ReadingListStore) => Promise<T>): Promise<T> {
  const list = await openStore();
  try {
    return await task(list);
  } finally {
    list.close();
  }
}

/** How many stored settings could not be read. */
export function useFaults(settings: Settings): number {
  const [faults, setFaults] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed setting may have replaced a broken one
  useEffect(() => {
    void readSettingFaults().then(
      ({ length }) => setFaults(length),
      () => setFaults(0),
    );
  }, [settings]);
  return faults;
}

/** The muted items with their names; until these have come, and where an item vanished, with its id. */
export function useMuted({ mutedItems }: Settings, { language }: OwnTongue): readonly MutedShown[] {
  const [titles, setTitles] = useState<Readonly<Record<string, string>>>({});
  const wanted = [...new Set(mutedItems.map(({ item }) => item))].sort().join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: names are in the reader’s language
  useEffect(() => {
    if (wanted === '') return;
    void callBackground('titles', { items: wanted.split('\n') }).then((answer) => {
      if (answer.ok) setTitles(answer.value);
    });
  }, [wanted, language]);
  return mutedItems.map((muted) => ({ ...muted, title: titles[muted.item] ?? muted.item }));
}

/** Number of saved passages, in step with the reading list; null where it cannot be read. */
export function usePassages(): number | null {
  const [passages, setPassages] = useState<number | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const count = (): void =>
      void withList((list) => list.count()).then(setPassages, () => setPassages(null));
    watchReadingList(count, controller.signal);
    count();
    return () => controller.abort();
  }, []);
  return passages;
}
