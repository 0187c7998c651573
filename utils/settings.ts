import { browser } from '#imports';
import type { SettingFault } from './settings/parse.ts';
import type { Settings } from './settings/settings.ts';
import { eraseSettings, loadSettings, storeSettings, touchesSettings } from './settings/storage.ts';

/**
 * The settings as they are stored now; a broken field has its default. Rejects where storage fails.
 *
 * @param ahead what storage holds, where it was asked before (`readStorageAhead`).
 */
export async function readSettings(
  ahead: Promise<Record<string, unknown>> | null = null,
): Promise<Settings> {
  const area = ahead ? { get: () => ahead } : browser.storage.local;
  return (await loadSettings(area)).settings;
}

/** The stored settings that could not be read, each with what to do. */
export async function readSettingFaults(): Promise<readonly SettingFault[]> {
  return (await loadSettings(browser.storage.local)).faults;
}

/**
 * Changes settings and resolves, once stored, with all of them. Calls are serialised over all
 * contexts of the extension, so a change computed from the current value is never lost. For the
 * background and extension pages only: in a content script the lock would be the page's.
 */
export async function updateSettings(
  change: Partial<Settings> | ((current: Settings) => Partial<Settings>),
): Promise<Settings> {
  const compute = typeof change === 'function' ? change : () => change;
  return navigator.locks.request('settings', () => storeSettings(browser.storage.local, compute));
}

/** Takes every choice back; for extension pages. Rejects where storage fails. */
export async function resetSettings(): Promise<void> {
  await navigator.locks.request('settings', () => eraseSettings(browser.storage.local));
}

/**
 * Calls back with the settings after each change, from whichever context it came, until `signal`
 * aborts. The first call comes with the first change: read the start with `readSettings`.
 */
export function watchSettings(callback: (settings: Settings) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  let latest = 0;
  const listen = async (changes: Record<string, unknown>, area: string): Promise<void> => {
    if (area !== 'local' || !touchesSettings(changes)) return;
    latest += 1;
    const turn = latest;
    const settings = await readSettings().catch(() => null);
    if (settings !== null && turn === latest && !signal.aborted) callback(settings);
  };
  browser.storage.onChanged.addListener(listen);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listen), {
    once: true,
  });
}
