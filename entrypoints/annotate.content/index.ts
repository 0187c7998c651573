import { defineContentScript } from '#imports';
import { startOnPage } from './start-on-page.ts';

export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  runAt: 'document_idle',
  async main(ctx) {
    if (!isReadable(document)) return;
    await startOnPage({
      document,
      signal: ctx.signal,
      onNavigation(callback) {
        ctx.addEventListener(window, 'wxt:locationchange', ({ newUrl, oldUrl }) => {
          if (withoutHash(newUrl) !== withoutHash(oldUrl)) callback();
        });
      },
      leave: () => ctx.notifyInvalidated(),
    });
  },
});

/** Pictures, feeds and documents without a body hold nothing to read. */
function isReadable({ contentType, body }: Document): boolean {
  const isText = ['text/html', 'application/xhtml+xml', 'text/plain'].includes(contentType);
  return isText && body instanceof HTMLBodyElement;
}

function withoutHash({ href }: URL): string {
  return href.replace(/#.*$/, '');
}
