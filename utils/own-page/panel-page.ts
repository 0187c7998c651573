import type { PanelPage, UnavailableReason } from '../../components/page-view/types.ts';
import type { PageView, Result } from '../messages.ts';
import { type Settings, switchAt } from '../settings/settings.ts';
import type { DocumentType } from './document-type.ts';

/** Hosts of stores, which browsers keep closed to extensions. */
const STORES = [
  'chromewebstore.google.com',
  'addons.mozilla.org',
  'microsoftedge.microsoft.com',
  'addons.opera.com',
];

/** Content types of documents that are read. */
const READ = ['text/html', 'application/xhtml+xml', 'text/plain'];

/** Why no content script can be at work at `address`, as far as the address and the document's type tell. */
export function reasonAt(address: string, type: DocumentType = 'unknown'): UnavailableReason {
  if (!URL.canParse(address)) return type === 'hidden' ? 'browser-or-file' : 'browser-page';
  const { protocol, hostname, pathname } = new URL(address);
  if (!/^(https?|file):$/.test(protocol)) return 'browser-page';
  if (STORES.includes(hostname)) return 'store';
  if (hostname === 'chrome.google.com' && pathname.startsWith('/webstore')) return 'store';
  if (/\.pdf$/i.test(pathname) || type === 'application/pdf') return 'pdf';
  if (READ.includes(type)) return 'no-answer';
  if (type === 'unknown' || type === 'closed') {
    if (protocol === 'file:') return 'file';
    return type === 'closed' ? 'closed' : 'no-answer';
  }
  return 'no-text';
}

/** Whether the page at `address` may be asked at all. */
export function mayAsk(address: string): boolean {
  return !['browser-page', 'store'].includes(reasonAt(address));
}

const NOTHING = { problem: null, matches: [], current: -1 } as const;

/** How the page stands, put together from the switches and from what the page answered, if it did. */
export function panelPageOf(
  address: string,
  settings: Settings,
  answer: Result<PageView> | null,
  type?: DocumentType,
): PanelPage {
  if (!mayAsk(address)) return { state: 'unavailable', reason: reasonAt(address, type) };
  const isOn = switchAt(settings, address);
  if (isOn !== 'on') return { state: isOn, ...NOTHING };
  if (answer === null) return { state: 'reading', ...NOTHING };
  if (answer.ok) return answer.value;
  if (answer.error.failure === 'no-receiver') {
    return { state: 'unavailable', reason: reasonAt(address, type) };
  }
  return { state: 'failed', ...NOTHING, problem: answer.error };
}
