import { browser } from '#imports';
import { callPage } from '../../utils/messages.ts';
import type { ReadingListStore } from '../../utils/reading-list/store.ts';
import { addressAtPassage } from '../../utils/reading-list/text-fragment.ts';

/** How often, and how many times, a page that opens is asked whether it holds the passage. */
const EVERY = 400;
const TIMES = 25;
/** How often a page may answer that it has not found the passage before it is taken to have changed. */
const PATIENCE = 8;

/**
 * Opens the page of a passage in a tab and goes to the passage: by a text fragment, which the browser
 * finds where the words are the same, and by our own search, which finds them changed too. Where they
 * are not found at all the page shows what was saved.
 */
export async function openPassage(list: ReadingListStore, id: string): Promise<void> {
  const passage = await list.passage(id);
  if (passage === null) return;
  const { source, selector, language } = passage;
  const tab = await browser.tabs.create({ url: addressAtPassage(source, selector, language) });
  if (tab.id === undefined) return;
  let answers = 0;
  for (let time = 0; time < TIMES && answers <= PATIENCE; time += 1) {
    await new Promise((resolve) => setTimeout(resolve, EVERY));
    const isLast = answers === PATIENCE || time === TIMES - 1;
    const shown = await callPage(tab.id, 'showSaved', { id, isLast });
    if (shown.ok && shown.value) return;
    if (shown.ok) answers += 1;
  }
}
