import { isSeen } from '../../utils/text/reading-rules.ts';

/** Elements that are watched at most, of each kind. */
const MOST = 500;
/** How far from the window an element is noticed that comes to be displayed. */
const NEAR = '2000px';
/** Milliseconds between two looks at elements that have their place on the page and are not drawn. */
const LOOK = 1000;

/** Watches elements whose text a style hides. */
interface HiddenText {
  /** `isBoxless`: it is not displayed, and has no place on the page. */
  watch(element: Element, isBoxless: boolean): void;
  /** Forgets those that have left the page. */
  sweep(): void;
}

/**
 * Calls `appear` once for each watched element when its text comes to be seen, until `signal` aborts. A
 * class on an ancestor or a new style sheet is enough for that, which no observer of nodes tells of. What
 * has no box is noticed when it gets one; of what only is not drawn, nobody tells: it is looked at every
 * second, while the page is in front.
 */
export function watchHiddenText(
  document: Document,
  appear: (element: Element) => void,
  signal: AbortSignal,
): HiddenText {
  const boxless = new Set<Element>();
  const undrawn = new Set<Element>();
  let timer: ReturnType<typeof setInterval> | undefined;
  const sight = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        forget(target);
        appear(target);
      }
    },
    { rootMargin: NEAR },
  );

  function forget(element: Element): void {
    sight.unobserve(element);
    boxless.delete(element);
    undrawn.delete(element);
  }

  function look(): void {
    if (document.hidden) return;
    for (const element of undrawn) {
      const style = getComputedStyle(element);
      if (element.isConnected && (!isSeen(style) || style.contentVisibility === 'hidden')) continue;
      forget(element);
      if (element.isConnected) appear(element);
    }
    if (undrawn.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  }

  signal.addEventListener('abort', () => {
    clearInterval(timer);
    sight.disconnect();
  });
  return {
    watch(element, isBoxless) {
      const watched = isBoxless ? boxless : undrawn;
      if (watched.size >= MOST || watched.has(element) || signal.aborted) return;
      watched.add(element);
      if (isBoxless) sight.observe(element);
      else timer ??= setInterval(look, LOOK);
    },
    sweep() {
      for (const element of boxless) if (!element.isConnected) forget(element);
    },
  };
}
