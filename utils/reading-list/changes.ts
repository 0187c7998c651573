const CHANNEL = 'parallax-reading-list';

/** Tells all windows of the extension that the reading list has changed. */
export interface Changes {
  /** Names the records that changed; null where any may have. */
  announce(ids: readonly string[] | null): void;
  close(): void;
}

/** Opens the line over which changes are announced. Whoever opens it closes it. */
export function openChanges(): Changes {
  const channel = new BroadcastChannel(CHANNEL);
  return {
    announce: (ids) => channel.postMessage({ ids }),
    close: () => channel.close(),
  };
}

/**
 * Calls back after each change of the list, in this context or another, until `signal` aborts; with
 * the ids of the records that changed, or null where any may have.
 */
export function watchReadingList(
  callback: (ids: readonly string[] | null) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const ids = typeof data === 'object' && data !== null ? (data as { ids?: unknown }).ids : null;
    callback(Array.isArray(ids) && ids.every((id) => typeof id === 'string') ? ids : null);
  });
  signal.addEventListener('abort', () => channel.close(), { once: true });
}
