import { problemLine } from '../../utils/i18n/problem-text.ts';
import type { Translate } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../../utils/i18n.ts';
import { callPage } from '../../utils/messages.ts';
import type { ReadingListStore } from '../../utils/reading-list/store.ts';
import { attempt } from './failure.ts';
import { descriptionFor, passageFor, type TabToSave } from './save-from-tab.ts';

/** A tab in which something is to be saved. */
export interface SavingTab extends TabToSave {
  readonly id: number;
}

/** Saves from a tab on the reader's command, and says on the page what came of it. */
export interface SaveActions {
  /**
   * Keeps the selection of a frame; `selectionText` is the browser's own account of it. Where there is none,
   * keeps the passage of the card that is open in the frame `walked`.
   */
  saveSelection(
    tab: SavingTab,
    frameId: number,
    selectionText?: string,
    walked?: number,
  ): Promise<void>;
  /** Keeps the page itself. */
  savePage(tab: SavingTab): Promise<void>;
}

interface SaveActionsOptions {
  readonly openList: () => Promise<ReadingListStore>;
  readonly translator: () => Promise<Translate<TextKey>>;
  /** Shows on the tab's button that something was kept, or not, where the page cannot say it. */
  readonly flash: (tabId: number, isKept: boolean, title: string) => Promise<void>;
}

/** Makes the actions that save from a tab. */
export function saveActions({ openList, translator, flash }: SaveActionsOptions): SaveActions {
  async function say(tabId: number, text: string, isKept: boolean): Promise<void> {
    const told = await callPage(tabId, 'notice', { text: text.slice(0, 500) });
    if (!told.ok) await flash(tabId, isKept, text);
  }

  async function report(
    tabId: number,
    save: (list: ReadingListStore) => Promise<{ alreadySaved: boolean }>,
    keys: { readonly saved: TextKey; readonly alreadySaved: TextKey },
  ): Promise<void> {
    const saved = await attempt(async () => save(await openList()));
    const t = await translator();
    if (!saved.ok) return say(tabId, problemLine(saved.error, t), false);
    return say(tabId, t(saved.value.alreadySaved ? keys.alreadySaved : keys.saved), true);
  }

  return {
    async saveSelection(tab, frameId, selectionText, walked = frameId) {
      const answer = await callPage(tab.id, 'selection', null, frameId);
      const passage = passageFor(tab, answer, selectionText);
      if (passage === null) {
        // Without a selection the same keys keep what the open card shows, or lead to what was saved here.
        const shown = await callPage(tab.id, 'showSaved', { id: null, isLast: true }, walked);
        if (shown.ok && shown.value) return;
      }
      if (passage === null)
        return say(tab.id, (await translator())('notice.nothingSelected'), false);
      return report(tab.id, (list) => list.savePassage(passage), {
        saved: 'notice.saved',
        alreadySaved: 'notice.alreadySaved',
      });
    },

    async savePage(tab) {
      const page = descriptionFor(tab, await callPage(tab.id, 'describe', null));
      return report(tab.id, (list) => list.savePage(page), {
        saved: 'notice.pageSaved',
        alreadySaved: 'notice.pageSaved',
      });
    },
  };
}
