import { luminanceOf } from './contrast.ts';

/** Luminance under which a ground counts as dark (WCAG 2 relative luminance, 0 to 1). */
const DARK = 0.18;
/** Opacity under which a ground is seen through. */
const SOLID = 0.5;

/**
 * Whether the text of `element` stands on a dark ground: the first background behind it that is not
 * seen through, or what the browser paints where the page paints none. Pictures are not looked into.
 */
export function isOnDarkGround(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  if (view === null) return false;
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    const colour = channelsOf(view.getComputedStyle(at).backgroundColor);
    if (colour !== null && colour.opacity >= SOLID) return luminanceOf(colour.rgb) < DARK;
  }
  const scheme = view.getComputedStyle(element.ownerDocument.documentElement).colorScheme;
  if (!/dark/.test(scheme)) return false;
  return !/light/.test(scheme) || view.matchMedia('(prefers-color-scheme: dark)').matches;
}

function parentOf(element: Element): Element | null {
  const parent = element.parentNode;
  // 11: a fragment; the only one that an element can stand in is a shadow root.
  return parent?.nodeType === 11 ? (parent as ShadowRoot).host : element.parentElement;
}

interface Colour {
  /** Each from 0 to 1, in the sRGB space. */
  readonly rgb: readonly number[];
  readonly opacity: number;
}

/** Reads `rgb(…)`, `rgba(…)` and `color(srgb …)`, the forms of computed colours; null for others. */
function channelsOf(colour: string): Colour | null {
  const numbers = colour.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
  const [red = 0, green = 0, blue = 0, opacity = 1] = numbers;
  if (numbers.length < 3) return null;
  if (/^rgb/.test(colour)) return { rgb: [red / 255, green / 255, blue / 255], opacity };
  if (/^color\(srgb /.test(colour)) return { rgb: [red, green, blue], opacity };
  return null;
}
