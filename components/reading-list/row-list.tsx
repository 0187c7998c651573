import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Row } from '../../utils/reading-list/rows.ts';
import { GroupHeading } from './group-heading.tsx';
import { PageHeading } from './page-heading.tsx';
import { PassageRow } from './passage-row.tsx';
import type { RowListProps } from './types.ts';
import { useRowKeys } from './use-row-keys.ts';
import { useVirtual } from './use-virtual.ts';

/** Up to this length the whole list is drawn, so that the browser's own search and print find all. */
const SHORT = 60;

/** Expected height of a row before it is drawn, in CSS pixels. */
const EXPECTED = { page: 96, group: 56, passage: 190 } as const;

/** The lines of the list. Of a long one only what is near the sight is drawn. */
export function RowList(props: RowListProps) {
  return props.rows.length <= SHORT ? <ShortList {...props} /> : <LongList {...props} />;
}

function ShortList(props: RowListProps) {
  const { rows } = props;
  const keys = useRowKeys(props, () => undefined);
  return (
    <div class="rows" role="feed" aria-label={props.t('list.title')} {...keys}>
      {rows.map((row, at) => (
        <article key={row.key} {...place(at, rows.length)} {...looks(row, props)}>
          <RowContent {...props} row={row} />
        </article>
      ))}
    </div>
  );
}

function LongList(props: RowListProps) {
  const { rows } = props;
  const list = useRef<HTMLDivElement>(null);
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => {
    const top = (list.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
    if (Math.abs(top - above) > 1) setAbove(top);
  });
  const { items, height, measure, scrollTo } = useVirtual({
    count: rows.length,
    above,
    keyOf: (at) => rows[at]?.key ?? String(at),
    estimate: (at) => EXPECTED[rows[at]?.kind ?? 'passage'],
  });
  const keys = useRowKeys(props, scrollTo);
  return (
    <div
      ref={list}
      class="rows long"
      role="feed"
      aria-label={props.t('list.title')}
      style={{ blockSize: `${height}px` }}
      {...keys}
    >
      {items.map(({ index, start }) => {
        const row = rows[index];
        return (
          row && (
            <article
              key={row.key}
              ref={measure}
              data-index={index}
              style={{ transform: `translateY(${start - above}px)` }}
              {...place(index, rows.length)}
              {...looks(row, props)}
            >
              <RowContent {...props} row={row} />
            </article>
          )
        );
      })}
    </div>
  );
}

const place = (at: number, of: number) => ({
  'aria-posinset': at + 1,
  'aria-setsize': of,
  'data-at': at,
  tabIndex: -1,
});

/** Classes and kind of a row; a selected one says so to those who do not see it by its box. */
function looks(row: Row, { selection }: RowListProps) {
  const isSelected = selection?.ids.has(row.key) === true;
  const last = row.kind === 'passage' && row.isLast ? ' last' : '';
  if (row.kind !== 'passage') {
    const alone = row.kind === 'page' && row.listed.passages.length === 0 ? ' last' : '';
    return { class: `row ${row.kind}${alone}${isSelected ? ' selected' : ''}` };
  }
  return {
    class: `row passage${last}${isSelected ? ' selected' : ''}`,
    'data-kind': row.passage.match?.kind ?? 'none',
  };
}

function RowContent({ row, ...props }: RowListProps & { readonly row: Row }) {
  if (row.kind === 'group') return <GroupHeading {...props} row={row} />;
  if (row.kind === 'page') return <PageHeading {...props} listed={row.listed} />;
  return <PassageRow {...props} page={row.page} passage={row.passage} />;
}
