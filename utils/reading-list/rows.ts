import type { ListedPage, PageRecord, PassageRecord } from './model.ts';
import { siteOf } from './narrow.ts';

export const GROUPINGS = ['page', 'topic', 'day'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const SORTS = ['newest', 'oldest', 'title', 'site'] as const;
export type Sort = (typeof SORTS)[number];

/** One line of the list. */
export type Row =
  /** A page with what was noted on it; its passages follow. */
  | { readonly kind: 'page'; readonly key: string; readonly listed: ListedPage }
  /** A topic or a day; `value` is empty for passages without one. */
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly by: 'topic' | 'day';
      readonly value: string;
      readonly count: number;
    }
  | {
      readonly kind: 'passage';
      readonly key: string;
      readonly page: PageRecord;
      readonly passage: PassageRecord;
      /** Whether the last of its group. */
      readonly isLast: boolean;
    };

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Pages in the order asked for; `pages` come newest first. */
function sorted(pages: readonly ListedPage[], sort: Sort): readonly ListedPage[] {
  if (sort === 'newest') return pages;
  if (sort === 'oldest') return pages.toReversed();
  const keyOf = ({ page }: ListedPage): string =>
    (sort === 'title' ? page.title : siteOf(page)).toLocaleLowerCase();
  const keys = new Map(pages.map((listed) => [listed, keyOf(listed)]));
  return pages.toSorted((a, b) => compare(keys.get(a) ?? '', keys.get(b) ?? ''));
}

/** The lines of the list in their order. */
export function rowsOf(
  pages: readonly ListedPage[],
  { grouping, sort }: { readonly grouping: Grouping; readonly sort: Sort },
): readonly Row[] {
  const inOrder = sorted(pages, sort);
  return grouping === 'page' ? byPage(inOrder) : byValue(inOrder, grouping, sort);
}

type PassageRow = Extract<Row, { kind: 'passage' }>;

/** Rows made before: a search makes a hundred thousand of them a key, nearly all the same. */
const made = new WeakMap<PassageRecord, PassageRow>();

function passageRow(page: PageRecord, passage: PassageRecord, isLast: boolean): Row {
  const known = made.get(passage);
  if (known?.isLast === isLast && known.page === page) return known;
  const row: PassageRow = { kind: 'passage', key: passage.id, page, passage, isLast };
  made.set(passage, row);
  return row;
}

function byPage(pages: readonly ListedPage[]): readonly Row[] {
  const rows: Row[] = [];
  for (const listed of pages) for (const row of rowsOfPage(listed)) rows.push(row);
  return rows;
}

const madeOfPage = new WeakMap<ListedPage, readonly Row[]>();

function rowsOfPage(listed: ListedPage): readonly Row[] {
  const known = madeOfPage.get(listed);
  if (known) return known;
  const { page, passages } = listed;
  const rows = passages.map((passage, at) => passageRow(page, passage, at === passages.length - 1));
  rows.unshift({ kind: 'page', key: page.id, listed });
  madeOfPage.set(listed, rows);
  return rows;
}

function byValue(pages: readonly ListedPage[], by: 'topic' | 'day', sort: Sort): readonly Row[] {
  const groups = new Map<string, { page: PageRecord; passage: PassageRecord | null }[]>();
  const add = (value: string, page: PageRecord, passage: PassageRecord | null): void => {
    const group = groups.get(value);
    if (group) group.push({ page, passage });
    else groups.set(value, [{ page, passage }]);
  };
  for (const { page, passages } of pages) {
    if (page.isEntry) add(by === 'day' ? page.savedAt.slice(0, 10) : '', page, null);
    for (const passage of passages) {
      add(
        by === 'day' ? passage.savedAt.slice(0, 10) : (passage.match?.topic ?? ''),
        page,
        passage,
      );
    }
  }
  const values = [...groups].sort(([a, first], [b, second]) => {
    if (by === 'day') return sort === 'oldest' ? compare(a, b) : compare(b, a);
    // What has no topic comes last.
    return Number(a === '') - Number(b === '') || second.length - first.length || compare(a, b);
  });
  return values.flatMap(([value, members]): Row[] => [
    { kind: 'group', key: `${by} ${value}`, by, value, count: members.length },
    ...members.map(({ page, passage }, at): Row => {
      const isLast = at === members.length - 1;
      if (passage !== null) return passageRow(page, passage, isLast);
      return { kind: 'page', key: page.id, listed: { page, passages: [] } };
    }),
  ]);
}

/** Ids of the entries among the rows: passages, and pages that were saved themselves. */
export function entriesOf(rows: readonly Row[]): string[] {
  return rows.flatMap((row) => {
    if (row.kind === 'passage') return [row.passage.id];
    return row.kind === 'page' && row.listed.page.isEntry ? [row.listed.page.id] : [];
  });
}
