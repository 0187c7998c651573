import type { InterfaceLanguage, Translate } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../../utils/i18n.ts';
import type { Sensitivity } from '../../utils/match/types.ts';
import type { PageTopic, PageView } from '../../utils/messages.ts';

/** Why the extension cannot run on a page. */
export type UnavailableReason =
  | 'browser-page'
  | 'store'
  | 'file'
  /** It has no address that we are told: a page of the browser's own, or a file that is closed to us. */
  | 'browser-or-file'
  | 'pdf'
  /** The browser keeps it closed for a reason that we cannot know: an error page, a policy. */
  | 'closed'
  /** A picture, a feed, data. */
  | 'no-text'
  | 'no-answer';

/** A page's view, or the fact that the page cannot have one. */
export type PanelPage =
  | PageView
  | { readonly state: 'unavailable'; readonly reason: UnavailableReason };

/** A topic that is touched on the page, with every framing of it that the index knows. */
export type PanelTopic = PageTopic;

export interface PageViewActions {
  /** Scrolls the page to the match and opens its card. */
  open(index: number): void;
  setHere(isOn: boolean): void;
  setEverywhere(isOn: boolean): void;
  setSensitivity(sensitivity: Sensitivity): void;
  openReadingList(): void;
  openOptions?(): void;
  /** Opens the side panel; left out in the panel itself, and where the browser has none. */
  openPanel?(): void;
  /** Keeps the page as a whole in the reading list; left out where that is impossible. */
  savePage?(): void;
  /** Loads the page anew, after an update of the extension; left out where that is impossible. */
  reload?(): void;
}

export interface PageViewPanelProps {
  /** A popup takes the size of what it shows; a panel fills its window. */
  readonly place?: 'popup' | 'panel';
  readonly page: PanelPage;
  /** Index of the match at the top of the window, with which the list keeps in step; -1 for none. */
  readonly top?: number;
  readonly topics?: readonly PanelTopic[];
  /** What the index covers: the number of documents, and the last date (ISO); null while unknown. */
  readonly coverage: { readonly documents: number; readonly to: string } | null;
  /** The site's host as shown to the reader; null where the page belongs to no site. */
  readonly site: string | null;
  readonly isOnHere: boolean;
  readonly isOnEverywhere: boolean;
  readonly sensitivity: Sensitivity;
  readonly actions: PageViewActions;
  readonly language: InterfaceLanguage;
  readonly t: Translate<TextKey>;
}
