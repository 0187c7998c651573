/** What the page has laid over itself, and what a press outside of would close. */
const LAYERS = 'dialog:modal, :popover-open:not([popover="manual" i])';
/** Events that say that something came over the page, or went. */
const SIGNS = ['toggle', 'close', 'fullscreenchange'];

/**
 * The element in which something of ours can be seen and pressed: the modal dialog or popover that the page
 * has open, for all else is inert or closed by the press; the root of the page where there is none.
 */
export function layerOf(document: Document): Element {
  const layers = [...document.querySelectorAll(LAYERS)];
  // The browser does not say which lies uppermost: most often the one that comes last, or lies within.
  return layers.at(-1) ?? document.documentElement;
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
