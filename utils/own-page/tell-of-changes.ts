import { callBackground } from '../messages.ts';
import { watchReadingList } from '../reading-list/changes.ts';

/**
 * Tells the background of every change of the list until `signal` aborts: it may be asleep, and open
 * pages and the chosen folder follow through it.
 */
export function tellOfChanges(signal: AbortSignal): void {
  watchReadingList((ids) => {
    void callBackground('listChanged', { ids: ids === null || ids.length > 2_000 ? null : ids });
  }, signal);
}
