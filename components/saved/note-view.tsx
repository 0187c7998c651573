import { useEffect, useRef } from 'preact/hooks';
import type { InterfaceLanguage, Translate } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../../utils/i18n.ts';
import type { SavedPassage } from '../../utils/messages.ts';
import { formatDay } from '../format.ts';
import { Button } from '../parts/button.tsx';

/** A passage to write on, or why there is none. */
export type NoteState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'open'; readonly passage: SavedPassage };

interface NoteViewProps {
  readonly state: NoteState;
  /** What came of the last keeping. */
  readonly said: string;
  /** Resolves with whether it is kept. */
  readonly keep: (change: {
    readonly note?: string;
    readonly tags?: readonly string[];
  }) => Promise<boolean>;
  readonly done: () => void;
  readonly language: InterfaceLanguage;
  readonly t: Translate<TextKey>;
}

/** How long after the last key what was written is kept, in milliseconds. */
const REST = 400;

/** Note and tags of a saved passage, in a window of their own: a page could watch what is written on it. */
export function NoteView(props: NoteViewProps) {
  const { state, said, done, language, t } = props;
  return (
    <main
      class="surface note-window"
      lang={language}
      onKeyDown={(event) => {
        const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
        // The keys of an input method are its own.
        if (event.isComposing || (event.key !== 'Escape' && !isDone)) return;
        // Leaving a field keeps what was written in it.
        if (event.target instanceof HTMLElement) event.target.blur();
        done();
      }}
    >
      <h1>{t('saved.title')}</h1>
      {state.kind === 'failed' && <p role="alert">{state.why}</p>}
      {state.kind === 'open' && <Fields {...props} passage={state.passage} />}
      <footer>
        <p role="status">{said}</p>
        <Button look="main" onPress={done}>
          {t('saved.close')}
        </Button>
      </footer>
    </main>
  );
}

/** What is written is kept a moment after each key, when its field is left, and when the window goes. */
function Fields({ passage, keep, language, t }: NoteViewProps & { passage: SavedPassage }) {
  const { exact, savedAt } = passage;
  const note = useRef<HTMLTextAreaElement>(null);
  const date = formatDay(Date.parse(savedAt), language);
  const keepNote = useKept(passage.note, (written) => keep({ note: written.trim() }));
  const keepTags = useKept(passage.tags.join(', '), (written) =>
    keep({
      tags: [...new Set(written.split(/[,，、\n]/u).map((tag) => tag.trim()))].filter(Boolean),
    }),
  );
  useEffect(() => note.current?.focus(), []);
  return (
    <>
      <blockquote class="quotation" lang={passage.language ?? ''}>
        {exact}
      </blockquote>
      <p class="cap">{t('saved.date', { date })}</p>
      <label>
        <span class="cap">{t('saved.note')}</span>
        <textarea
          ref={note}
          rows={5}
          maxLength={100_000}
          defaultValue={passage.note}
          onInput={(event) => keepNote.later(event.currentTarget.value)}
          onBlur={keepNote.now}
        />
      </label>
      <label>
        <span class="cap">{t('saved.tags')}</span>
        <input
          type="text"
          maxLength={1_000}
          defaultValue={passage.tags.join(', ')}
          onInput={(event) => keepTags.later(event.currentTarget.value)}
          onBlur={keepTags.now}
        />
      </label>
    </>
  );
}

/** Keeps a text that is being written; what could not be kept makes the browser ask before the window goes. */
function useKept(atFirst: string, keep: (written: string) => Promise<boolean>) {
  const state = useRef({ kept: atFirst, written: atFirst, keep, timer: 0 });
  state.current.keep = keep;
  const now = async (): Promise<boolean> => {
    const own = state.current;
    clearTimeout(own.timer);
    const { written } = own;
    if (written === own.kept) return true;
    const isKept = await own.keep(written);
    if (isKept) own.kept = written;
    return isKept;
  };
  const later = (written: string): void => {
    const own = state.current;
    own.written = written;
    clearTimeout(own.timer);
    own.timer = window.setTimeout(now, REST);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: from the field's first moment to its last
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    addEventListener('pagehide', () => void now(), { signal });
    const ask = (event: BeforeUnloadEvent): void => {
      if (state.current.written === state.current.kept) return;
      void now();
      event.preventDefault();
    };
    addEventListener('beforeunload', ask, { signal });
    return () => {
      void now();
      controller.abort();
    };
  }, []);
  return { later, now };
}
