import { defineContentScript } from '#imports';
import { watchAddress } from './address.ts';
import { becomesPage, takeOver } from './lifetime.ts';
import { startOnPage } from './start-on-page.ts';

export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  matchAboutBlank: true,
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  async main() {
    const controller = takeOver();
    const { signal } = controller;
    if (!isReadable(document)) return;
    await becomesPage(document, signal);
    await startOnPage({
      document,
      signal,
      onNavigation: (callback) => watchAddress(document, callback, signal),
      leave: () => controller.abort(),
    });
  },
});

/** Pictures, feeds and documents without a body hold nothing to read. */
function isReadable({ contentType, body }: Document): boolean {
  const isText = ['text/html', 'application/xhtml+xml', 'text/plain'].includes(contentType);
  return isText && body instanceof HTMLBodyElement;
}
