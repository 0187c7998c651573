import { browser } from '#imports';

const PAGES = ['http://*/*', 'https://*/*', 'file:///*'];

/**
 * Runs the content scripts of the manifest in the tabs that are open already, so that a page opened
 * before the installation works without being loaded anew. Tabs that the browser keeps closed to
 * extensions, or has put to sleep, are passed over. Firefox does this by itself.
 */
export async function injectIntoOpenTabs(): Promise<void> {
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  const tabs = await browser.tabs.query({ url: PAGES });
  for (const tab of tabs) {
    if (tab.id === undefined || tab.discarded) continue;
    for (const { js = [], all_frames: allFrames = false } of scripts) {
      await browser.scripting
        .executeScript({ target: { tabId: tab.id, allFrames }, files: js as never })
        .catch(() => undefined);
    }
  }
}
