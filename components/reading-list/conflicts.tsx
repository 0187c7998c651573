import type { Conflict } from '../../utils/reading-list/folder/bucket-file.ts';
import { formatMoment } from '../format.ts';
import { Button } from '../parts/button.tsx';
import type { ListProps } from './types.ts';

/** A value that gave way to one from another computer, with the one that stands. */
export interface ConflictShown {
  readonly conflict: Conflict;
  /** The passage's words or the page's title, and their language. */
  readonly name: string;
  readonly language: string | null;
  /** What stands in the list now. */
  readonly now: string;
}

export interface ConflictActions {
  /** Leaves the list as it is. */
  keep(conflict: Conflict): void;
  /** Puts the other value into the list. */
  take(conflict: Conflict): void;
}

/** Shown at once; the others come when these are done. */
const MOST = 20;

/** What was written on two computers at once: both versions, until the reader has chosen. */
export function Conflicts(
  props: Pick<ListProps, 't' | 'language'> & {
    readonly conflicts: readonly ConflictShown[];
    readonly actions: ConflictActions;
  },
) {
  const { conflicts, actions, language, t } = props;
  if (conflicts.length === 0) return null;
  return (
    <section class="conflicts" aria-labelledby="list-conflicts">
      <h2 id="list-conflicts">{t('conflict.title', { count: conflicts.length })}</h2>
      <ul>
        {conflicts.slice(0, MOST).map((shown) => {
          const { conflict, name, now } = shown;
          const { field, at } = conflict;
          return (
            <li key={conflict.key}>
              <p class="quotation" lang={shown.language ?? ''}>
                {name}
              </p>
              {field === 'life' ? (
                <p>{t('conflict.deleted')}</p>
              ) : (
                <dl>
                  <dt>{t('conflict.now', { field: t(`list.${field}`) })}</dt>
                  <dd>{now === '' ? t('conflict.nothing') : now}</dd>
                  <dt>
                    {at === null
                      ? t('conflict.other')
                      : t('conflict.otherAt', { time: formatMoment(Date.parse(at), language) })}
                  </dt>
                  <dd>{textOf(conflict, t)}</dd>
                </dl>
              )}
              <div class="deeds">
                <Button onPress={() => actions.keep(conflict)}>{t('conflict.keep')}</Button>
                <Button look="quiet" onPress={() => actions.take(conflict)}>
                  {t(field === 'life' ? 'list.delete' : 'conflict.take')}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function textOf(conflict: Conflict, t: ListProps['t']): string {
  if (conflict.field === 'status') return t(`status.${conflict.value}`);
  return conflict.field === 'tags' ? conflict.value.join(', ') : conflict.value;
}
