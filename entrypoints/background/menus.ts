import { browser } from '#imports';
import type { Translate } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../../utils/i18n.ts';
import type { SaveActions } from './save-actions.ts';

const SAVE_SELECTION = 'save-selection';
const SAVE_PAGE = 'save-page';
const OPEN_LIST = 'open-list';
const PAGES = ['http://*/*', 'https://*/*', 'file:///*'];

/** Puts our entries into the context menu, in the place of those that were there. */
export async function createMenus(t: Translate<TextKey>): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: SAVE_SELECTION,
    title: t('menu.saveSelection'),
    contexts: ['selection'],
    documentUrlPatterns: PAGES,
  });
  browser.contextMenus.create({
    id: SAVE_PAGE,
    title: t('menu.savePage'),
    contexts: ['page', 'action'],
    documentUrlPatterns: PAGES,
  });
  browser.contextMenus.create({
    id: OPEN_LIST,
    title: t('menu.openList'),
    contexts: ['action'],
  });
}

/** Does what a chosen entry says. Call it in the first turn of the worker. */
export function answerMenus(
  { saveSelection, savePage }: SaveActions,
  openReadingList: () => Promise<void>,
): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === OPEN_LIST) void openReadingList();
    if (tab?.id === undefined || tab.url === undefined) return;
    const from = { id: tab.id, address: tab.url, title: tab.title ?? '' };
    if (info.menuItemId === SAVE_PAGE) void savePage(from);
    if (info.menuItemId === SAVE_SELECTION) {
      void saveSelection(from, info.frameId ?? 0, info.selectionText);
    }
  });
}
