import { browser } from '#imports';

/** A content type; `closed` where the browser keeps the page from us, `unknown` before it was looked at. */
export type DocumentType = string | 'closed' | 'unknown';

/** What the document in a tab is, for a tab whose content script does not answer. */
export async function documentTypeOf(tabId: number): Promise<DocumentType> {
  try {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId },
      func: () => document.contentType,
    });
    return typeof answer?.result === 'string' ? answer.result : 'closed';
  } catch {
    return 'closed';
  }
}
