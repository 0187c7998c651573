import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { InterfaceLanguage, Translate } from '../../utils/i18n/translate.ts';
import type { CardTextKey } from '../../utils/i18n.ts';
import type { SavedPassage } from '../../utils/messages.ts';
import type { Run } from '../../utils/reading-list/difference.ts';
import { formatDay } from '../format.ts';
import { Button, IconButton } from '../parts/button.tsx';

const STATUSES = ['to-read', 'reading', 'done'] as const;

interface SavedNoteProps {
  readonly passage: SavedPassage;
  /** How the words changed since they were saved; null where they are the same. */
  readonly changes: readonly Run[] | null;
  /** Whether the page holds the passage, changed or not. */
  readonly isHere: boolean;
  readonly isRemoved: boolean;
  /** What came of the last deed, and whether it can be taken back. */
  readonly said: string | null;
  readonly undo: (() => void) | null;
  readonly step: ((by: 1 | -1) => void) | null;
  readonly annotate: (change: Partial<Pick<SavedPassage, 'note' | 'tags' | 'status'>>) => void;
  readonly remove: () => void;
  readonly openList: () => void;
  readonly close: () => void;
  readonly language: InterfaceLanguage;
  readonly t: Translate<CardTextKey>;
}

/** What the reader wrote on a saved passage, on its page; both versions where the page has changed. */
export function SavedNote(props: SavedNoteProps) {
  const { passage, isRemoved, said, step, language, t } = props;
  const root = useRef<HTMLElement>(null);
  useEffect(() => root.current?.focus({ preventScroll: true }), []);
  const date = formatDay(Date.parse(passage.savedAt), language);
  return (
    <section
      ref={root}
      class="surface saved-note"
      tabIndex={-1}
      lang={language}
      role="dialog"
      aria-label={t('saved.title')}
      onKeyDown={(event) => event.key === 'Escape' && props.close()}
    >
      <header>
        <h2>{t('saved.title')}</h2>
        {step && (
          <>
            <IconButton icon="previous" name={t('saved.previous')} onPress={() => step(-1)} />
            <IconButton icon="next" name={t('saved.next')} onPress={() => step(1)} />
          </>
        )}
        <IconButton icon="close" name={t('saved.close')} onPress={props.close} />
      </header>
      <div class="saved-body">
        <Words {...props} />
        {!isRemoved && <Fields key={passage.id} {...props} />}
        <p class="cap">{t('saved.date', { date })}</p>
      </div>
      <footer>
        {!isRemoved && (
          <Button icon="remove" look="quiet" onPress={props.remove}>
            {t('saved.remove')}
          </Button>
        )}
        <Button look="quiet" onPress={props.openList}>
          {t('saved.openList')}
        </Button>
        <p role="status">
          {said}
          {props.undo && (
            <Button look="quiet" onPress={props.undo}>
              {t('saved.undo')}
            </Button>
          )}
        </p>
      </footer>
    </section>
  );
}

/** The saved words where the page shows others, or none, in their place. */
function Words({ passage, changes, isHere, t }: SavedNoteProps) {
  const { exact, language } = passage;
  if (!isHere) {
    return (
      <>
        <p>{t('saved.gone')}</p>
        <blockquote class="quotation" lang={language ?? ''}>
          {exact}
        </blockquote>
      </>
    );
  }
  if (changes === null) return null;
  return (
    <>
      <p>{t('saved.changed')}</p>
      <h3>{t('saved.then')}</h3>
      <blockquote class="quotation" lang={language ?? ''}>
        {changes.map(({ kind, text }, at) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: runs have no other name and never move
          kind === 'removed' ? <del key={at}>{text}</del> : kind === 'same' && text,
        )}
      </blockquote>
      <h3>{t('saved.now')}</h3>
      <blockquote class="quotation" lang={language ?? ''}>
        {changes.map(({ kind, text }, at) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: runs have no other name and never move
          kind === 'added' ? <ins key={at}>{text}</ins> : kind === 'same' && text,
        )}
      </blockquote>
    </>
  );
}

/** Note, tags and status. What was written is kept when its place is left. */
function Fields({ passage, annotate, t }: SavedNoteProps) {
  const { note, tags, status } = passage;
  const tagLine = tags.join(', ');
  const keepTags = (written: string): void => {
    const all = written.split(/[,，、\n]/u).map((tag) => tag.trim());
    const wanted = all.filter((tag) => tag !== '');
    if (wanted.join('\n') !== tags.join('\n')) annotate({ tags: wanted });
  };
  return (
    <>
      <Writing
        name={t('saved.note')}
        text={note}
        lines
        keep={(written) => written !== note && annotate({ note: written })}
      />
      <Writing name={t('saved.tags')} text={tagLine} keep={keepTags} />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is a form's, and there is none here */}
      <div role="group" aria-label={t('saved.status')} class="saved-status">
        {STATUSES.map((each) => (
          <Button
            key={each}
            isPressed={each === status}
            onPress={() => each !== status && annotate({ status: each })}
          >
            {t(`saved.${each}`)}
          </Button>
        ))}
      </div>
    </>
  );
}

/**
 * A place to write in that is no form field: Chromium asks its servers about the fields of a web page,
 * ours among them, and nothing is to leave the machine. Nor is spelling checked: for that Chromium
 * fetches a dictionary.
 */
function Writing(props: {
  readonly name: string;
  readonly text: string;
  readonly lines?: boolean;
  readonly keep: (written: string) => void;
}) {
  const { name, text, lines = false, keep } = props;
  const place = useRef<HTMLDivElement>(null);
  // Another window, or taking a change back, may write here too.
  useLayoutEffect(() => {
    if (place.current) place.current.textContent = text;
  }, [text]);
  const keepWritten = (): void => {
    // Gone where its taking away is what takes the focus: what was in it was kept before.
    if (place.current) keep(place.current.innerText.replaceAll('\u00a0', ' ').trim());
  };
  return (
    <div>
      <span class="cap" aria-hidden="true">
        {name}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div
        ref={place}
        class="writing"
        contentEditable="plaintext-only"
        spellcheck={false}
        role="textbox"
        tabIndex={0}
        aria-label={name}
        aria-multiline={lines}
        onBlur={keepWritten}
        onKeyDown={(event) => {
          const isDone = !lines || event.ctrlKey || event.metaKey;
          if (event.key !== 'Enter' || !isDone) return;
          event.preventDefault();
          keepWritten();
        }}
      />
    </div>
  );
}
