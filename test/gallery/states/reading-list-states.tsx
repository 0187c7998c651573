import type { ComponentChild } from 'preact';
import { ReadingListView } from '../../../components/reading-list/reading-list-view.tsx';
import type {
  Arrangement,
  ImportState,
  ReadingListActions,
  ReadingListState,
  ReadingListViewProps,
  Selection,
  Storage,
  TransferActions,
} from '../../../components/reading-list/types.ts';
import type { InterfaceLanguage } from '../../../utils/i18n/translate.ts';
import { createTranslator } from '../../../utils/i18n.ts';
import { ANYTHING, facetsOf, topicName } from '../../../utils/reading-list/narrow.ts';
import { rowsOf } from '../../../utils/reading-list/rows.ts';
import { CONFLICTS, FOLDER } from '../fixtures/folder.ts';
import { LISTED } from '../fixtures/saved.ts';

const actions: ReadingListActions = {
  search() {},
  filter() {},
  showAll() {},
  openPassage() {},
  openPage() {},
  setNote: async () => true,
  setTags() {},
  setStatus() {},
  remove() {},
  undo() {},
  dismissToast() {},
  retry() {},
};

const TRANSFER: TransferActions = {
  exportAs() {},
  exporting: null,
  cancelExport() {},
  importFile() {},
  setMode() {},
  confirm() {},
  cancel() {},
  importing: null,
};

const ARRANGEMENT: Arrangement = {
  narrowing: ANYTHING,
  facets: facetsOf(LISTED),
  grouping: 'page',
  sort: 'newest',
  saved: [{ name: 'Bridge, to read', narrowing: ANYTHING, query: 'bridge' }],
  narrow() {},
  group() {},
  sortBy() {},
  keep() {},
  use() {},
  forget() {},
};

const NOTHING_CHOSEN: Selection = {
  ids: new Set(),
  toggle() {},
  all() {},
  none() {},
  setStatus() {},
  addTag() {},
  removeTag() {},
  remove() {},
};

const STORAGE: Storage = {
  used: 12_345_678,
  quota: 1e10,
  isPersisted: true,
  kept: 5,
  backups: [
    { id: 2, at: '2031-05-11T08:00:00.000Z', reason: 'schedule', records: 181, size: 240_000 },
    { id: 1, at: '2031-05-10T08:00:00.000Z', reason: 'migration', records: 1, size: 1_200 },
  ],
  keep() {},
  restore() {},
  download() {},
};

const PREVIEW: ImportState = {
  step: 'preview',
  name: 'list-of-another-computer.json',
  mode: 'merge',
  report: {
    ...{ added: 12, changed: 1, unchanged: 40, removed: 0, kept: 0, outdone: 2, images: [] },
    samples: [
      { id: 'p1', verdict: 'added', name: 'will keep the bridge open in each season', fields: [] },
      {
        id: 'p2',
        verdict: 'changed',
        name: '大桥四季畅通',
        fields: [{ field: 'note', before: 'compare', after: 'compare with the declaration' }],
      },
    ],
  },
  without: [
    { what: 'place', count: 3 },
    { what: 'people', count: 1 },
  ],
  refused: [
    {
      fault: {
        ...{ code: 'too-long', field: 'note', limit: 100_000 },
        ...{ kind: 'passage', id: 'x', entry: 7 },
      },
    },
  ],
};

const shownOf = (pages: typeof LISTED) => ({
  rows: rowsOf(pages, { grouping: 'page', sort: 'newest' }),
  shown: {
    pages: pages.length,
    passages: pages.reduce((sum, { passages }) => sum + passages.length, 0),
  },
  read: 1,
});

const COUNTS = { 'to-read': 3, reading: 1, done: 177 };

/** Every state of the reading list, by name. */
export function readingListStates(language: InterfaceLanguage): Record<string, ComponentChild> {
  const t = createTranslator(language);
  const show = (
    state: ReadingListState,
    given: Partial<ReadingListViewProps> = {},
  ): ComponentChild => (
    <ReadingListView
      state={state}
      query=""
      status={null}
      toast={null}
      actions={actions}
      transfer={TRANSFER}
      arrangement={ARRANGEMENT}
      selection={NOTHING_CHOSEN}
      storage={STORAGE}
      folder={FOLDER}
      topicName={(id) => topicName(id, new Map())}
      language={language}
      t={t}
      {...given}
    />
  );
  const ready = { kind: 'ready', ...shownOf(LISTED), counts: COUNTS, unreadable: 0 } as const;
  const none = { 'to-read': 0, reading: 0, done: 0 };
  return {
    'list-full': show(ready, { query: 'bridge 大桥' }),
    'list-conflicts': show(ready, { conflicts: CONFLICTS }),
    'list-toast': show(
      { ...ready, unreadable: 2 },
      { toast: { text: t('list.deleted'), undo: true } },
    ),
    'list-filtered': show({ ...ready, ...shownOf(LISTED.slice(0, 1)) }, { status: 'done' }),
    'list-none-found': show({ ...ready, ...shownOf([]) }, { query: 'tunnel' }),
    'list-empty': show({ kind: 'ready', ...shownOf([]), counts: none, unreadable: 0 }),
    'list-chosen': show(
      { ...ready, read: 0.42, rows: rowsOf(LISTED, { grouping: 'topic', sort: 'newest' }) },
      {
        selection: { ...NOTHING_CHOSEN, ids: new Set(['p1', 'p2']) },
        arrangement: {
          ...ARRANGEMENT,
          grouping: 'topic',
          narrowing: { ...ANYTHING, from: '2031-05-01' },
        },
      },
    ),
    'list-import': show(ready, { transfer: { ...TRANSFER, importing: PREVIEW } }),
    'list-import-writing': show(ready, {
      transfer: {
        ...TRANSFER,
        importing: { step: 'writing', name: 'list.json', done: 300, of: 1_000 },
      },
    }),
    'list-loading': show({ kind: 'loading' }),
    'list-failed': show({
      kind: 'failed',
      problem: {
        code: 'list-newer',
        message: 'The reading list was written by a newer version of the extension.',
        remedy: 'Update the extension. Nothing in the list was changed.',
      },
    }),
  };
}
