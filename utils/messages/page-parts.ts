import type { CardProps } from '../../components/card/types.ts';
import type { InterfaceLanguage, Translate } from '../i18n/translate.ts';
import type { CardTextKey } from '../i18n.ts';
import type { Match } from '../match/types.ts';
import type {
  CallError,
  MatchedItem,
  PageDescription,
  PageView,
  PassageToSave,
} from '../messages.ts';
import type { CardData } from '../pack/card-data.ts';
import type { ChosenColours, Painter } from '../paint/painter.ts';
import type { Passages, TextSpan } from '../text/passages.ts';
import type { anchor } from '../text/selector.ts';

/**
 * Parts of the page's script that most pages never need. Each is a script of its own, which the
 * background puts beside the content script when that asks for it (`loadPart`): they share one world,
 * which no page can look into.
 */
export interface PageParts {
  readonly card: CardPart;
  /** Makes the painter that wraps text in elements. */
  readonly marks: (document: Document, colours: ChosenColours) => Painter;
  readonly saved: SavedPart;
}

export interface SavedPart {
  /** Shows what the reader wrote on saved passages. */
  open(host: SavedHost): SavedSession;
  /** What the page at `address` says of itself. */
  describe(document: Document, address: string): PageDescription;
  /** What is sent to keep `span` of the page at `address`. */
  passageToSave(
    document: Document,
    address: string,
    passages: Passages,
    span: TextSpan,
    match: MatchedItem | null,
  ): PassageToSave;
  /** The same for what was read of `range`; null where that is nothing. */
  selected(document: Document, address: string, range: Range): Promise<PassageToSave | null>;
  /** Finds a saved passage again. */
  readonly anchor: typeof anchor;
}

/** What the page's script lends to those who show saved passages. */
export interface SavedHost {
  readonly document: Document;
  readonly page: {
    /** Where saved passages stand on the page, in UTF-16 units of its text. */
    readonly saved: readonly {
      readonly id: string;
      readonly start: number;
      readonly end: number;
      readonly passages: { readonly text: string; readonly start: number };
      readonly isExact: boolean;
    }[];
    readonly settings: { readonly theme: string };
    readonly state: { readonly state: PageView['state'] };
    setCurrent(highlight: string | null): void;
  };
  readonly tongue: () => Promise<{
    readonly language: InterfaceLanguage;
    readonly t: Translate<CardTextKey>;
  }>;
  readonly phraseOf: (highlight: string) => Phrase;
  readonly bringIntoSight: (highlight: string) => void;
}

export interface SavedSession {
  /**
   * Goes to a saved passage; null for the first of the page. Opens what was written on it where
   * `opens` (as it does for null), or where its words have changed. One that the page does not hold is
   * shown as it was saved, and only where `isLast`. Resolves with whether the page holds it.
   */
  show(id: string | null, isLast: boolean, opens?: boolean): Promise<boolean>;
  close(): void;
}

export type PartName = keyof PageParts;

export interface CardPart {
  /** Puts an empty card on the page; it shows nothing until told. */
  open(document: Document, theme: string): OpenCard;
  /**
   * Puts a small button called `name` beside a phrase that is a link, whose click is the link's. It
   * goes when the pointer leaves it and its phrase for a while. Returns how to end it before.
   */
  mark(
    document: Document,
    theme: string,
    phrase: Phrase,
    name: string,
    then: MarkerEvents,
  ): () => void;
  /** Shows a short notice at the foot of the page for a while. Returns how to end it before. */
  notify(document: Document, theme: string, text: string): () => void;
  /** Puts text on the clipboard, within a reader's click. False where the browser does not allow it. */
  copyText(document: Document, text: string): Promise<boolean>;
  /** What is kept of the item beside a passage, so that the list is whole without the pack. */
  matchedItem(match: Match, data: CardData): MatchedItem;
  /** An error in one line, in the reader's language. */
  problemLine(error: CallError, t: Translate<CardTextKey>): string;
}

export interface MarkerEvents {
  /** `more` where it is left out. */
  readonly icon?: 'save';
  readonly press: () => void;
  /** Called when the button has gone, for whatever reason. */
  readonly gone: () => void;
}

/** What a card is about on the page: a phrase that it stays beside. */
export interface Phrase {
  /** Boxes of its lines in the viewport, in CSS pixels; empty where it cannot be seen. */
  readonly rects: () => readonly DOMRect[];
  readonly element: () => Element | null;
}

/** What a card shows: an item, or that it cannot. */
export type CardView =
  | { readonly kind: 'item'; readonly props: CardProps }
  | {
      readonly kind: 'problem';
      /** Null while the answer is waited for. */
      readonly problem: CallError | null;
      readonly close: () => void;
      readonly language: InterfaceLanguage;
      readonly t: Translate<CardTextKey>;
    };

export interface OpenCard {
  show(view: CardView): void;
  /** Stays beside `phrase`; `onGone` is called when that has left the page or the reader's sight. */
  follow(phrase: Phrase, onGone: () => void): void;
  /** Stays where the phrase is now, though that will no longer be marked. */
  stay(): void;
  /** Gives the card another theme. */
  dress(theme: string): void;
  /** Whether `event` happened on the card. */
  holds(event: Event): boolean;
  hasFocus(): boolean;
  /** Whether its place is still on the page: a page may take it away. */
  isThere(): boolean;
  focus(): void;
  remove(): void;
}

type World = { parallaxParts?: Partial<PageParts> };

/** Called by a part when it has been loaded. */
export function offerPart<Name extends PartName>(name: Name, part: PageParts[Name]): void {
  const world = globalThis as World;
  world.parallaxParts = { ...world.parallaxParts, [name]: part };
}

/** A part that has been loaded, or null. */
export function takePart<Name extends PartName>(name: Name): PageParts[Name] | null {
  return (globalThis as World).parallaxParts?.[name] ?? null;
}

/** Forgets all parts: those of an older version of the extension may lie there after an update. */
export function forgetParts(): void {
  delete (globalThis as World).parallaxParts;
}
