import { useEffect, useState } from 'preact/hooks';
import type { Facet } from '../../utils/reading-list/narrow.ts';
import type { Grouping, Sort } from '../../utils/reading-list/rows.ts';
import { Button, IconButton } from '../parts/button.tsx';
import type { Arrangement, ListProps } from './types.ts';

const FACETS = ['topic', 'item', 'tag', 'site', 'language'] as const satisfies readonly Facet[];
const GROUPINGS = ['page', 'topic', 'day'] as const satisfies readonly Grouping[];
const SORTS = ['newest', 'oldest', 'title', 'site'] as const satisfies readonly Sort[];
/** Values offered for one filter; the rest is found by searching. */
const MOST_VALUES = 300;

type Props = Pick<ListProps, 't' | 'language'> & { readonly arrangement: Arrangement };

/** Filters, grouping, sorting, and filters that were given a name. */
export function Arrange({ arrangement, language, t }: Props) {
  const { narrowing, facets } = arrangement;
  const languages = new Intl.DisplayNames([language], { type: 'language' });
  const narrows = isNarrowed(arrangement);
  const [isOpen, setOpen] = useState(narrows);
  // What narrows the list is shown; that it no longer does is no reason to close under the reader's hands.
  useEffect(() => {
    if (narrows) setOpen(true);
  }, [narrows]);
  return (
    <details
      class="arrange"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{t('list.narrow')}</summary>
      {FACETS.filter((facet) => facets[facet].length > 0).map((facet) => (
        <label key={facet}>
          <span>{t(`facet.${facet}`)}</span>
          <select
            value={narrowing[facet] ?? ''}
            onChange={(event) => arrangement.narrow({ [facet]: event.currentTarget.value || null })}
          >
            <option value="">{t('list.all')}</option>
            {facets[facet].slice(0, MOST_VALUES).map(({ value, name, count }) => (
              <option key={value} value={value} selected={value === narrowing[facet]}>
                {`${facet === 'language' ? (languages.of(name) ?? name) : name} (${count})`}
              </option>
            ))}
          </select>
        </label>
      ))}
      {(['from', 'to'] as const).map((end) => (
        <label key={end}>
          <span>{t(`facet.${end}`)}</span>
          <input
            type="date"
            value={narrowing[end] ?? ''}
            onInput={(event) => arrangement.narrow({ [end]: event.currentTarget.value || null })}
          />
        </label>
      ))}
      <Orders arrangement={arrangement} t={t} />
      <Named arrangement={arrangement} t={t} />
    </details>
  );
}

const isNarrowed = ({ narrowing: { status: _, ...rest } }: Arrangement): boolean =>
  Object.values(rest).some((value) => value !== null);

function Orders({ arrangement, t }: Omit<Props, 'language'>) {
  return (
    <>
      <label>
        <span>{t('list.group')}</span>
        <select
          value={arrangement.grouping}
          onChange={(event) => {
            const by = GROUPINGS.find((each) => each === event.currentTarget.value);
            if (by) arrangement.group(by);
          }}
        >
          {GROUPINGS.map((each) => (
            <option key={each} value={each} selected={each === arrangement.grouping}>
              {t(`group.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('list.sort')}</span>
        <select
          value={arrangement.sort}
          onChange={(event) => {
            const sort = SORTS.find((each) => each === event.currentTarget.value);
            if (sort) arrangement.sortBy(sort);
          }}
        >
          {SORTS.map((each) => (
            <option key={each} value={each} selected={each === arrangement.sort}>
              {t(`sort.${each}`)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

function Named({ arrangement, t }: Omit<Props, 'language'>) {
  const { saved } = arrangement;
  return (
    <div class="named">
      {saved.length > 0 && (
        <ul aria-label={t('list.savedFilters')}>
          {saved.map((filter) => (
            <li key={filter.name}>
              <Button look="quiet" onPress={() => arrangement.use(filter)}>
                {filter.name}
              </Button>
              <IconButton
                icon="close"
                name={t('list.forgetFilter', { name: filter.name })}
                onPress={() => arrangement.forget(filter.name)}
              />
            </li>
          ))}
        </ul>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const field = event.currentTarget.querySelector('input');
          const name = field?.value.trim() ?? '';
          if (field) field.value = '';
          if (name !== '') arrangement.keep(name);
        }}
      >
        <input
          type="text"
          class="tag-field"
          maxLength={60}
          aria-label={t('list.keepFilter')}
          placeholder={t('list.keepFilter')}
        />
      </form>
    </div>
  );
}
