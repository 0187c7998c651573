import type { InterfaceLanguage, Translate } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../../utils/i18n.ts';
import type { CallError } from '../../utils/messages.ts';
import type { Incoming } from '../../utils/reading-list/exchange/incoming.ts';
import type { MergeMode } from '../../utils/reading-list/exchange/merge.ts';
import type { MergeReport } from '../../utils/reading-list/exchange/report.ts';
import type { RecordFault } from '../../utils/reading-list/fault.ts';
import type {
  ListedPage,
  PageRecord,
  PassageRecord,
  Status,
} from '../../utils/reading-list/model.ts';
import type { Facets, Narrowing } from '../../utils/reading-list/narrow.ts';
import type { Grouping, Row, Sort } from '../../utils/reading-list/rows.ts';
import type { ConflictActions, ConflictShown } from './conflicts.tsx';
import type { FolderShown } from './folder-panel.tsx';

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
  /** Takes search and every filter away. */
  showAll(): void;
  /** Opens the page on the web and scrolls to the passage. */
  openPassage(id: string): void;
  openPage(id: string): void;
  /** Resolves with whether the note is on the disk; where it is not, it stays in its field. */
  setNote(id: string, note: string): Promise<boolean>;
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
  | { readonly kind: 'failed'; readonly problem: CallError }
  | {
      readonly kind: 'ready';
      /** The lines of the list in the order shown, after search and filter. */
      readonly rows: readonly Row[];
      /** How many passages and pages the lines show. */
      readonly shown: { readonly passages: number; readonly pages: number };
      /** How much of the list has been read, from 0 to 1: searches find what was. */
      readonly read: number;
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

/** Entries chosen to be changed, deleted or exported together. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  toggle(id: string): void;
  /** Chooses everything that is shown. */
  all(): void;
  none(): void;
  setStatus(status: Status): void;
  addTag(tag: string): void;
  removeTag(tag: string): void;
  remove(): void;
}

/** A filter that the reader gave a name. */
export interface SavedFilter {
  readonly name: string;
  readonly narrowing: Narrowing;
  readonly query: string;
}

/** How the list is narrowed, grouped and sorted. */
export interface Arrangement {
  readonly narrowing: Narrowing;
  readonly facets: Facets;
  readonly grouping: Grouping;
  readonly sort: Sort;
  readonly saved: readonly SavedFilter[];
  narrow(to: Partial<Narrowing>): void;
  group(by: Grouping): void;
  sortBy(sort: Sort): void;
  keep(name: string): void;
  use(filter: SavedFilter): void;
  forget(name: string): void;
}

export type ExportFormat =
  | 'json'
  | 'markdown'
  | 'csv'
  | 'html'
  | 'annotations'
  | 'bibtex'
  | 'ris'
  | 'csl';
/** What leaves: everything, what is shown, or what is chosen. */
export type ExportScope = 'all' | 'shown' | 'chosen';

/** An import, step by step. */
export type ImportState =
  /** `part` is how far it is, from 0 to 1. */
  | { readonly step: 'reading'; readonly name: string; readonly part: number }
  | { readonly step: 'refused'; readonly name: string; readonly message: string }
  | {
      readonly step: 'preview';
      readonly name: string;
      readonly mode: MergeMode;
      readonly report: MergeReport;
      readonly refused: readonly { readonly fault: RecordFault }[];
      /** What of records that are taken is not kept. */
      readonly without: Incoming['without'];
    }
  | { readonly step: 'writing'; readonly name: string; readonly done: number; readonly of: number };

/** Taking the list out of the browser, and bringing a file in. */
export interface TransferActions {
  /** Hands the list, or a part of it, to the reader as a file. */
  exportAs(format: ExportFormat, scope: ExportScope): void;
  /** How far the file that is being written is, from 0 to 1; null where none is, or it has just begun. */
  readonly exporting: number | null;
  /** Ends the export: no file is made. */
  cancelExport(): void;
  /** Reads a file and shows what would change. */
  importFile(file: File): void;
  /** Where an import stands; null where there is none. */
  readonly importing: ImportState | null;
  setMode(mode: MergeMode): void;
  /** Makes the change that is shown. */
  confirm(): void;
  /** Ends the import, also while it is written: nothing is changed then. */
  cancel(): void;
}

/** A copy of the list that was made by itself. */
interface BackupLine {
  readonly id: number;
  readonly at: string;
  readonly reason: 'migration' | 'schedule';
  readonly records: number;
  /** Bytes. */
  readonly size: number;
}

/** Where the list lies and what keeps it safe. */
export interface Storage {
  /** Bytes used by the extension and those it may use; null where the browser does not say. */
  readonly used: number | null;
  readonly quota: number | null;
  /** Whether the browser promised to keep it. */
  readonly isPersisted: boolean;
  readonly backups: readonly BackupLine[];
  readonly kept: number;
  keep(count: number): void;
  /** Shows what would change if the copy were brought in. */
  restore(id: number): void;
  download(id: number): void;
}

export interface ReadingListViewProps extends ListProps {
  /** Each left out where the surface does not offer it. */
  readonly transfer?: TransferActions;
  readonly selection?: Selection;
  readonly arrangement?: Arrangement;
  readonly storage?: Storage | undefined;
  readonly folder?: FolderShown | undefined;
  readonly conflicts?: {
    readonly conflicts: readonly ConflictShown[];
    readonly actions: ConflictActions;
  };
  readonly state: ReadingListState;
  readonly status: Status | null;
  readonly toast: ListToast | null;
  /** The name of a topic in the reader's language; its id where it is left out. */
  readonly topicName?: (id: string) => string;
}

export interface RowProps extends ListProps {
  readonly selection?: Selection | undefined;
  /** Whether passages say of which page they are: where no page heads them. */
  readonly isPageNamed: boolean;
  /** The name of a topic in the reader's language. */
  readonly topicName: (id: string) => string;
}

export interface RowListProps extends RowProps {
  readonly rows: readonly Row[];
}

export interface PageHeadingProps extends RowProps {
  readonly listed: ListedPage;
}

export interface PassageRowProps extends RowProps {
  readonly page: PageRecord;
  readonly passage: PassageRecord;
}

export interface GroupHeadingProps extends RowProps {
  readonly row: Extract<Row, { kind: 'group' }>;
}
