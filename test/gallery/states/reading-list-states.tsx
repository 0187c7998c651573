import type { ComponentChild } from 'preact';
import { ReadingListView } from '../../../components/reading-list/reading-list-view.tsx';
import type {
  ReadingListActions,
  ReadingListState,
  ReadingListViewProps,
} from '../../../components/reading-list/types.ts';
import type { InterfaceLanguage } from '../../../utils/i18n/translate.ts';
import { createTranslator } from '../../../utils/i18n.ts';
import { LISTED } from '../fixtures/saved.ts';

const actions: ReadingListActions = {
  search() {},
  filter() {},
  openPassage() {},
  openPage() {},
  setNote() {},
  setTags() {},
  setStatus() {},
  remove() {},
  undo() {},
  dismissToast() {},
  retry() {},
};

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
      transfer={{ exportJson() {}, importFile() {} }}
      language={language}
      t={t}
      {...given}
    />
  );
  const ready = { kind: 'ready', pages: LISTED, counts: COUNTS, unreadable: 0 } as const;
  const none = { 'to-read': 0, reading: 0, done: 0 };
  return {
    'list-full': show(ready, { query: 'bridge 大桥' }),
    'list-toast': show(
      { ...ready, unreadable: 2 },
      { toast: { text: t('list.deleted'), undo: true } },
    ),
    'list-filtered': show({ ...ready, pages: LISTED.slice(0, 1) }, { status: 'done' }),
    'list-none-found': show({ ...ready, pages: [] }, { query: 'tunnel' }),
    'list-empty': show({ kind: 'ready', pages: [], counts: none, unreadable: 0 }),
    'list-loading': show({ kind: 'loading' }),
    'list-failed': show({
      kind: 'failed',
      message: 'Another window holds the list in an older version.',
      remedy: 'Close the other windows of Parallax and try again.',
    }),
  };
}
