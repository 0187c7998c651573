import type { InterfaceLanguage, Translate } from '../../utils/i18n/translate.ts';
import type { CardTextKey } from '../../utils/i18n.ts';
import type { Degree, Evidence } from '../../utils/match/types.ts';
import type { CardData } from '../../utils/pack/card-data.ts';

/** How the page came to show this item. */
export interface CardMatch {
  readonly degree: Degree;
  /** The page's words, as the page has them. */
  readonly text: string;
  /** Where `text` begins in `pageText`, a UTF-16 offset. */
  readonly start: number;
  readonly evidence: Evidence;
  /** The text into which the evidence's page offsets point. */
  readonly pageText: string;
}

/** Where an item is muted. */
export type MuteScope = 'site' | 'everywhere';

/** What a reader can do on the card. The card itself changes nothing and keeps no state. */
export interface CardActions {
  /** Saves the passage, or takes it out of the list where `isSaved`. */
  save(): void;
  /** Puts `text`, the quotation with its citation, on the clipboard. */
  copy(text: string): void;
  previous(): void;
  next(): void;
  close(): void;
  /** Opens or closes the second layer. */
  toggleMore(): void;
  /**
   * Stops marking this item on this site or everywhere, or takes that back where it is `muted` so
   * already; left out where muting is not offered.
   */
  mute?(scope: MuteScope): void;
}

export interface CardProps {
  readonly data: CardData;
  readonly match: CardMatch;
  /** Position among the page's highlights in reading order; `index` counts from 0, -1 is for none. */
  readonly position: { readonly index: number; readonly total: number };
  /** Ids of all framings found on the page, so that each is named; the card's own is added. */
  readonly framingsOnPage?: readonly string[];
  readonly isSaved: boolean;
  /** Whether the second layer is open. */
  readonly expanded: boolean;
  /** What just happened, in words ("Copied"); announced to screen readers. */
  readonly notice?: string | null;
  /** Where the reader has muted the item since the card was opened: the card offers to undo that. */
  readonly muted?: MuteScope | null;
  readonly actions: CardActions;
  readonly language: InterfaceLanguage;
  /** The language whose translation stands first; that of the interface where it is left out. */
  readonly translations?: InterfaceLanguage;
  readonly t: Translate<CardTextKey>;
}
