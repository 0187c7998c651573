import type { TextKey } from '../../utils/i18n.ts';
import type { PanelPage } from './types.ts';

const STATE_TEXT = {
  reading: 'page.reading',
  'off-subject': 'page.offSubject',
  'off-here': 'page.offHere',
  'off-everywhere': 'page.offEverywhere',
  orphaned: 'page.orphaned',
  failed: 'page.failed',
} as const satisfies Record<string, TextKey>;

const REASON_TEXT = {
  'browser-page': 'page.browserPage',
  store: 'page.store',
  file: 'page.file',
  'browser-or-file': 'page.browserOrFile',
  pdf: 'page.pdf',
  closed: 'page.closed',
  'no-text': 'page.noText',
  'no-answer': 'page.noAnswer',
} as const satisfies Record<string, TextKey>;

/** The sentence that says how the page stands; null where its matches speak for themselves. */
export function stateText(page: PanelPage): TextKey | null {
  if (page.state === 'unavailable') return REASON_TEXT[page.reason];
  if (page.state !== 'ready') return STATE_TEXT[page.state];
  return page.matches.length === 0 ? 'page.none' : null;
}

/** Whether loading the page anew helps. */
export function helpsToReload(page: PanelPage): boolean {
  return (
    page.state === 'orphaned' ||
    page.state === 'failed' ||
    (page.state === 'unavailable' && page.reason === 'no-answer')
  );
}
