import type { Annotator } from './annotator.ts';
import type { Stop } from './found.ts';

/** Share of the viewport's height at its top and foot where a phrase counts as out of sight. */
const MARGIN = 0.1;

/** The stop to go to: the one after or before `current`, else the first in or below the viewport. */
export function stopBeside(annotator: Annotator, current: Stop | null, by: 1 | -1): Stop | null {
  const { stops } = annotator;
  if (stops.length === 0) return null;
  const at = current === null ? -1 : stops.indexOf(current);
  if (at >= 0) return stops[(at + by + stops.length) % stops.length] ?? null;
  const below = stops.findIndex(({ highlight }) => {
    const [rect] = annotator.painter.rectsOf(highlight);
    return rect !== undefined && rect.bottom > 0;
  });
  if (by === 1) return stops[Math.max(0, below)] ?? null;
  return stops[(below > 0 ? below : stops.length) - 1] ?? null;
}

/** Whether a step from `current` would begin anew: at the last stop, or the first; also without any. */
export function isLast({ stops }: Annotator, current: Stop | null, by: 1 | -1): boolean {
  if (stops.length === 0) return true;
  return current !== null && current === stops.at(by === 1 ? -1 : 0);
}

/**
 * Position of the first stop that is not above the window, or -1. Looks at about as many boxes as the
 * number of stops has digits in base two; where columns stand beside each other it is a fair guess.
 */
export function topStop({ stops, painter }: Pick<Annotator, 'stops' | 'painter'>): number {
  const bottomOf = (at: number) => painter.rectsOf(stops[at]?.highlight ?? '').at(-1)?.bottom;
  let [low, high] = [0, stops.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    let seen = middle;
    let bottom: number | undefined;
    for (; seen < high && bottom === undefined; seen += 1) {
      bottom = bottomOf(seen);
    }
    if (bottom === undefined || bottom > 0) high = middle;
    else low = seen;
  }
  while (low < stops.length && bottomOf(low) === undefined) low += 1;
  return low < stops.length ? low : -1;
}

/** Brings a highlight into sight, moving nothing where it is in sight already. */
export function bringIntoSight(annotator: Annotator, highlight: string): void {
  const [range] = annotator.painter.rangesOf(highlight);
  const element = range?.startContainer.parentElement;
  if (!element) return;
  if (isInSight(annotator, highlight)) {
    // In sight within its frame, which itself may be far from the window.
    if (window.top !== window) {
      element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    }
    return;
  }
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const [rect] = annotator.painter.rectsOf(highlight);
  if (rect === undefined || isInSight(annotator, highlight)) return;
  scrollBy({ top: rect.top - innerHeight / 2, behavior: 'instant' });
}

function isInSight(annotator: Annotator, highlight: string): boolean {
  const [rect] = annotator.painter.rectsOf(highlight);
  if (rect === undefined) return false;
  return rect.top >= MARGIN * innerHeight && rect.bottom <= (1 - MARGIN) * innerHeight;
}
