import { browser } from '#imports';

/** Pages of the extension; plain strings, since WXT knows their names only after a build. */
const READING_LIST: string = '/reading-list.html';
const WELCOME: string = '/welcome.html';
const NOTE: string = '/note.html';
/** Size of the window for a note, in CSS pixels. */
const NOTE_SIZE = { width: 440, height: 520 };

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
  if (!(await goTo(`${url}*`))) await browser.tabs.create({ url });
}

/** Opens a window to write on a saved passage, or goes to the one that is open; a tab where there are no windows. */
export async function openNote(id: string): Promise<void> {
  // An asterisk would stand for anything.
  const asked = encodeURIComponent(id).replaceAll('*', '%2A');
  const url = `${browser.runtime.getURL(NOTE as '/')}?id=${asked}`;
  if (await goTo(url)) return;
  const { windows } = browser as Partial<typeof browser>;
  if (windows) await windows.create({ url, type: 'popup', ...NOTE_SIZE });
  else await browser.tabs.create({ url });
}

/** Goes to the tab whose address is as the pattern says; false where there is none. */
async function goTo(pattern: string): Promise<boolean> {
  const [open] = await browser.tabs.query({ url: pattern });
  if (open?.id === undefined) return false;
  await browser.tabs.update(open.id, { active: true });
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
  return true;
}
