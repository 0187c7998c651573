import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type NoteState, NoteView } from '../../components/saved/note-view.tsx';
import { problemLine } from '../../utils/i18n/problem-text.ts';
import { callBackground } from '../../utils/messages.ts';
import { useDocument, useSettings, useTongue } from '../../utils/own-page/use-settings.ts';
import type { Settings } from '../../utils/settings/settings.ts';

type Change = { readonly note?: string; readonly tags?: readonly string[] };

/** The window in which a note is written: wires its view to the reading list. */
export function NotePage({ settings: atOpening, id }: { settings: Settings; id: string }) {
  const settings = useSettings(atOpening);
  const tongue = useTongue(settings);
  const { language, t } = tongue;
  const [state, setState] = useState<NoteState>({ kind: 'loading' });
  const [said, setSaid] = useState('');
  useDocument(settings, tongue, t('saved.title'));

  useEffect(() => {
    void callBackground('savedPassage', { id }).then((answer) => {
      if (!answer.ok) setState({ kind: 'failed', why: problemLine(answer.error, t) });
      else if (answer.value === null) setState({ kind: 'failed', why: t('saved.removed') });
      else setState({ kind: 'open', passage: answer.value });
    });
  }, [id, t]);

  const keeping = useRef<Promise<boolean>>(Promise.resolve(true));
  const keep = useCallback(
    (change: Change) => {
      const kept = callBackground('annotate', { id, ...change }).then((answer) => {
        setSaid(answer.ok ? t('saved.kept') : problemLine(answer.error, t));
        return answer.ok;
      });
      keeping.current = Promise.all([keeping.current, kept]).then((all) => all.every(Boolean));
      return kept;
    },
    [id, t],
  );
  /** Closes the window once all is kept; what is not stays in sight. */
  const done = async (): Promise<void> => {
    const areKept = await keeping.current;
    keeping.current = Promise.resolve(true);
    if (areKept) close();
  };

  return (
    <NoteView
      state={state}
      said={said}
      keep={keep}
      done={() => void done()}
      language={language}
      t={t}
    />
  );
}
