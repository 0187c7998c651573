import type { RowProps } from './types.ts';

/** The box that chooses an entry for what is done to several at once. */
export function Choose(props: RowProps & { readonly id: string; readonly name: string }) {
  const { selection, id, name, t } = props;
  if (!selection) return null;
  return (
    <input
      type="checkbox"
      class="choose"
      aria-label={t('list.choose', { name: name.slice(0, 60) })}
      checked={selection.ids.has(id)}
      onChange={() => selection.toggle(id)}
    />
  );
}
