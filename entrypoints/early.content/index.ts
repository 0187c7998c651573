import { PACK_GATES } from 'virtual:pack-gates';
import { defineContentScript } from '#imports';
import { callBackground } from '../../utils/messages.ts';
import { readStorageAhead } from '../../utils/settings/stored-ahead.ts';
import { announces, headIsRead, openingIsRead, opensWith } from './announces.ts';

/**
 * Has the worker come while a page is still loading whose head, or whose opening, says that it is about the
 * subject of a pack. It reads nothing else of the page, and changes nothing. The background registers it, on
 * the sites that the reader wants read (`keepEarlyScript`): to look that up here would take longer than it helps.
 */
export default defineContentScript({
  matches: ['<all_urls>'],
  registration: 'runtime',
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  async main() {
    // Nobody waits for a page that is loaded ahead or in the background.
    if (document.hidden) return;
    readStorageAhead(['gates']);
    await headIsRead(document);
    if (!announces(document, PACK_GATES)) {
      await openingIsRead(document);
      if (!opensWith(document, PACK_GATES)) return;
    }
    await callBackground('wake', null);
  },
});
