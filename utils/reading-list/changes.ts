const CHANNEL = 'parallax-reading-list';

/** Tells all windows of the extension that the reading list has changed. */
export interface Changes {
  announce(): void;
  close(): void;
}

/** Opens the line over which changes are announced. Whoever opens it closes it. */
export function openChanges(): Changes {
  const channel = new BroadcastChannel(CHANNEL);
  return {
    announce: () => channel.postMessage('changed'),
    close: () => channel.close(),
  };
}

/** Calls back after each change of the list, in this context or another, until `signal` aborts. */
export function watchReadingList(callback: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', () => callback());
  signal.addEventListener('abort', () => channel.close(), { once: true });
}
