import { browser } from '#imports';
import { callBackground } from '../../utils/messages.ts';
import { placeOf, placesKey } from '../../utils/reading-list/places.ts';
import type { SavedPassage } from './read-page.ts';

/**
 * Whether something was saved on the page: asked of the extension's storage, so a page without any
 * costs no message. Calls back when that, or what was saved, has changed, until `signal` aborts.
 */
export async function watchPlaces(
  address: string,
  onChange: (isKept: boolean) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const key = placesKey(address);
  if (key === null) return false;
  const place = placeOf(address);
  const revisionIn = (held: unknown): unknown => (held as Record<string, unknown> | null)?.[place];
  let revision: unknown;
  const { local, onChanged } = browser.storage;
  const listen = (changes: Record<string, { newValue?: unknown }>): void => {
    const change = changes[key];
    if (!change || revisionIn(change.newValue) === revision) return;
    revision = revisionIn(change.newValue);
    onChange(revision !== undefined);
  };
  onChanged.addListener(listen);
  signal.addEventListener('abort', () => onChanged.removeListener(listen));
  const stored = await local.get(key).catch(() => ({}) as Record<string, unknown>);
  revision ??= revisionIn(stored[key]);
  return revision !== undefined;
}

/** What was saved of a page, asked of the background where anything was. */
export async function savedOn(
  address: string,
  isKept: boolean | Promise<boolean>,
): Promise<readonly SavedPassage[]> {
  if (!(await isKept)) return [];
  const answer = await callBackground('savedOn', { address });
  return answer.ok ? answer.value : [];
}
