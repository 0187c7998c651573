import type { InterfaceLanguage, Translate } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../../utils/i18n.ts';
import type { ItemKind } from '../../utils/match/types.ts';
import type { MutedItem, Settings } from '../../utils/settings/settings.ts';
import type { FolderShown } from '../reading-list/folder-panel.tsx';
import type { ImportState, TransferActions } from '../reading-list/types.ts';

export type Ground = 'light' | 'dark';

/** One colour of marks, and how it stands out from the ground that it is for. */
export interface ColourShown {
  readonly kind: ItemKind;
  readonly ground: Ground;
  /** `#rrggbb` */
  readonly colour: string;
  /** Contrast ratio with that ground, 1 to 21. */
  readonly ratio: number;
}

/** Commands of the manifest that have a name for readers. */
export const COMMANDS = [
  'next',
  'previous',
  'open',
  'toggle-site',
  'save-selection',
  'side-panel',
  'reading-list',
] as const;
type CommandName = (typeof COMMANDS)[number];

/** A command of the browser with the keys it has, as the browser writes them; empty for none. */
export interface KeyShown {
  readonly name: CommandName;
  readonly keys: string;
}

export interface MutedShown extends MutedItem {
  readonly title: string;
}

export interface OptionsActions {
  /** Stores a choice; pages follow at once. A function is given the settings as they are stored. */
  choose(change: Partial<Settings> | ((current: Settings) => Partial<Settings>)): void;
  setColour(kind: ItemKind, ground: Ground, colour: string): void;
  resetColours(): void;
  /** Takes what the reader typed: a host or an address. Returns whether it names a site. */
  switchOff(site: string): boolean;
  switchOn(site: string): void;
  unmute(muted: MutedItem): void;
  /** Goes to the browser's own page of keys. */
  changeKeys(): void;
  exportList(): void;
  /** Reads a file and shows what would change; the list changes once the reader says so. */
  importList(file: File): void;
  erase(): void;
}

export interface OptionsProps {
  readonly settings: Settings;
  /** Number of stored settings that could not be read. */
  readonly faults: number;
  readonly colours: readonly ColourShown[];
  /** The contrast of a colour that was not taken, or null. */
  readonly faint: number | null;
  readonly muted: readonly MutedShown[];
  readonly keys: readonly KeyShown[];
  /** Saved passages; null while that is not known. */
  readonly passages: number | null;
  /** The folder through which several computers keep one list. */
  readonly folder: FolderShown;
  /** A file that is being brought in; null where there is none. */
  readonly importing: ImportState | null;
  readonly transfer: Pick<TransferActions, 'setMode' | 'confirm' | 'cancel'>;
  readonly toast: { readonly text: string; readonly undo: (() => void) | null } | null;
  readonly dismissToast: () => void;
  readonly actions: OptionsActions;
  readonly language: InterfaceLanguage;
  readonly t: Translate<TextKey>;
}
