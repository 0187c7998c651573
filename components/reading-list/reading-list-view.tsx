import { useRef } from 'preact/hooks';
import { problemLine } from '../../utils/i18n/problem-text.ts';
import { Toast } from '../parts/toast.tsx';
import { Arrange } from './arrange.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { Conflicts } from './conflicts.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { ListSearch } from './list-search.tsx';
import { ListState, Summary } from './list-states.tsx';
import { RowList } from './row-list.tsx';
import { STATUSES } from './statuses.ts';
import { StoragePanel } from './storage-panel.tsx';
import { Transfer } from './transfer.tsx';
import type { ReadingListState, ReadingListViewProps } from './types.ts';

type Ready = Extract<ReadingListState, { kind: 'ready' }>;

/** The reading list page: search, filters by status, pages with their passages, and the toast. */
export function ReadingListView(props: ReadingListViewProps) {
  const { state, actions, toast, language, t } = props;
  const list = useRef<HTMLElement>(null);
  const remove = (id: string): void => {
    // The button that was pressed goes away with its row: the focus must not fall to the document.
    list.current?.focus();
    actions.remove(id);
  };
  return (
    <div class="surface reading-list" lang={language}>
      <header class="top">
        <h1>{t('list.title')}</h1>
        <ListSearch query={props.query} search={actions.search} t={t} />
        {state.kind === 'ready' && (
          <div class="side">
            <Filters {...props} counts={state.counts} />
            {props.arrangement && (
              <Arrange arrangement={props.arrangement} language={language} t={t} />
            )}
            {props.transfer && (
              <Transfer actions={props.transfer} chosen={props.selection?.ids.size ?? 0} t={t} />
            )}
            {props.storage && (
              <StoragePanel
                storage={props.storage}
                folder={props.folder}
                language={language}
                t={t}
              />
            )}
          </div>
        )}
      </header>
      <main ref={list} tabIndex={-1}>
        {state.kind === 'loading' && <p class="cap">{t('list.loading')}</p>}
        {state.kind === 'failed' && (
          <>
            <ListState
              title={t('list.failed')}
              hint={problemLine(state.problem, t)}
              deed={{ name: t('list.retry'), run: actions.retry }}
            />
            {props.storage && (
              <StoragePanel
                storage={props.storage}
                folder={props.folder}
                language={language}
                t={t}
              />
            )}
          </>
        )}
        {state.kind === 'ready' && props.conflicts && (
          <Conflicts {...props.conflicts} language={language} t={t} />
        )}
        {state.kind === 'ready' && (
          <Pages {...props} state={state} actions={{ ...actions, remove }} />
        )}
      </main>
      {props.transfer?.importing && (
        <ImportDialog importing={props.transfer.importing} actions={props.transfer} t={t} />
      )}
      <Toast
        text={toast?.text ?? null}
        undo={toast?.undo ? { name: t('list.undo'), run: actions.undo } : null}
        dismiss={{ name: t('list.dismiss'), run: actions.dismissToast }}
      />
    </div>
  );
}

function Filters({
  counts,
  status,
  actions,
  t,
}: ReadingListViewProps & { readonly counts: Ready['counts'] }) {
  const all = STATUSES.reduce((sum, each) => sum + counts[each], 0);
  return (
    <nav class="filters" aria-label={t('list.filters')}>
      {[null, ...STATUSES].map((each) => (
        <button
          key={each}
          type="button"
          class="filter"
          aria-pressed={each === status}
          onClick={() => actions.filter(each)}
        >
          <span>{t(each === null ? 'list.all' : `status.${each}`)}</span>
          <small>{each === null ? all : counts[each]}</small>
        </button>
      ))}
    </nav>
  );
}

function Pages(props: ReadingListViewProps & { readonly state: Ready }) {
  const { state, query, status, actions, selection, arrangement, t } = props;
  const { rows, shown, counts, unreadable, read } = state;
  const isNarrowed =
    arrangement !== undefined && Object.values(arrangement.narrowing).some((to) => to !== null);
  const isFiltered = query.trim() !== '' || status !== null || isNarrowed;
  const isEmpty = STATUSES.every((each) => counts[each] === 0);
  return (
    <>
      {unreadable > 0 && <p class="warning">{t('list.unreadable', { count: unreadable })}</p>}
      {rows.length > 0 && <Summary {...shown} t={t} />}
      {read < 1 && <p class="cap">{t('list.stillReading', { percent: Math.floor(read * 100) })}</p>}
      {selection && <BulkBar selection={selection} t={t} />}
      {rows.length > 0 && (
        <RowList
          rows={rows}
          query={query}
          actions={actions}
          selection={selection}
          topicName={props.topicName ?? String}
          isPageNamed={arrangement !== undefined && arrangement.grouping !== 'page'}
          language={props.language}
          t={t}
        />
      )}
      {rows.length === 0 && isFiltered && !isEmpty && (
        <ListState
          title={t('list.noneFound')}
          hint={t('list.noneFoundHint')}
          deed={{ name: t('list.showAll'), run: actions.showAll }}
        />
      )}
      {rows.length === 0 && read === 1 && (isEmpty || !isFiltered) && (
        <ListState title={t('list.empty')} hint={t('list.emptyHint')} deed={null} />
      )}
    </>
  );
}
