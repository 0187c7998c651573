/** Pauses after a sign, in milliseconds: a page may fade over, or change itself a moment later. */
const LOOKS = [120, 600, 1500];

/**
 * Calls `look` a few times after each sign that the page may have turned dark or light: from the
 * system, from an attribute of its root or body, from something that the reader pressed, from a colour
 * that has changed over, however long that took. However often a page changes itself, there are no more
 * than three looks in one and a half seconds.
 */
export function watchGround(document: Document, look: () => void, signal: AbortSignal): void {
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let isAgain = false;

  function onSign(): void {
    if (signal.aborted) return;
    isAgain = timers.size > 0;
    if (isAgain) return;
    for (const pause of LOOKS) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        look();
        if (timers.size === 0 && isAgain) onSign();
      }, pause);
      timers.add(timer);
    }
  }

  const observer = new MutationObserver(onSign);
  for (const element of [document.documentElement, document.body]) {
    observer.observe(element, { attributes: true });
  }
  const options = { capture: true, passive: true, signal };
  for (const type of ['click', 'change']) document.addEventListener(type, onSign, options);
  document.addEventListener(
    'transitionend',
    ({ propertyName }) => propertyName.endsWith('color') && onSign(),
    options,
  );
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', onSign, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    for (const timer of timers) clearTimeout(timer);
  });
}
