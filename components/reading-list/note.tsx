import { useEffect, useRef, useState } from 'preact/hooks';
import type { Translate } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../../utils/i18n.ts';
import { Button } from '../parts/button.tsx';
import { Marked } from './marked.tsx';

interface NoteProps {
  readonly note: string;
  readonly query: string;
  readonly setNote: (note: string) => void;
  readonly t: Translate<TextKey>;
}

/** A note, edited in its place. Leaving the field keeps what was written; Escape takes it back. */
export function Note({ note, query, setNote, t }: NoteProps) {
  const [isEditing, setEditing] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    if (isEditing) place.current?.querySelector('textarea')?.focus();
    else if (wasEditing.current && !document.activeElement?.closest('.note')) {
      if (document.activeElement === document.body) place.current?.querySelector('button')?.focus();
    }
    wasEditing.current = isEditing;
  }, [isEditing]);
  return (
    <div class="note" ref={place}>
      {isEditing ? (
        <NoteEditor
          note={note}
          keep={(written) => {
            if (written !== note) setNote(written);
            setEditing(false);
          }}
          cancel={() => setEditing(false)}
          t={t}
        />
      ) : (
        <>
          {note !== '' && (
            <p class="note-text">
              <Marked text={note} query={query} />
            </p>
          )}
          <Button look="quiet" icon="edit" onPress={() => setEditing(true)}>
            {t(note === '' ? 'list.addNote' : 'list.editNote')}
          </Button>
        </>
      )}
    </div>
  );
}

function NoteEditor(props: {
  readonly note: string;
  readonly keep: (written: string) => void;
  readonly cancel: () => void;
  readonly t: Translate<TextKey>;
}) {
  const { t } = props;
  const [written, setWritten] = useState(props.note);
  const keep = (): void => props.keep(written.trim());
  return (
    <form
      class="note-editor"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
      onFocusOut={(event) => {
        const goesTo = event.relatedTarget;
        if (!(goesTo instanceof Node && event.currentTarget.contains(goesTo))) keep();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.cancel();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep();
      }}
    >
      <textarea
        aria-label={t('list.note')}
        rows={3}
        value={written}
        onInput={(event) => setWritten(event.currentTarget.value)}
      />
      <div class="deeds">
        <Button look="main" onPress={keep}>
          {t('list.keepNote')}
        </Button>
        <Button onPress={props.cancel}>{t('list.cancel')}</Button>
      </div>
    </form>
  );
}
