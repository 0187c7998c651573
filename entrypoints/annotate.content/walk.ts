import type { Annotator } from './annotator.ts';
import type { Stop } from './found.ts';

/** Share of the viewport's height at its top and foot where a phrase counts as out of sight. */
const MARGIN = 0.1;

/**
 * The stop to go to: the one after or before `current`, else the first in or below the viewport. What
 * the page hides by now is passed over.
 */
export function stopBeside(annotator: Annotator, current: Stop | null, by: 1 | -1): Stop | null {
  const { stops, painter } = annotator;
  const { length } = stops;
  if (length === 0) return null;
  const rectOf = (at: number) => painter.rectsOf(stops[(at + length) % length]?.highlight ?? '')[0];
  let at = current === null ? -1 : stops.indexOf(current);
  if (at < 0) {
    const below = topStop(annotator);
    at = by === 1 ? Math.max(0, below) - 1 : below > 0 ? below : length;
  }
  for (let far = 1; far <= length; far += 1) {
    const next = at + far * by;
    if (rectOf(next + length) !== undefined) return stops[(next + length * 2) % length] ?? null;
  }
  // Nothing has a place: marks may be off until they are asked for.
  return stops[(at + by + length * 2) % length] ?? null;
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
