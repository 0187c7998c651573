import type { Page, Worker } from 'playwright-core';
import type { PageView, Result } from '../../utils/messages.ts';

/** What a message to a page looks like; see `utils/messages/envelope.ts`. */
interface PageRequest {
  readonly address: string;
  readonly name: string;
  readonly request: unknown;
}

/**
 * Asks the extension what it shows on `page`, through the extension's worker: the same call that the
 * toolbar popup makes.
 *
 * @throws Error where the page does not answer, with the reason it gave.
 */
export async function askPageView(worker: Worker, page: Page): Promise<PageView> {
  const question: PageRequest = { address: page.url(), name: 'view', request: null };
  const answer = (await worker.evaluate(ask, question)) as Result<PageView>;
  if (!answer.ok) throw new Error(`${page.url()}: ${answer.error.message}`);
  return answer.value;
}

/** Runs in the extension's worker. */
async function ask({ address, name, request }: PageRequest): Promise<unknown> {
  const { chrome } = globalThis as unknown as {
    chrome: {
      tabs: {
        query(filter: object): Promise<readonly { id?: number; url?: string }[]>;
        sendMessage(tab: number, message: unknown, options: object): Promise<unknown>;
      };
    };
  };
  const tabs = await chrome.tabs.query({});
  const tab = tabs.find(({ url }) => url === address);
  if (tab?.id === undefined) throw new Error(`No tab shows ${address}`);
  const message = { parallax: 1, to: 'page', name, request };
  return chrome.tabs.sendMessage(tab.id, message, { frameId: 0 });
}
