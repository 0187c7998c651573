import { browser } from '#imports';

/** Milliseconds between two looks whether the extension is still there, while marks are shown. */
const PULSE = 2000;

type World = { parallaxLeave?: () => void };

/**
 * Makes this script the only one of the extension in its frame: one that an older version, or another
 * injection, left there leaves. They know each other by a name in the world that content scripts share
 * and no page can reach; an event on the page could be seen there, and forged.
 */
export function takeOver(): AbortController {
  const world = globalThis as World;
  world.parallaxLeave?.();
  const controller = new AbortController();
  world.parallaxLeave = () => controller.abort();
  return controller;
}

/**
 * Calls `leave` soon after the extension was removed, switched off or updated, and `look` as often while
 * it is there and the page in front. Costs no message.
 */
export function watchExtension(leave: () => void, look: () => void, signal: AbortSignal): void {
  const timer = setInterval(() => {
    if (!browser.runtime?.id) leave();
    else if (!document.hidden) look();
  }, PULSE);
  signal.addEventListener('abort', () => clearInterval(timer));
}

/** Not in every `lib.dom.d.ts` yet: Speculation Rules, prerendering. */
interface Prerendering {
  readonly prerendering?: boolean;
}

/** Resolves when a reader sees `document`: at once, or when a page that was loaded ahead is opened. */
export async function becomesPage(document: Document, signal: AbortSignal): Promise<void> {
  if ((document as Prerendering).prerendering !== true) return;
  await new Promise((resolve) => {
    document.addEventListener('prerenderingchange', resolve, { once: true, signal });
  });
}
