import { useEffect, useState } from 'preact/hooks';
import { browser } from '#imports';
import type { SavedFilter } from '../../components/reading-list/types.ts';
import type { Translate } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../../utils/i18n.ts';
import { ANYTHING, type Narrowing } from '../../utils/reading-list/narrow.ts';
import type { Grouping, Sort } from '../../utils/reading-list/rows.ts';
import { parseSavedFilters } from '../../utils/reading-list/saved-filters.ts';
import type { Deeds } from './use-deeds.ts';

const KEY = 'savedFilters';

/** How the reader wants the list: narrowed, grouped, sorted; and filters kept by name. */
export function useArrangement({ tell, say }: Pick<Deeds, 'tell' | 'say'>, t: Translate<TextKey>) {
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

  /** Stores the filters; what cannot be stored is taken back, and the reader is told. */
  const store = async (filters: readonly SavedFilter[]): Promise<boolean> => {
    setSaved(filters);
    try {
      await browser.storage.local.set({ [KEY]: filters });
      return true;
    } catch (error) {
      setSaved(saved);
      say(error, 'settings-failed');
      return false;
    }
  };
  const without = (name: string) => saved.filter((filter) => filter.name !== name);
  return {
    ...{ narrowing, query, grouping, sort, saved, setQuery },
    narrow: (to: Partial<Narrowing>) => setNarrowing((now) => ({ ...now, ...to })),
    group: setGrouping,
    sortBy: setSort,
    keep: (name: string) => void store([...without(name), { name, narrowing, query }]),
    use: (filter: SavedFilter) => {
      setNarrowing(filter.narrowing);
      setQuery(filter.query);
    },
    async forget(name: string) {
      const before = saved;
      if (!(await store(without(name)))) return;
      tell(t('list.filterForgotten', { name }), async () => {
        if (await store(before)) tell(t('list.filterBack', { name }), null);
      });
    },
  };
}
