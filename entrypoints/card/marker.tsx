import { render } from 'preact';
import { IconButton } from '../../components/parts/button.tsx';
import { follow } from '../../components/place/follow.ts';
import { createShadowPlace } from '../../components/place/shadow-place.ts';
import type { MarkerEvents, Phrase } from '../../utils/messages/page-parts.ts';
import markerCss from './notice.css?inline';

/** Milliseconds the marker stays when the pointer has left it and its phrase. */
const LINGERS = 900;

/** Puts a small button beside a phrase. Returns how to end it. */
export function mark(
  document: Document,
  theme: string,
  phrase: Phrase,
  name: string,
  { icon, press, gone }: MarkerEvents,
): () => void {
  const { place, remove } = createShadowPlace(document, markerCss, theme);
  place.classList.add('surface', 'marker');
  const onPress = () => {
    end();
    press();
  };
  render(<IconButton icon={icon ?? 'more'} name={name} onPress={onPress} />, place);
  const controller = new AbortController();
  const { signal } = controller;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', follow(phrase, place, end, { placement: 'top-end', far: 0 }));

  function onMove({ clientX, clientY }: PointerEvent): void {
    const isOver =
      place.matches(':hover') ||
      phrase
        .rects()
        .some(
          ({ left, right, top, bottom }) =>
            clientX >= left && clientX <= right && clientY >= top && clientY <= bottom,
        );
    if (isOver) {
      clearTimeout(timer);
      timer = undefined;
    } else {
      timer ??= setTimeout(end, LINGERS);
    }
  }

  function end(): void {
    if (signal.aborted) return;
    clearTimeout(timer);
    controller.abort();
    render(null, place);
    remove();
    gone();
  }

  document.addEventListener('pointermove', onMove, { passive: true, signal });
  return end;
}
