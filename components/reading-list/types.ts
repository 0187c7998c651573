import type { InterfaceLanguage, Translate } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../../utils/i18n.ts';
import type { ListedPage, PassageRecord, Status } from '../../utils/reading-list/model.ts';

/** A notice with, where `undo` is true, a button that takes the last deed back. */
export interface ListToast {
  readonly text: string;
  readonly undo: boolean;
}

/**
 * Every action names the page or passage it acts on by its record's id; the composition root does
 * the deed and hands in the new state.
 */
export interface ReadingListActions {
  search(query: string): void;
  /** Shows only what has that status; null shows all. */
  filter(status: Status | null): void;
  /** Opens the page on the web and scrolls to the passage. */
  openPassage(id: string): void;
  openPage(id: string): void;
  setNote(id: string, note: string): void;
  setTags(id: string, tags: readonly string[]): void;
  setStatus(id: string, status: Status): void;
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
      /** In the order shown, after search and filter. */
      readonly pages: readonly ListedPage[];
      /** Entries in the whole list by status, before search and filter. */
      readonly counts: Readonly<Record<Status, number>>;
      /** How many records could not be read: they are kept, and said. */
      readonly unreadable: number;
    };

/** What every part of the list is given. */
export interface ListProps {
  /** The search words, to be marked where they occur; empty for none. */
  readonly query: string;
  readonly actions: ReadingListActions;
  readonly language: InterfaceLanguage;
  readonly t: Translate<TextKey>;
}

/** Taking the list out of the browser, and bringing a saved one in. */
export interface TransferActions {
  /** Hands the whole list to the reader as a file. */
  exportJson(): void;
  /** Joins a file that was exported before to the list; the toast says what came of it. */
  importFile(file: File): void;
}

export interface ReadingListViewProps extends ListProps {
  /** Left out where the list cannot be taken out or brought in. */
  readonly transfer?: TransferActions;
  readonly state: ReadingListState;
  readonly status: Status | null;
  readonly toast: ListToast | null;
}

export interface PageGroupProps extends ListProps {
  readonly listed: ListedPage;
}

export interface PassageRowProps extends ListProps {
  readonly passage: PassageRecord;
}
