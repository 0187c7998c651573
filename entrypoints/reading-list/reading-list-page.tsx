import { useEffect, useMemo, useRef } from 'preact/hooks';
import { browser } from '#imports';
import { ReadingListView } from '../../components/reading-list/reading-list-view.tsx';
import type { ReadingListState } from '../../components/reading-list/types.ts';
import { problemLine } from '../../utils/i18n/problem-text.ts';
import { callBackground } from '../../utils/messages.ts';
import { tellOfChanges } from '../../utils/own-page/tell-of-changes.ts';
import { useFolder } from '../../utils/own-page/use-folder.ts';
import { useImport } from '../../utils/own-page/use-import.ts';
import { dressDocument, useSettings, useTongue } from '../../utils/own-page/use-settings.ts';
import type { Listing } from '../../utils/reading-list/listing.ts';
import {
  ANYTHING,
  countsOf,
  facetsOf,
  narrowed,
  topicName,
} from '../../utils/reading-list/narrow.ts';
import { nextTask } from '../../utils/reading-list/next-task.ts';
import { rowsOf } from '../../utils/reading-list/rows.ts';
import { wholeListing } from '../../utils/reading-list/whole-listing.ts';
import type { Settings } from '../../utils/settings/settings.ts';
import { partOf } from './part-of.ts';
import { useArrangement } from './use-arrangement.ts';
import { useConflicts } from './use-conflicts.ts';
import { useDeeds } from './use-deeds.ts';
import { useExport } from './use-export.ts';
import { useList } from './use-list.ts';
import { useSelection } from './use-selection.ts';
import { useStorage } from './use-storage.ts';
import { useTopicNames } from './use-topic-names.ts';

const NOTHING: Listing = { pages: [], unreadable: [] };

/** The reading list: wires the view to the store, the search and the settings. */
export function ReadingListPage({ settings: atOpening }: { readonly settings: Settings }) {
  const settings = useSettings(atOpening);
  const { language, t } = useTongue(settings);
  const { state, retry, settled, withStore } = useList();
  const deeds = useDeeds(withStore, t);
  const arrangement = useArrangement(deeds, t);
  const { narrowing, query, grouping, sort } = arrangement;

  const listing = state.kind === 'open' ? state.listing : NOTHING;
  const search = state.kind === 'open' ? state.search : null;
  const { pages } = listing;
  const shown = useMemo(
    () => narrowed(pages, search?.find(query) ?? null, narrowing),
    [pages, search, query, narrowing],
  );
  const rows = useMemo(() => rowsOf(shown, { grouping, sort }), [shown, grouping, sort]);
  const counts = useMemo(() => countsOf(pages), [pages]);
  const topics = useTopicNames(pages, language);
  const facets = useMemo(() => facetsOf(pages, topics), [pages, topics]);
  const selection = useSelection({ rows, deeds });
  const transfer = useImport({
    withStore,
    done: (report, left) => {
      const { added, changed } = report;
      deeds.tell(t('list.imported', { added, changed, left }), () => deeds.takeBack(report.images));
    },
    cancelled: () => deeds.tell(t('import.cancelled'), null),
    t,
  });
  const latest = useRef({ pages, shown, chosen: selection.ids });
  latest.current = { pages, shown, chosen: selection.ids };
  const writing = useExport(deeds, { t, language });
  const isRead = state.kind === 'open' && state.read === 1;
  const stage = state.kind === 'failed' ? 'failed' : isRead ? 'read' : 'reading';
  const storage = useStorage(stage, { bringIn: transfer.importFile, say: deeds.say });
  const folder = useFolder(withStore, stage === 'read');
  const conflicts = useConflicts({ pages, folder, deeds, withStore, t });

  useEffect(() => {
    document.documentElement.lang = language;
    document.title = t('list.title');
    dressDocument(settings);
  }, [language, t, settings]);

  useEffect(() => {
    const controller = new AbortController();
    tellOfChanges(controller.signal);
    return () => controller.abort();
  }, []);

  const open = (url: string): void =>
    void browser.tabs.create({ url }).catch((error: unknown) => deeds.say(error, 'open-failed'));

  const view: ReadingListState =
    state.kind === 'open'
      ? {
          kind: 'ready',
          rows,
          shown: {
            pages: shown.length,
            passages: shown.reduce((sum, { passages }) => sum + passages.length, 0),
          },
          ...{ counts, read: state.read, unreadable: listing.unreadable.length },
        }
      : state;
  return (
    <ReadingListView
      state={view}
      query={query}
      status={narrowing.status}
      toast={deeds.toast}
      topicName={(id) => topicName(id, topics)}
      language={language}
      t={t}
      arrangement={{ ...arrangement, facets }}
      selection={selection}
      storage={storage}
      folder={folder}
      conflicts={conflicts}
      transfer={{
        ...transfer,
        exporting: writing.exporting,
        cancelExport: writing.cancelExport,
        importFile: (file) => transfer.importFile(file, file.name),
        exportAs: (format, scope) => {
          writing.write(format, async (rest) => {
            // Everything is what lies on the disk, whatever of it this page has read so far.
            if (scope === 'all') return withStore((store) => wholeListing(store, rest));
            await settled();
            await nextTask();
            return partOf(scope, latest.current);
          });
        },
      }}
      actions={{
        search: arrangement.setQuery,
        filter: (status) => arrangement.narrow({ status }),
        showAll: () => {
          arrangement.setQuery('');
          arrangement.narrow(ANYTHING);
        },
        openPassage: (id) =>
          void callBackground('openPassage', { id }).then((answer) => {
            if (!answer.ok) deeds.tell(problemLine(answer.error, t), null);
          }),
        openPage: (id) => {
          const found = pages.find(({ page }) => page.id === id);
          if (found) open(found.page.address);
        },
        setNote: (id, note) => deeds.edit([id], () => ({ note })),
        setTags: (id, tags) => void deeds.edit([id], () => ({ tags })),
        setStatus: (id, status) => void deeds.edit([id], () => ({ status })),
        remove: (id) => deeds.remove([id]),
        undo: deeds.undo,
        dismissToast: deeds.dismiss,
        retry,
      }}
    />
  );
}
