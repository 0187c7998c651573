import type { InterfaceLanguage, Translate } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../../utils/i18n.ts';
import type { MatchedItem, PageDescription } from '../../utils/messages.ts';

export type ReadingStatus = 'to-read' | 'reading' | 'done';

/** One saved passage as the list shows it. */
export interface SavedPassage {
  readonly id: string;
  /** The page's words. */
  readonly text: string;
  /** BCP 47 tag of the words, or null where unknown. */
  readonly language: string | null;
  readonly match: MatchedItem | null;
  readonly note: string;
  readonly tags: readonly string[];
  readonly status: ReadingStatus;
  /** Time of saving, milliseconds since 1970. */
  readonly savedAt: number;
}

/** A page with its saved passages; none where only the page was saved. */
export interface SavedPage {
  readonly id: string;
  readonly page: PageDescription;
  readonly passages: readonly SavedPassage[];
}

/** A notice with, where `undo` is true, a button that takes the last deed back. */
export interface ListToast {
  readonly text: string;
  readonly undo: boolean;
}

/** Every action names what it acts on; the composition root does the deed and hands in the new state. */
export interface ReadingListActions {
  search(query: string): void;
  /** Shows only passages of a status; null shows all. */
  filter(status: ReadingStatus | null): void;
  /** Opens the page and scrolls to the passage. */
  openPassage(id: string): void;
  openPage(id: string): void;
  setNote(id: string, note: string): void;
  setTags(id: string, tags: readonly string[]): void;
  setStatus(id: string, status: ReadingStatus): void;
  /** Deletes at once; the toast offers to undo it. */
  remove(id: string): void;
  undo(): void;
  dismissToast(): void;
  /** Tries again after `failed`. */
  retry(): void;
}

/** What the list shows. */
export type ReadingListState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly message: string; readonly remedy: string }
  | {
      readonly kind: 'ready';
      /** Pages in the order shown, after search and filter. */
      readonly pages: readonly SavedPage[];
      /** Passages in the whole list by status, before search and filter. */
      readonly counts: Readonly<Record<ReadingStatus, number>>;
      /** Records that could not be read: they are kept, and said. */
      readonly unreadable: number;
    };

export interface ReadingListViewProps {
  readonly state: ReadingListState;
  readonly query: string;
  readonly status: ReadingStatus | null;
  readonly toast: ListToast | null;
  readonly actions: ReadingListActions;
  readonly language: InterfaceLanguage;
  readonly t: Translate<TextKey>;
}

export interface PageGroupProps {
  readonly page: SavedPage;
  readonly query: string;
  readonly actions: ReadingListActions;
  readonly language: InterfaceLanguage;
  readonly t: Translate<TextKey>;
}

export interface PassageRowProps {
  readonly passage: SavedPassage;
  /** The search words, to be marked in the row; empty for none. */
  readonly query: string;
  readonly actions: ReadingListActions;
  readonly language: InterfaceLanguage;
  readonly t: Translate<TextKey>;
}
