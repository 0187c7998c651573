import type { Annotator } from './annotator.ts';
import type { CardSession } from './card-session.ts';

const WRITING =
  'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"]';

interface Actions {
  readonly step: (by: 1 | -1) => void;
  readonly open: () => void;
}

/**
 * Alt+Shift+arrow goes to the next or previous highlight, Alt+Shift+Enter opens it, Escape closes the
 * card. Real keys only, never while the reader writes, and nothing is taken from the page where it
 * holds no highlight.
 */
export function watchKeyboard(
  document: Document,
  annotator: Annotator,
  card: CardSession,
  { step, open }: Actions,
  signal: AbortSignal,
): void {
  function actionOf(event: KeyboardEvent): (() => void) | null {
    const { key, altKey, shiftKey, ctrlKey, metaKey } = event;
    if (key === 'Escape') return card.stop === null ? null : () => card.close();
    if (!altKey || !shiftKey || ctrlKey || metaKey) return null;
    if (key === 'Enter' && annotator.saved.length > 0) return open;
    if (annotator.stops.length === 0) return null;
    if (key === 'ArrowRight') return () => step(1);
    if (key === 'ArrowLeft') return () => step(-1);
    return key === 'Enter' ? open : null;
  }

  function onKey(event: KeyboardEvent): void {
    if (!event.isTrusted || event.isComposing || isWriting(event)) return;
    const action = actionOf(event);
    if (action === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    action();
  }

  const view = document.defaultView;
  view?.addEventListener('keydown', onKey, { capture: true, signal });
}

function isWriting(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return event.key !== 'Escape' && target instanceof Element && target.closest(WRITING) !== null;
}
