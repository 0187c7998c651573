/** What the page has laid over itself: all else is inert, or closed by a press on it. */
const LAYERS =
  'dialog:modal, :popover-open:not([popover="manual" i]), :fullscreen:not(video, iframe, img, canvas, object, embed)';
/** Events that say that something came over the page, or went. */
const SIGNS = ['toggle', 'close', 'fullscreenchange'];

/**
 * The element in which something of ours can be seen and pressed: the modal dialog, the popover or what fills
 * the screen, for all else is inert or closed by the press; the root of the page where there is none.
 */
export function layerOf(document: Document): Element {
  const layers = [...document.querySelectorAll(LAYERS)];
  // The browser does not say which lies uppermost: most often the one that comes last, or lies within.
  return layers.at(-1) ?? document.documentElement;
}

/** Whether something else than what holds `element` fills the screen. */
export function isBehindFullScreen(element: Element): boolean {
  const { fullscreenElement } = element.ownerDocument;
  if (!fullscreenElement) return false;
  let node: Node | null = element;
  while (node !== null && node !== fullscreenElement) {
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
  return node === null;
}

/**
 * Keeps a popover of ours above what the page opens meanwhile, and within reach (see `layerOf`). `host` is
 * the element on the page that holds it. The focus in it stays. Returns the undo.
 */
export function keepOnTop(document: Document, host: Element, place: HTMLElement): () => void {
  function raise(event: Event): void {
    if (!event.isTrusted || !host.isConnected) return;
    const { activeElement: focused } = place.getRootNode() as ShadowRoot;
    const layer = layerOf(document);
    // Elsewhere in the tree, or shown anew, it comes to lie uppermost.
    if (host.parentNode !== layer) layer.append(host);
    else if (place.matches(':popover-open')) place.hidePopover();
    if (!place.matches(':popover-open')) place.showPopover();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }

  for (const sign of SIGNS) document.addEventListener(sign, raise, { capture: true });
  return () => {
    for (const sign of SIGNS) document.removeEventListener(sign, raise, { capture: true });
  };
}
