import { Button } from '../parts/button.tsx';
import { STATUSES } from './statuses.ts';
import type { ListProps, Selection } from './types.ts';

/** What can be done to all chosen entries at once. */
export function BulkBar(props: Pick<ListProps, 't'> & { readonly selection: Selection }) {
  const { selection, t } = props;
  const count = selection.ids.size;
  if (count === 0) return null;
  const byTag = (add: boolean) => (event: Event & { readonly currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const field = event.currentTarget.querySelector('input');
    const tag = field?.value.trim() ?? '';
    if (field) field.value = '';
    if (tag !== '') (add ? selection.addTag : selection.removeTag)(tag);
  };
  return (
    <section class="bulk" aria-label={t('list.chosen', { count })}>
      <p role="status">{t('list.chosen', { count })}</p>
      <Button onPress={selection.all}>{t('list.chooseAll')}</Button>
      <Button onPress={selection.none}>{t('list.chooseNone')}</Button>
      <select
        class="status"
        aria-label={t('list.status')}
        value=""
        onChange={(event) => {
          const chosen = STATUSES.find((status) => status === event.currentTarget.value);
          event.currentTarget.value = '';
          if (chosen) selection.setStatus(chosen);
        }}
      >
        <option value="">{t('list.status')}</option>
        {STATUSES.map((status) => (
          <option key={status} value={status}>
            {t(`status.${status}`)}
          </option>
        ))}
      </select>
      {[true, false].map((add) => (
        <form key={String(add)} onSubmit={byTag(add)}>
          <input
            type="text"
            class="tag-field"
            maxLength={100}
            aria-label={t(add ? 'list.addTag' : 'list.dropTag')}
            placeholder={t(add ? 'list.addTag' : 'list.dropTag')}
          />
        </form>
      ))}
      <Button icon="remove" onPress={selection.remove}>
        {t('list.delete')}
      </Button>
    </section>
  );
}
