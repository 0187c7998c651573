import type { Annotations, PageRecord, PassageRecord } from '../model.ts';

export const FIELDS = ['note', 'tags', 'status'] as const satisfies readonly (keyof Annotations)[];

/**
 * When a field was edited that came in without a date: before everything, so that what the reader has
 * written since stands when the same file comes in again.
 */
export const UNDATED = '1970-01-01T00:00:00.000Z';

/** The stored record with those of its fields replaced that were edited later on the other side. */
export function joined<T extends PageRecord | PassageRecord>(stored: T, incoming: T): T {
  const edited: Record<string, string> = { ...stored.edited };
  const changes: Record<string, unknown> = {};
  for (const field of FIELDS) {
    const theirs = incoming.edited[field];
    const ours = stored.edited[field] ?? '';
    if (theirs === undefined || theirs < ours) continue;
    // Of two without a date the file's is the newer: the reader has not touched the other.
    if (theirs === ours && theirs !== UNDATED) continue;
    edited[field] = theirs;
    changes[field] = incoming[field];
  }
  const isEntry =
    'isEntry' in stored && 'isEntry' in incoming
      ? { isEntry: stored.isEntry || incoming.isEntry }
      : {};
  return { ...stored, ...changes, ...isEntry, edited, deletedAt: null };
}

/** The file's record under the id, and on the page, that the list knows it by. */
export function replaced<T extends PageRecord | PassageRecord>(stored: T, incoming: T): T {
  return { ...incoming, id: stored.id };
}
