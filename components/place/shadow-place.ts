import { keepOnTop, layerOf } from './top-layer.ts';

/** A place of our own on the page, in the top layer, that the page can neither read nor restyle. */
export interface ShadowPlace {
  /** Element that is positioned; what is shown goes in here. */
  readonly place: HTMLElement;
  /** Whether `event` comes from in here. */
  holds(event: Event): boolean;
  /** Whether the focus is in here. */
  hasFocus(): boolean;
  /** Whether the page has left it where it was put. */
  isThere(): boolean;
  /** Gives it another theme. */
  dress(theme: string): void;
  remove(): void;
}

/** Out of the page's flow whatever layout the page gives its root's children. */
const HOST =
  ':host{all:initial!important;position:fixed!important;inset:0 auto auto 0!important;inline-size:0!important;block-size:0!important}';
const OURS = [
  'click',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'keydown',
  'keyup',
  'keypress',
  'input',
  'wheel',
  'touchstart',
];

/**
 * Puts an empty place on the page: a closed shadow root on an element beside the body, or in the dialog
 * that the page has open, with `css` given as text. Forged events do not reach what is inside, and none leave it.
 */
export function createShadowPlace(document: Document, css: string, theme: string): ShadowPlace {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  adopt(root, `${css}\n${HOST}`);
  const place = document.createElement('div');
  place.className = 'place-of-card';
  place.popover = 'manual';
  root.append(place);
  for (const type of OURS) {
    root.addEventListener(type, refuseForged, { capture: true, passive: true });
    root.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
  }
  dressIn(theme);
  layerOf(document).append(host);
  place.showPopover();
  const letGo = keepOnTop(document, host, place);
  function dressIn(chosen: string): void {
    if (chosen === 'system') delete place.dataset.theme;
    else place.dataset.theme = chosen;
  }

  return {
    place,
    dress: dressIn,
    holds: (event) => event.composedPath().includes(host),
    hasFocus: () => document.activeElement === host,
    isThere: () => host.isConnected,
    remove() {
      letGo();
      host.remove();
    },
  };
}

function refuseForged(event: Event): void {
  if (!event.isTrusted) event.stopImmediatePropagation();
}

/** Constructed sheets pass every policy; an element serves where a content script may not adopt them. */
function adopt(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = root.ownerDocument.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}
