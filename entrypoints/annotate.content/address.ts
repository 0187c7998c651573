import { type Settings, switchAt } from '../../utils/settings/settings.ts';

/** Milliseconds between two looks at the address where the browser does not tell of changes. */
const LOOK = 1000;

/** Not in every `lib.dom.d.ts` yet: Navigation API. */
interface Navigating {
  readonly navigation?: EventTarget;
}

/**
 * Address of the page without the part that only scrolls it. A frame that was written by its page, and
 * has no address of its own, has the page's.
 */
export function addressOf({ location, baseURI }: Document): string {
  const { href, protocol } = location;
  return (protocol === 'about:' ? baseURI : href).replace(/#.*$/, '');
}

/** Whether the reader wants this frame read: its own site, and that of the page that holds it. */
export function switchOf(settings: Settings, document: Document): ReturnType<typeof switchAt> {
  const own = switchAt(settings, addressOf(document));
  return own === 'on' && window.top !== window ? switchAt(settings, addressOfTop(document)) : own;
}

/** Address of the page that holds this frame, or its origin alone; empty where the browser keeps it back. */
function addressOfTop({ location, referrer }: Document): string {
  try {
    return window.top?.location.href ?? '';
  } catch {
    const { ancestorOrigins: origins } = location as Partial<Location>;
    return origins?.[origins.length - 1] ?? referrer; // Of another origin.
  }
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
