import type { Annotator } from './annotator.ts';
import type { CardSession } from './card-session.ts';

/** What a click is meant for, before it is meant for us. */
const DOES_SOMETHING =
  'a[href], area[href], button, input, select, textarea, label, summary, option, video, audio, iframe, [contenteditable]:not([contenteditable="false"]), [role="button"], [role="link"], [role="tab"], [role="menuitem"], [onclick]';

/**
 * Opens the card of a highlight that is clicked, or what was written on a saved passage, and closes the card on a click elsewhere. Real clicks only;
 * the page gets every click as if we were not there. A click on a link is the link's, and one that
 * ends a selection is the selection's.
 */
export function watchPointer(
  document: Document,
  annotator: Annotator,
  card: CardSession,
  openSaved: (id: string) => void,
  signal: AbortSignal,
): void {
  function onClick(event: MouseEvent): void {
    if (!event.isTrusted || event.button !== 0 || card.holds(event)) return;
    const highlight = highlightAt(event);
    const stop = annotator.stops.find((one) => one.highlight === highlight);
    if (stop) void card.open(stop);
    else card.close();
    if (!stop && highlight) openSaved(highlight.replace('saved-', ''));
  }

  function highlightAt(event: MouseEvent): string | null {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null;
    if (annotator.stops.length + annotator.saved.length === 0 || event.detail === 0) return null;
    if (document.getSelection()?.isCollapsed === false) return null;
    const isTaken = event
      .composedPath()
      .some((target) => target instanceof Element && target.matches(DOES_SOMETHING));
    return isTaken ? null : annotator.painter.hitTest(event.clientX, event.clientY);
  }

  document.addEventListener('click', onClick, { capture: true, passive: true, signal });
}
