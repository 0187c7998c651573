import { useMemo, useState } from 'preact/hooks';
import { browser } from '#imports';
import { ReadingListView } from '../../components/reading-list/reading-list-view.tsx';
import type { ListToast, ReadingListState } from '../../components/reading-list/types.ts';
import { downloadJson, importJson } from '../../utils/own-page/list-file.ts';
import { useDocument, useSettings, useTongue } from '../../utils/own-page/use-settings.ts';
import type { Annotations, ListedPage, Status } from '../../utils/reading-list/model.ts';
import { createListSearch } from '../../utils/reading-list/search.ts';
import type { ReadingListStore } from '../../utils/reading-list/store.ts';
import { storeErrorOf } from '../../utils/reading-list/store-error.ts';
import { addressAtPassage } from '../../utils/reading-list/text-fragment.ts';
import type { Settings } from '../../utils/settings/settings.ts';
import { countsOf, shownPages } from './shown.ts';
import { useList } from './use-list.ts';

const NO_PAGES: readonly ListedPage[] = [];

/** The reading list: wires the view to the store, the search and the settings. */
export function ReadingListPage({ settings: atOpening }: { readonly settings: Settings }) {
  const settings = useSettings(atOpening);
  const tongue = useTongue(settings);
  const { language, t } = tongue;
  const { state, retry, withStore } = useList();
  const [query, setQuery] = useState('');
  const [status, setStatus] = useState<Status | null>(null);
  const [toast, setToast] = useState<ListToast | null>(null);
  const [removed, setRemoved] = useState<readonly string[]>([]);

  const pages = state.kind === 'open' ? state.listing.pages : NO_PAGES;
  const search = useMemo(createListSearch, []);
  const shown = useMemo(() => {
    search.update(pages);
    return shownPages(pages, { found: search.find(query), status });
  }, [search, pages, query, status]);

  useDocument(settings, tongue, t('list.title'));

  /** Runs a change; a failure is said, and what was shown before stays. */
  async function run<T>(task: (store: ReadingListStore) => Promise<T>): Promise<T | null> {
    try {
      return await withStore(task);
    } catch (error) {
      const { message, remedy } = storeErrorOf(error);
      setToast({ text: `${message} ${remedy}`, undo: false });
      return null;
    }
  }
  const update = (id: string, changed: Partial<Annotations>): void =>
    void run((store) => store.update(id, changed));

  const open = (url: string): void =>
    void browser.tabs.create({ url }).catch((error: unknown) => {
      setToast({ text: error instanceof Error ? error.message : String(error), undo: false });
    });

  const view: ReadingListState =
    state.kind === 'open'
      ? {
          kind: 'ready',
          pages: shown,
          counts: countsOf(pages),
          unreadable: state.listing.unreadable.length,
        }
      : state;
  return (
    <ReadingListView
      state={view}
      query={query}
      status={status}
      toast={toast}
      language={language}
      t={t}
      transfer={{
        exportJson: () => {
          if (state.kind === 'open') downloadJson(state.listing, new Date());
        },
        importFile: async (file) => {
          const text = await run((store) => importJson(file, store, t));
          if (text !== null) setToast({ text, undo: false });
        },
      }}
      actions={{
        search: setQuery,
        filter: setStatus,
        openPassage: (id) => {
          const found = pages.flatMap(({ passages }) => passages).find((each) => each.id === id);
          if (found) open(addressAtPassage(found.source, found.selector, found.language));
        },
        openPage: (id) => {
          const found = pages.find(({ page }) => page.id === id);
          if (found) open(found.page.address);
        },
        setNote: (id, note) => update(id, { note }),
        setTags: (id, tags) => update(id, { tags }),
        setStatus: (id, chosen) => update(id, { status: chosen }),
        remove: async (id) => {
          const ids = await run((store) => store.remove([id]));
          if (ids === null) return;
          setRemoved(ids);
          setToast({ text: t('list.deleted'), undo: true });
        },
        undo: async () => {
          await run((store) => store.restore(removed));
          setToast(null);
        },
        dismissToast: () => setToast(null),
        retry,
      }}
    />
  );
}
