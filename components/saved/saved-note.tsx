import { useEffect, useRef } from 'preact/hooks';
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
  readonly annotate: (change: Pick<SavedPassage, 'status'>) => void;
  /** Opens the window in which note and tags are written: a page could watch what is written on it. */
  readonly write: () => void;
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
        {!isRemoved && <Annotations {...props} />}
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

/** Note and tags, to be read here and written elsewhere, and the status. */
function Annotations({ passage, annotate, write, t }: SavedNoteProps) {
  const { note, tags, status } = passage;
  const isBlank = note === '' && tags.length === 0;
  return (
    <>
      {note !== '' && (
        <>
          <h3>{t('saved.note')}</h3>
          <p class="note">{note}</p>
        </>
      )}
      {tags.length > 0 && (
        <ul class="saved-tags" aria-label={t('saved.tagList')}>
          {tags.map((tag) => (
            <li key={tag}>{tag}</li>
          ))}
        </ul>
      )}
      <div class="saved-write">
        <Button icon="edit" onPress={write}>
          {t(isBlank ? 'saved.write' : 'saved.edit')}
        </Button>
        <p class="cap">{t('saved.apart')}</p>
      </div>
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
