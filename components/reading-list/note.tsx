import { useEffect, useRef, useState } from 'preact/hooks';
import type { Translate } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../../utils/i18n.ts';
import { Button } from '../parts/button.tsx';

/**
 * The field in which a note is edited, in its place. Leaving the field keeps what was written, so
 * that nothing is lost; Escape takes it back, Ctrl or Cmd with Enter keeps it. Where it cannot be kept
 * the field stays as it is; where its row goes out of sight it is kept; where the window is closed
 * over it the browser asks first.
 */
export function NoteEditor(props: {
  readonly note: string;
  /** Resolves with whether what was written is kept. */
  readonly keep: (written: string) => Promise<boolean>;
  readonly cancel: () => void;
  readonly t: Translate<TextKey>;
}) {
  const { t } = props;
  const [written, setWritten] = useState(props.note);
  const latest = useRef({ written, keep: props.keep });
  latest.current = { written, keep: props.keep };
  const isOver = useRef(false);
  const keep = (): void => {
    if (isOver.current) return;
    isOver.current = true;
    void latest.current.keep(latest.current.written.trim()).then((isKept) => {
      isOver.current = isKept;
    });
  };
  const cancel = (): void => {
    isOver.current = true;
    props.cancel();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: from the field's first moment to its last
  useEffect(() => {
    const { note } = props;
    const ask = (event: BeforeUnloadEvent): void => {
      if (latest.current.written.trim() !== note) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => {
      removeEventListener('beforeunload', ask);
      keep();
    };
  }, []);
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
        if (event.key === 'Escape') cancel();
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
        <Button onPress={cancel}>{t('list.cancel')}</Button>
      </div>
    </form>
  );
}
