import { useEffect, useState } from 'preact/hooks';
import { browser } from '#imports';
import type { SavedFilter } from '../../components/reading-list/types.ts';
import { ANYTHING, type Narrowing } from '../../utils/reading-list/narrow.ts';
import type { Grouping, Sort } from '../../utils/reading-list/rows.ts';
import { parseSavedFilters } from '../../utils/reading-list/saved-filters.ts';

const KEY = 'savedFilters';

/** How the reader wants the list: narrowed, grouped, sorted; and filters kept by name. */
export function useArrangement() {
  const [narrowing, setNarrowing] = useState<Narrowing>(ANYTHING);
  const [query, setQuery] = useState('');
  const [grouping, setGrouping] = useState<Grouping>('page');
  const [sort, setSort] = useState<Sort>('newest');
  const [saved, setSaved] = useState<readonly SavedFilter[]>([]);

  useEffect(() => {
    const read = async (): Promise<void> => {
      const stored = await browser.storage.local.get(KEY).catch(() => ({}) as never);
      setSaved(parseSavedFilters(stored[KEY]));
    };
    const listen = (changes: Record<string, unknown>, area: string): void => {
      if (area === 'local' && KEY in changes) void read();
    };
    void read();
    browser.storage.onChanged.addListener(listen);
    return () => browser.storage.onChanged.removeListener(listen);
  }, []);

  const store = (filters: readonly SavedFilter[]): void => {
    setSaved(filters);
    void browser.storage.local.set({ [KEY]: filters });
  };
  const without = (name: string) => saved.filter((filter) => filter.name !== name);
  return {
    ...{ narrowing, query, grouping, sort, saved, setQuery },
    narrow: (to: Partial<Narrowing>) => setNarrowing((now) => ({ ...now, ...to })),
    group: setGrouping,
    sortBy: setSort,
    keep: (name: string) => store([...without(name), { name, narrowing, query }]),
    use: (filter: SavedFilter) => {
      setNarrowing(filter.narrowing);
      setQuery(filter.query);
    },
    forget: (name: string) => store(without(name)),
  };
}
