import { useState } from 'preact/hooks';
import type { Translate } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../../utils/i18n.ts';
import { Button } from '../parts/button.tsx';

/**
 * The field in which a note is edited, in its place. Leaving the field keeps what was written, so
 * that nothing is lost; Escape takes it back, Ctrl or Cmd with Enter keeps it.
 */
export function NoteEditor(props: {
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
