import type { Annotations as Annotated } from '../../utils/reading-list/model.ts';
import { IconButton } from '../parts/button.tsx';
import { Note } from './note.tsx';
import { STATUSES } from './statuses.ts';
import { Tags } from './tags.tsx';
import type { ListProps } from './types.ts';

/** What a reader can change on a page or passage: note, tags, status; and delete it. */
export function Annotations(props: ListProps & { readonly record: Annotated & { id: string } }) {
  const { record, query, actions, t } = props;
  const { id, note, tags, status } = record;
  return (
    <div class="annotations">
      <Note note={note} query={query} setNote={(written) => actions.setNote(id, written)} t={t} />
      <div class="line-of-deeds">
        <Tags tags={tags} setTags={(changed) => actions.setTags(id, changed)} t={t} />
        <select
          class="status"
          aria-label={t('list.status')}
          value={status}
          onChange={(event) => {
            const chosen = STATUSES.find((value) => value === event.currentTarget.value);
            if (chosen !== undefined) actions.setStatus(id, chosen);
          }}
        >
          {STATUSES.map((value) => (
            <option key={value} value={value} selected={value === status}>
              {t(`status.${value}`)}
            </option>
          ))}
        </select>
        <IconButton icon="remove" name={t('list.delete')} onPress={() => actions.remove(id)} />
      </div>
    </div>
  );
}
