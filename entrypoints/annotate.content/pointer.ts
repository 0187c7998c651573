import type { Annotator } from './annotator.ts';
import type { CardSession } from './card-session.ts';

/** What a click is meant for, before it is meant for us. */
const DOES_SOMETHING =
  'a[href], area[href], button, input, select, textarea, label, summary, option, video, audio, iframe, [contenteditable]:not([contenteditable="false"]), [role="button"], [role="link"], [role="tab"], [role="menuitem"], [onclick]';

/**
 * Opens the card of a highlight that is clicked, and closes it on a click elsewhere. Real clicks only;
 * the page gets every click as if we were not there. A click on a link is the link's, and one that
 * ends a selection is the selection's.
 */
export function watchPointer(
  document: Document,
  annotator: Annotator,
  card: CardSession,
  signal: AbortSignal,
): void {
  function onClick(event: MouseEvent): void {
    if (!event.isTrusted || event.button !== 0 || card.holds(event)) return;
    const stop = stopAt(event);
    if (stop) void card.open(stop);
    else card.close();
  }

  function stopAt(event: MouseEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
    if (annotator.stops.length === 0 || event.detail === 0) return undefined;
    if (document.getSelection()?.isCollapsed === false) return undefined;
    const isTaken = event
      .composedPath()
      .some((target) => target instanceof Element && target.matches(DOES_SOMETHING));
    if (isTaken) return undefined;
    const highlight = annotator.painter.hitTest(event.clientX, event.clientY);
    return annotator.stops.find((stop) => stop.highlight === highlight);
  }

  document.addEventListener('click', onClick, { capture: true, passive: true, signal });
}
