import { browser } from '#imports';
import type { Settings } from '../../utils/settings/settings.ts';

const ID = 'early';
const FILE = 'content-scripts/early.js';

/**
 * Registers the script that wakes the worker early (`entrypoints/early.content`) for the sites that the reader
 * wants read, or takes it back where none is to be read. The browser keeps it until the extension is updated. Call it
 * with every change of these settings; calls take their turns, and the last one counts.
 *
 * @throws Error where the browser refuses; no site has the script then, and pages are read a little later.
 */
export function keepEarlyScript(
  settings: Pick<Settings, 'everywhere' | 'sitesOff'>,
): Promise<void> {
  return navigator.locks.request('early-script', async () => {
    const { scripting } = browser;
    const known = await scripting.getRegisteredContentScripts({ ids: [ID] });
    if (known.length > 0) await scripting.unregisterContentScripts({ ids: [ID] });
    if (!settings.everywhere) return;
    const excludeMatches = settings.sitesOff.flatMap(patternsOf);
    await scripting.registerContentScripts([
      {
        id: ID,
        js: [FILE],
        matches: ['<all_urls>'],
        ...(excludeMatches.length > 0 ? { excludeMatches } : {}),
        runAt: 'document_start',
        persistAcrossSessions: true,
      },
    ]);
  });
}

/** A host as addresses write it: a name, or an address in numbers. */
const NAME = /^[a-z\d_-]+(?:\.[a-z\d_-]+)*$/;
const NUMBERS = /^(?:\[[\da-f:]+\]|[\d.]+)$/;

/** Match patterns of a site that is off (see `siteOf`) and of all below it; none for what no address can have. */
export function patternsOf(site: string): string[] {
  if (site === 'file:') return ['file:///*'];
  // An address in numbers has nothing below it.
  if (NUMBERS.test(site)) return [`*://${site}/*`];
  return NAME.test(site) ? [`*://*.${site}/*`] : [];
}
