/** Quiet time after a change before the page is read again, in milliseconds. */
const SETTLE = 400;
/** Shortest and longest time between two readings of a page that keeps changing, in milliseconds. */
const SOONEST = 1000;
const LATEST = 30_000;

/** Watches a page for new text. */
export interface Changes {
  /** Watches inside an open shadow root too. */
  watchRoot(root: ShadowRoot): void;
  /** Runs `write` and takes no notice of what it changes. */
  silently(write: () => void): void;
}

/**
 * Calls `onText` when text was added to, changed on or taken from the page, until `signal` aborts.
 * One observer; from the first change that counts until the next call it does not listen at all, so a
 * page that changes without end costs no more than one that changes once. The time between calls
 * doubles while changes go on, up to half a minute, and nothing is called while the page is hidden.
 */
export function watchChanges(document: Document, onText: () => void, signal: AbortSignal): Changes {
  const roots = new Set<Node>([document]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = SOONEST;
  let called = Number.NEGATIVE_INFINITY;
  const observer = new MutationObserver((records) => {
    if (records.some(isText)) schedule();
  });

  function listen(): void {
    for (const root of roots) {
      if (root.isConnected)
        observer.observe(root, { childList: true, characterData: true, subtree: true });
      else roots.delete(root);
    }
  }

  function schedule(): void {
    observer.disconnect();
    const since = performance.now() - called;
    if (since > LATEST) wait = SOONEST;
    clearTimeout(timer);
    timer = setTimeout(settled, Math.max(SETTLE, wait - since));
  }

  function settled(): void {
    if (document.hidden) {
      document.addEventListener('visibilitychange', settled, { once: true, signal });
      return;
    }
    wait = Math.min(LATEST, wait * 2);
    called = performance.now();
    listen();
    onText();
  }

  document.addEventListener('toggle', schedule, { capture: true, signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    observer.disconnect();
  });
  listen();
  return {
    watchRoot(root) {
      if (roots.has(root)) return;
      roots.add(root);
      observer.observe(root, { childList: true, characterData: true, subtree: true });
    },
    silently(write) {
      if (observer.takeRecords().some(isText)) schedule();
      write();
      observer.takeRecords();
    },
  };
}

function isText({ type, addedNodes, removedNodes }: MutationRecord): boolean {
  return (
    type === 'characterData' || [...addedNodes].some(hasText) || [...removedNodes].some(hasText)
  );
}

function hasText(node: Node): boolean {
  return /\S/.test(node.textContent ?? '');
}
