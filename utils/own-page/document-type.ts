import { browser } from '#imports';

/**
 * A content type; `closed` where the browser keeps the page from us, `hidden` where it may be a file that
 * the browser does not even name, `unknown` before it was looked at.
 */
export type DocumentType = string | 'closed' | 'hidden' | 'unknown';

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

/**
 * What a tab is whose address we are not told. Chromium hides the addresses of files from an extension that
 * may not read them, as those of its own pages; of the latter it says so when a script is to run in them.
 */
export async function hiddenTypeOf(tabId: number): Promise<DocumentType> {
  if (import.meta.env.FIREFOX || (await browser.extension.isAllowedFileSchemeAccess())) {
    return 'unknown';
  }
  try {
    await browser.scripting.executeScript({ target: { tabId }, func: () => true });
    return 'unknown';
  } catch (error) {
    return /\bchrome:\/\//u.test(String(error)) ? 'unknown' : 'hidden';
  }
}
