import { browser } from '#imports';

/** Pages of the extension; plain strings, since WXT knows their names only after a build. */
const READING_LIST: string = '/reading-list.html';
const WELCOME: string = '/welcome.html';

/** Opens the page that greets the reader after the installation, once in the life of a profile. */
export async function openWelcome(): Promise<void> {
  const { welcomed } = await browser.storage.local.get('welcomed');
  if (welcomed === true) return;
  await browser.storage.local.set({ welcomed: true });
  await browser.tabs.create({ url: browser.runtime.getURL(WELCOME as '/') });
}

/** Opens the reading list, or goes to the tab that shows it. */
export async function openReadingList(): Promise<void> {
  const url = browser.runtime.getURL(READING_LIST as '/');
  const [open] = await browser.tabs.query({ url: `${url}*` });
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.id, { active: true });
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
}
