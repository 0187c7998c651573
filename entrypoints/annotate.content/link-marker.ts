import type { Annotator } from './annotator.ts';
import type { CardSession } from './card-session.ts';
import type { Stop } from './found.ts';
import { loadPart } from './parts.ts';
import { phraseOf } from './phrase.ts';
import type { Tongue } from './texts.ts';

/**
 * A click on a link opens the link; so a highlight inside a link gets a small button beside it while
 * the pointer is there, which opens its card.
 */
export function watchLinks(
  document: Document,
  annotator: Annotator,
  card: CardSession,
  tongue: () => Promise<Tongue>,
  signal: AbortSignal,
): void {
  let end: () => void = () => {};
  let marked: string | null = null;

  function onOver(event: PointerEvent): void {
    if (!event.isTrusted || annotator.stops.length === 0) return;
    const [target] = event.composedPath();
    if (!(target instanceof Element) || target.closest('a[href]') === null) return;
    const highlight = annotator.painter.hitTest(event.clientX, event.clientY);
    const stop = annotator.stops.find((one) => one.highlight === highlight);
    if (stop && stop.highlight !== marked) void show(stop);
  }

  async function show(stop: Stop): Promise<void> {
    clear();
    marked = stop.highlight;
    const [part, { t }] = await Promise.all([loadPart('card'), tongue()]);
    if (!part.ok || signal.aborted || marked !== stop.highlight || card.stop !== null) return;
    const { kind, isReport, title } = stop.found;
    const name = `${t(`kind.${isReport ? 'report' : kind}`)}: ${title}`;
    const phrase = phraseOf(annotator, stop.highlight);
    const unmark = part.value.mark(document, annotator.settings.theme, phrase, name, {
      press: () => void card.open(stop),
      gone() {
        if (marked === stop.highlight) marked = null;
      },
    });
    end = unmark;
  }

  function clear(): void {
    end();
    end = () => {};
    marked = null;
  }

  document.addEventListener('pointerover', onOver, { capture: true, passive: true, signal });
  signal.addEventListener('abort', clear);
}
