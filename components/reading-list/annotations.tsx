import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Annotations as Annotated } from '../../utils/reading-list/model.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { Marked } from './marked.tsx';
import { NoteEditor } from './note.tsx';
import { STATUSES } from './statuses.ts';
import { Tags } from './tags.tsx';
import type { ListProps } from './types.ts';

interface AnnotationsProps extends ListProps {
  readonly record: Annotated & { readonly id: string };
  /** Further buttons, before the status. */
  readonly children?: ComponentChildren;
}

/** What a reader can change on a page or passage: note, tags, status; and delete it. */
export function Annotations(props: AnnotationsProps) {
  const { record, query, actions, t } = props;
  const { id, note, tags, status } = record;
  const { isEditing, edit, leave, place } = useEditing();
  return (
    <div class="annotations" ref={place}>
      {isEditing && (
        <NoteEditor
          note={note}
          keep={async (written) => {
            const isKept = written === note || (await actions.setNote(id, written));
            if (isKept) leave();
            return isKept;
          }}
          cancel={leave}
          t={t}
        />
      )}
      {!isEditing && note !== '' && (
        <p class="note">
          <Marked text={note} query={query} />
        </p>
      )}
      <div class="line-of-deeds">
        {!isEditing && (
          <Button look="quiet" icon="edit" onPress={edit}>
            {t(note === '' ? 'list.addNote' : 'list.editNote')}
          </Button>
        )}
        <Tags tags={tags} setTags={(changed) => actions.setTags(id, changed)} t={t} />
        <div class="last-deeds">
          {props.children}
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
    </div>
  );
}

/** Whether the note is being edited; the focus goes into the field, and back to the button after it. */
function useEditing() {
  const [isEditing, setEditing] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    if (isEditing) place.current?.querySelector('textarea')?.focus();
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (!isEditing && wasEditing.current && isLost) {
      place.current?.querySelector<HTMLElement>('[data-icon="edit"]')?.closest('button')?.focus();
    }
    wasEditing.current = isEditing;
  }, [isEditing]);
  return { isEditing, place, edit: () => setEditing(true), leave: () => setEditing(false) };
}
