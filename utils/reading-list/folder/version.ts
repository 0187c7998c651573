import type { PageRecord, PassageRecord, RecordKind } from '../model.ts';
import { afterEdit, type Seen } from './seen.ts';

/** What of a record is joined field by field; `life` is whether it is deleted, or a page an entry. */
const REGISTERS = ['note', 'tags', 'status', 'life'] as const;
export type Register = (typeof REGISTERS)[number];

export type SeenBy = { readonly [Each in Register]?: Seen };

/** What this device knows of a record beyond what the list holds, and keeps when the record is gone. */
export interface Version {
  readonly kind: RecordKind;
  readonly id: string;
  /** Id of the page: the record's own for pages. */
  readonly page: string;
  /** When each field was edited, and how the record lived, when it was last looked at. */
  readonly at: { readonly [Each in Exclude<Register, 'life'>]?: string };
  readonly deletedAt: string | null;
  readonly isEntry: boolean;
  readonly seen: SeenBy;
}

export type AnyRecord = PageRecord | PassageRecord;

export const kindOf = (record: AnyRecord): RecordKind => ('page' in record ? 'passage' : 'page');
export const pageOf = (record: AnyRecord): string => ('page' in record ? record.page : record.id);
const isEntryOf = (record: AnyRecord): boolean => 'isEntry' in record && record.isEntry;

/** Under what a record's version is kept. */
export const keyOf = (kind: RecordKind, id: string): string => `${kind} ${id}`;

/** The version that a record has when nothing is to be counted. */
export function versionOf(record: AnyRecord, seen: SeenBy): Version {
  return {
    kind: kindOf(record),
    id: record.id,
    page: pageOf(record),
    at: record.edited,
    deletedAt: record.deletedAt,
    isEntry: isEntryOf(record),
    seen,
  };
}

/**
 * The version of a record as it lies in the list now. What was edited, deleted or brought back since
 * it was last looked at counts as one edit more on `device`.
 */
export function looked(known: Version | undefined, record: AnyRecord, device: string): Version {
  const seen: Record<string, Seen> = { ...known?.seen };
  const count = (register: Register): void => {
    seen[register] = afterEdit(seen[register] ?? {}, device);
  };
  for (const field of ['note', 'tags', 'status'] as const) {
    if (record.edited[field] !== known?.at[field]) count(field);
  }
  const lived = known ?? { deletedAt: null, isEntry: isEntryOf(record) };
  if (lived.deletedAt !== record.deletedAt || lived.isEntry !== isEntryOf(record)) count('life');
  return versionOf(record, seen);
}

/** Whether a version says more than the record itself does. */
export const isWorthKeeping = ({ seen }: Version): boolean => Object.keys(seen).length > 0;
