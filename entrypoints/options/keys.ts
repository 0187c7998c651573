import { useEffect, useState } from 'preact/hooks';
import { browser } from '#imports';
import { COMMANDS, type KeyShown } from '../../components/options/types.ts';

/** Chromium's own page of keys; a page may open it in a tab, though not link to it. */
const CHROMIUM_KEYS = 'chrome://extensions/shortcuts';

/** Firefox has it from 137 on; the polyfill's types do not know it yet. */
interface WithShortcutSettings {
  readonly openShortcutSettings?: () => Promise<void>;
}

/** Goes to the browser's page of keys. Rejects where the browser does not let us. */
export async function goToKeys(): Promise<void> {
  const { openShortcutSettings } = browser.commands as WithShortcutSettings;
  if (openShortcutSettings) await openShortcutSettings.call(browser.commands);
  else await browser.tabs.create({ url: CHROMIUM_KEYS });
}

/** The commands with their keys, read anew whenever the reader comes back to this page. */
export function useKeys(): readonly KeyShown[] {
  const [keys, setKeys] = useState<readonly KeyShown[]>([]);
  useEffect(() => {
    const read = async (): Promise<void> => {
      const commands = await browser.commands.getAll();
      // In the reader's order of things, and in their language: a browser names them in its own.
      setKeys(
        COMMANDS.flatMap((name) => {
          const command = commands.find((one) => one.name === name);
          return command ? [{ name, keys: command.shortcut ?? '' }] : [];
        }),
      );
    };
    void read();
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  return keys;
}
