import { browser } from '#imports';
import type { PageView } from '../../utils/messages.ts';

/** What the toolbar button of a tab shows. */
interface Badge {
  /** At most four characters; empty for none. */
  readonly text: string;
  readonly isDim: boolean;
}

const COLOUR = '#0b6360';
const DIM = '#8a8577';
const ON_COLOUR = '#ffffff';

/** The badge for the state of a page. Off is shown as a dim dash, an error as a dim question mark. */
export function badgeOf(state: PageView['state'], count: number): Badge {
  switch (state) {
    case 'off-here':
    case 'off-everywhere':
      return { text: '–', isDim: true };
    case 'failed':
    case 'orphaned':
      return { text: '?', isDim: true };
    case 'off-subject':
      return { text: '', isDim: false };
    default:
      return { text: count === 0 ? '' : count > 999 ? '999+' : String(count), isDim: false };
  }
}

/** Puts a badge and a tooltip on a tab's button. A tab that is gone meanwhile is passed over. */
export async function showBadge(tabId: number, badge: Badge, title: string): Promise<void> {
  try {
    await Promise.all([
      browser.action.setBadgeBackgroundColor({ tabId, color: badge.isDim ? DIM : COLOUR }),
      browser.action.setBadgeTextColor({ tabId, color: ON_COLOUR }),
      browser.action.setBadgeText({ tabId, text: badge.text }),
      browser.action.setTitle({ tabId, title }),
    ]);
  } catch {
    // The tab was closed; its button went with it.
  }
}
