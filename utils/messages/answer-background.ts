import { browser } from '#imports';
import type { BackgroundCalls, Handlers } from '../messages.ts';
import { answerCalls, type MessageSender } from './answer.ts';
import { checkBackgroundRequest } from './background-requests.ts';

/** Who calls the background: a page of the extension, or the content script of a web page. */
export type Caller =
  | { readonly kind: 'extension' }
  | {
      readonly kind: 'page';
      readonly tabId: number;
      readonly frameId: number;
      /** Address of the frame that the content script runs in; of the page, where it has none of its own. */
      readonly address: string;
    };

/** Who `sender` is, given the extension's own id and address; null for strangers. */
export function callerOf(sender: MessageSender, id: string, own: string): Caller | null {
  if (sender.id !== id) return null;
  const address = sender.url ?? '';
  if (address.startsWith(own)) return { kind: 'extension' };
  if (sender.tab?.id === undefined) return null;
  const { tab, frameId = 0, origin = '' } = sender;
  const { id: tabId = -1, url = '' } = tab;
  if (!address.startsWith('about:')) return { kind: 'page', tabId, frameId, address };
  return { kind: 'page', tabId, frameId, address: /^https?:/.test(origin) ? origin : url };
}

/**
 * Answers calls to the background. Call it in the first turn of the worker: a listener that is added
 * later misses the message that woke it.
 */
export function answerBackgroundCalls(handlers: Handlers<BackgroundCalls, Caller>): void {
  const own = browser.runtime.getURL('/');
  const listen = answerCalls({
    to: 'background',
    handlers,
    check: checkBackgroundRequest,
    senderOf: (sender) => {
      const who = callerOf(sender, browser.runtime.id, own);
      return who === null ? null : { who };
    },
  });
  browser.runtime.onMessage.addListener(listen);
}
