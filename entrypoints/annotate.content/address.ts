/** Milliseconds between two looks at the address where the browser does not tell of changes. */
const LOOK = 1000;

/** Not in every `lib.dom.d.ts` yet: Navigation API. */
interface Navigating {
  readonly navigation?: EventTarget;
}

/** Address of the page without the part that only scrolls it. */
export function addressOf(document: Document): string {
  return document.location.href.replace(/#.*$/, '');
}

/**
 * Calls back after the address changed without the page being loaded anew; hashes do not count. Listens
 * to what the browser says, and to nothing that a page could forge.
 */
export function watchAddress(document: Document, callback: () => void, signal: AbortSignal): void {
  let last = addressOf(document);
  function look(): void {
    const address = addressOf(document);
    if (address === last) return;
    last = address;
    callback();
  }
  const { navigation } = globalThis as Navigating;
  if (typeof navigation?.addEventListener === 'function') {
    navigation.addEventListener('currententrychange', look, { signal });
    return;
  }
  const timer = setInterval(look, LOOK);
  signal.addEventListener('abort', () => clearInterval(timer));
}
