import type { Degree, ItemKind, Match } from './match/types.ts';
import type { CardData } from './pack/card-data.ts';

/** Errors cross contexts as values: `message` names the thing, `remedy` says what to do. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: { readonly message: string; readonly remedy: string } };

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

/** What a page's view (popup, side panel) shows. */
export interface PageView {
  readonly state:
    | 'ready'
    | 'reading'
    | 'off-subject'
    | 'off-here'
    | 'off-everywhere'
    | 'orphaned'
    | 'failed';
  /** In words, where `state` is `failed`. */
  readonly message: string | null;
  readonly matches: readonly PageViewMatch[];
  /** Index in `matches` of the one last visited, or -1. */
  readonly current: number;
}

export interface PageViewMatch {
  readonly index: number;
  readonly item: string;
  readonly kind: ItemKind;
  readonly degree: Degree;
  readonly topic: string;
  /** The page's words, shortened to at most 160 characters. */
  readonly text: string;
  /** Short name of the item. */
  readonly title: string;
}

/** Calls that the background answers. */
export interface BackgroundCalls {
  /** Finds all matches in `text` (paragraphs separated by two line feeds; at most 200,000 characters a call). */
  match(request: { readonly text: string }): Result<{
    readonly matches: readonly Match[];
    readonly titles: Readonly<Record<string, string>>;
  }>;
  card(request: { readonly item: string }): Result<CardData>;
  save(request: PassageToSave): Result<{ readonly id: string; readonly alreadySaved: boolean }>;
  unsave(request: { readonly id: string }): Result<null>;
  /** Saved passages of a page, to be shown on it when it is opened again. */
  savedOn(request: {
    readonly address: string;
  }): Result<readonly { id: string; selector: PassageSelector }[]>;
  /** Says what the badge of the sender's tab has to show. */
  pageChanged(request: { readonly state: PageView['state']; readonly count: number }): Result<null>;
}

/** Calls that a page's content script answers. */
export interface PageCalls {
  view(request: null): Result<PageView>;
  /** Scrolls to the match and opens its card. */
  open(request: { readonly index: number }): Result<null>;
  step(request: { readonly by: 1 | -1 }): Result<null>;
  /** The reader's selection, for saving. */
  selection(request: null): Result<PassageToSave | null>;
  /** Shows a short notice on the page, for example after saving from the context menu. */
  notice(request: { readonly text: string }): Result<null>;
}
