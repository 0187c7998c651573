const nameOf = (list: string): string => `${list}-folder`;

/** Tells every window that the folder, its report or its conflicts have changed. */
export function announceFolder(list: string): void {
  const channel = new BroadcastChannel(nameOf(list));
  channel.postMessage(null);
  channel.close();
}

/** Calls back after each such change, in this context or another, until `signal` aborts. */
export function watchFolder(list: string, callback: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const channel = new BroadcastChannel(nameOf(list));
  channel.addEventListener('message', callback);
  signal.addEventListener('abort', () => channel.close(), { once: true });
}
