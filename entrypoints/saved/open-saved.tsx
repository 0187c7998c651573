import { render } from 'preact';
import { follow } from '../../components/place/follow.ts';
import { createShadowPlace } from '../../components/place/shadow-place.ts';
import { SavedNote } from '../../components/saved/saved-note.tsx';
import savedCss from '../../components/styles/saved-note.css?inline';
import { problemLine } from '../../utils/i18n/problem-text.ts';
import type { InterfaceLanguage, Translate } from '../../utils/i18n/translate.ts';
import type { CardTextKey } from '../../utils/i18n.ts';
import type { Phrase } from '../../utils/messages/page-parts.ts';
import { callBackground, type Result, type SavedPassage } from '../../utils/messages.ts';
import { differenceOf } from '../../utils/reading-list/difference.ts';

type Change = Pick<SavedPassage, 'status'>;

/** A saved passage to be shown on its page. */
interface SavedShown {
  readonly id: string;
  readonly theme: string;
  readonly language: InterfaceLanguage;
  readonly t: Translate<CardTextKey>;
  /** Where it stands, and what it says there now; null where the page does not hold it. */
  readonly place: { readonly phrase: Phrase; readonly text: string } | null;
  /** Goes to the saved passage before or after it; null where it is the only one. */
  readonly step: ((by: 1 | -1) => void) | null;
  /** Called when it was closed, however that was. */
  readonly closed: () => void;
}

/** Opens what the reader wrote on a saved passage, beside it. Returns how to close it. */
export function openSaved(document: Document, shown: SavedShown): () => void {
  const { id, place: here, step, language, t } = shown;
  const { place, holds, hasFocus, remove } = createShadowPlace(document, savedCss, shown.theme);
  const before = document.activeElement;
  const controller = new AbortController();
  const { signal } = controller;
  let passage: SavedPassage | null = null;
  let isRemoved = false;
  let said: string | null = null;
  let undo: (() => void) | null = null;

  function close(): void {
    if (signal.aborted) return;
    const hadFocus = hasFocus();
    controller.abort();
    render(null, place);
    remove();
    if (hadFocus && before instanceof HTMLElement && before.isConnected) {
      before.focus({ preventScroll: true });
    }
    shown.closed();
  }

  function draw(): void {
    if (passage === null || signal.aborted) return;
    const now = here?.text ?? null;
    const { exact } = passage;
    render(
      <SavedNote
        passage={passage}
        changes={now === null || now === exact ? null : differenceOf(exact, now, passage.language)}
        isHere={here !== null}
        {...{ isRemoved, said, undo, step, annotate, close, language, t }}
        write={() => void write()}
        remove={() => void take('unsave', true)}
        openList={() => void callBackground('openReadingList', null)}
      />,
      place,
    );
  }

  /** Says what came of a deed; one that was done can be taken back. */
  function tell(answer: Result<unknown>, done: string, back: (() => void) | null): boolean {
    said = answer.ok ? done : problemLine(answer.error, t);
    undo = answer.ok ? back : null;
    draw();
    return answer.ok;
  }

  async function put(change: Change, back: Change | null): Promise<void> {
    const answer = await callBackground('annotate', { id, ...change });
    if (answer.ok && passage) passage = { ...passage, ...change };
    tell(answer, t('saved.kept'), back && (() => void put(back, null)));
  }

  function annotate(change: Change): void {
    if (passage !== null) void put(change, { status: passage.status });
  }

  async function write(): Promise<void> {
    const answer = await callBackground('writeNote', { id });
    if (answer.ok) close();
    else tell(answer, '', null);
  }

  async function take(name: 'unsave' | 'resave', isGone: boolean): Promise<void> {
    const answer = await callBackground(name, { id });
    if (answer.ok) isRemoved = isGone;
    const back = isGone ? () => void take('resave', false) : null;
    tell(answer, t(isGone ? 'saved.removed' : 'saved.kept'), back);
  }

  void callBackground('savedPassage', { id }).then((answer) => {
    if (signal.aborted) return;
    if (!answer.ok || answer.value === null) return close();
    passage = answer.value;
    draw();
    if (here === null) return place.classList.add('alone');
    // A removed passage has no marks to stand beside; what can be undone stays where it is.
    const onGone = (): void => (isRemoved ? undefined : close());
    signal.addEventListener('abort', follow(here.phrase, place, onGone));
  });
  const onDown = (event: Event): void => {
    if (event.isTrusted && !holds(event)) close();
  };
  document.addEventListener('pointerdown', onDown, { capture: true, passive: true, signal });
  const onKey = (event: KeyboardEvent): void => {
    if (event.isTrusted && event.key === 'Escape') close();
  };
  document.addEventListener('keydown', onKey, { capture: true, signal });
  return close;
}
