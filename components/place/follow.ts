import {
  autoUpdate,
  computePosition,
  flip,
  inline,
  offset,
  type Placement,
  shift,
} from '@floating-ui/dom';
import type { Phrase } from '../../utils/messages/page-parts.ts';
import { isBehindFullScreen } from './top-layer.ts';

/** Distance from the phrase and from the viewport's edge, in CSS pixels. */
const GAP = 8;
/**
 * However little room the phrase leaves, the card may be as high as this, in CSS pixels: in a window of 650 it
 * scrolls beside a phrase in the middle, and does not lie over it.
 */
const LOWEST = 300;

interface FollowOptions {
  readonly placement?: Placement;
  /** How many viewports away the phrase may be before it counts as left behind; one if not given. */
  readonly far?: number;
}

/**
 * Keeps `place` beside the phrase and within the viewport, through scrolling and resizing; its
 * property `--room` says how high it can be there, which its styles heed. Calls
 * `onGone` when the phrase has left the page, lies far outside the viewport or behind what fills the screen.
 * Returns the undo.
 */
export function follow(
  phrase: Phrase,
  place: HTMLElement,
  onGone: () => void,
  { placement = 'bottom-start', far = 1 }: FollowOptions = {},
): () => void {
  const context = phrase.element();
  let isLeft = false;
  const reference = {
    getBoundingClientRect: () => around(phrase.rects()),
    getClientRects: () => [...phrase.rects()],
    ...(context ? { contextElement: context } : {}),
  };
  async function update(): Promise<void> {
    const rects = phrase.rects();
    const isBehind = context !== null && isBehindFullScreen(context);
    if (rects.length === 0 || isBehind || isFarAway(around(rects), far)) {
      // Later, for the caller may not have the undo in hands yet.
      if (!isLeft) queueMicrotask(onGone);
      isLeft = true;
      return;
    }
    // What grows ("More") grows into the room beside the phrase, and does not lie over it.
    place.style.setProperty('--room', `${roomBeside(around(rects))}px`);
    const { x, y } = await computePosition(reference, place, {
      strategy: 'fixed',
      placement,
      middleware: [
        inline(),
        offset(GAP),
        flip({ padding: GAP }),
        shift({ padding: GAP, crossAxis: true }),
      ],
    });
    place.style.left = `${Math.round(x)}px`;
    place.style.top = `${Math.round(y)}px`;
  }
  const { ownerDocument: document } = place;
  const onFullScreen = () => void update();
  document.addEventListener('fullscreenchange', onFullScreen);
  const end = autoUpdate(reference, place, () => void update());
  return () => {
    document.removeEventListener('fullscreenchange', onFullScreen);
    end();
  };
}

function around(rects: readonly DOMRect[]): DOMRect {
  const [first] = rects;
  if (first === undefined) return new DOMRect();
  const left = Math.min(...rects.map((rect) => rect.left));
  const top = Math.min(...rects.map((rect) => rect.top));
  const right = Math.max(...rects.map((rect) => rect.right));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}

/** The height above or below, whichever is more, in CSS pixels. */
function roomBeside({ top, bottom }: DOMRect): number {
  return Math.floor(Math.max(top - 2 * GAP, innerHeight - bottom - 2 * GAP, LOWEST));
}

function isFarAway({ top, bottom }: DOMRect, far: number): boolean {
  return bottom < -far * innerHeight || top > (1 + far) * innerHeight;
}
