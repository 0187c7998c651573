import type { Degree, ItemKind } from '../match/types.ts';

/** Where a passage stands: the W3C TextQuoteSelector and TextPositionSelector, in UTF-16 units of the page's text. */
export interface PassageSelector {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
}

/** What the page says of itself. */
export interface PageDescription {
  readonly address: string;
  readonly canonicalAddress: string | null;
  readonly title: string;
  readonly site: string | null;
  readonly author: string | null;
  /** ISO date or date-time, as the page gives it. */
  readonly published: string | null;
  /** BCP 47 tag, as the page gives it. */
  readonly language: string | null;
}

/** What is kept of the item that a saved passage matched. */
export interface MatchedItem {
  readonly item: string;
  readonly kind: ItemKind;
  readonly degree: Degree;
  readonly topic: string;
  /** Short name of the item at the time of saving, so that the list is whole without the pack. */
  readonly title: string;
  /** The original wording as shown on the card, with its language; null for claims and framings. */
  readonly original: { readonly text: string; readonly language: string } | null;
  /** One line that says whose words these are. */
  readonly attribution: string;
  readonly pack: string;
  readonly packVersion: string;
}

/** A request to keep a passage. */
export interface PassageToSave {
  readonly page: PageDescription;
  readonly selector: PassageSelector;
  readonly language: string | null;
  readonly match: MatchedItem | null;
}

/** A saved passage as its page shows it. */
export interface SavedPassage {
  readonly id: string;
  /** The words as they were saved, and their language. */
  readonly exact: string;
  readonly language: string | null;
  readonly note: string;
  readonly tags: readonly string[];
  readonly status: 'to-read' | 'reading' | 'done';
  /** ISO 8601, UTC. */
  readonly savedAt: string;
}
