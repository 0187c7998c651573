import { browser } from '#imports';
import { callPage } from '../../utils/messages.ts';
import { siteOf, switchAt, withSite } from '../../utils/settings/settings.ts';
import { updateSettings } from '../../utils/settings.ts';
import type { SaveActions } from './save-actions.ts';

interface CommandActions {
  readonly save: SaveActions;
  readonly openReadingList: () => Promise<void>;
  /** The frame of a tab in which the reader walks through matches. */
  readonly frameInUse: (tabId: number) => Promise<number>;
}

async function activeTab() {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined || tab.url === undefined) return null;
  return { id: tab.id, address: tab.url, title: tab.title ?? '' };
}

/** Opens the card of the highlight last visited, or of the first. */
async function openCard(tabId: number, frameId: number): Promise<void> {
  const place = await callPage(tabId, 'place', null, frameId);
  if (!place.ok) return;
  await callPage(tabId, 'open', { index: Math.max(0, place.value.current) }, frameId);
}

async function toggleSite(address: string): Promise<void> {
  const site = siteOf(address);
  if (site === null) return;
  await updateSettings((settings) => ({
    sitesOff: withSite(
      settings.sitesOff,
      site,
      switchAt({ ...settings, everywhere: true }, address) !== 'on',
    ),
  }));
}

/** Does one of the commands of the manifest for the tab that the reader looks at. */
export async function runCommand(
  name: string,
  { save, openReadingList, frameInUse }: CommandActions,
): Promise<void> {
  if (name === 'reading-list') return openReadingList();
  const tab = await activeTab();
  if (tab === null) return;
  switch (name) {
    case 'next':
      await callPage(tab.id, 'step', { by: 1 }, await frameInUse(tab.id));
      break;
    case 'previous':
      await callPage(tab.id, 'step', { by: -1 }, await frameInUse(tab.id));
      break;
    case 'open':
      await openCard(tab.id, await frameInUse(tab.id));
      break;
    case 'toggle-site':
      await toggleSite(tab.address);
      break;
    case 'save-selection':
      await save.saveSelection(tab, 0, undefined, await frameInUse(tab.id));
      break;
  }
}
