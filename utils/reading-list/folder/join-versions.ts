import type { Annotations } from '../model.ts';
import { joinSeen, orderOf, type Seen } from './seen.ts';
import type { AnyRecord, SeenBy } from './version.ts';

/** A record with what went into each of its fields. */
export interface Versioned<T extends AnyRecord = AnyRecord> {
  readonly record: T;
  readonly seen: SeenBy;
}

/** A value that gave way to another one, made elsewhere without knowing of it. */
export type Loser =
  | {
      readonly [Field in keyof Annotations]: {
        readonly field: Field;
        readonly value: Annotations[Field];
        /** When it was written, ISO 8601; null where that is not known. */
        readonly at: string | null;
      };
    }[keyof Annotations]
  /** A deletion that gave way to an edit; `value` is when it was deleted. */
  | { readonly field: 'life'; readonly value: string; readonly at: string };

export interface Joined<T extends AnyRecord> extends Versioned<T> {
  readonly losers: readonly Loser[];
}

const FIELDS = ['note', 'tags', 'status'] as const;
const NEVER: Seen = {};

/** Whether nothing is lost where a value gives way. */
const isEmpty = (field: keyof Annotations, value: unknown, at: string | undefined): boolean =>
  value === '' || (Array.isArray(value) && value.length === 0) || (field === 'status' && !at);

/**
 * Joins two versions of one record. The value that knew of the other stands; of two that did not know
 * of each other the one written last, and the other is named. What was edited without knowing of a
 * deletion stays. The same two versions give the same result on every device, in either order, up to
 * the id, which is that of `ours`.
 */
export function joinVersions<T extends AnyRecord>(
  ours: Versioned<T>,
  theirs: Versioned<T>,
  device: string,
): Joined<T> {
  const losers: Loser[] = [];
  const seen: Record<string, Seen> = {};
  const edited: Record<string, string> = {};
  const fields: Record<string, unknown> = {};
  for (const field of FIELDS) {
    const side = sideOf(field, ours, theirs, losers);
    const { record } = side === 'ours' ? ours : theirs;
    fields[field] = record[field];
    const at = record.edited[field];
    if (at !== undefined) edited[field] = at;
    keep(seen, field, joinSeen(ours.seen[field] ?? NEVER, theirs.seen[field] ?? NEVER));
  }
  const life = lifeOf(ours, theirs, device, losers);
  keep(seen, 'life', life.seen);
  const record = { ...filled(ours.record, theirs.record), ...fields, edited };
  const isEntry = 'isEntry' in record ? { isEntry: life.isEntry } : {};
  return { record: { ...record, ...isEntry, deletedAt: life.deletedAt } as T, seen, losers };
}

function keep(into: Record<string, Seen>, register: string, seen: Seen): void {
  if (Object.keys(seen).length > 0) into[register] = seen;
}

function sideOf(
  field: keyof Annotations,
  ours: Versioned,
  theirs: Versioned,
  losers: Loser[],
): 'ours' | 'theirs' {
  const order = orderOf(ours.seen[field] ?? NEVER, theirs.seen[field] ?? NEVER);
  if (order === 'later') return 'ours';
  if (order === 'earlier') return 'theirs';
  const [mine, other] = [ours.record, theirs.record];
  const [myTime, otherTime] = [mine.edited[field] ?? '', other.edited[field] ?? ''];
  const [mineText, otherText] = [JSON.stringify(mine[field]), JSON.stringify(other[field])];
  const isMine = myTime === otherTime ? mineText >= otherText : myTime > otherTime;
  if (mineText === otherText) return isMine ? 'ours' : 'theirs';
  const loser = isMine ? other : mine;
  const at = loser.edited[field];
  if (!isEmpty(field, loser[field], at)) {
    losers.push({ field, value: loser[field], at: at ?? null } as Loser);
  }
  return isMine ? 'ours' : 'theirs';
}

interface Life {
  readonly deletedAt: string | null;
  readonly isEntry: boolean;
  readonly seen: Seen;
}

function lifeOf(ours: Versioned, theirs: Versioned, device: string, losers: Loser[]): Life {
  const [mine, other] = [ours.seen.life ?? NEVER, theirs.seen.life ?? NEVER];
  const seen = joinSeen(mine, other);
  const order = orderOf(mine, other);
  const [living, dead] = sortedByLife(ours, theirs);
  const isEntryHere = 'isEntry' in ours.record && ours.record.isEntry;
  const isEntryThere = 'isEntry' in theirs.record && theirs.record.isEntry;
  const isEntry =
    order === 'later'
      ? isEntryHere
      : order === 'earlier'
        ? isEntryThere
        : isEntryHere || isEntryThere;
  if (living === null || dead === null) {
    const [first = null] = [ours.record.deletedAt, theirs.record.deletedAt].sort();
    const side = order === 'earlier' ? theirs : ours;
    const isSettled = order === 'later' || order === 'earlier';
    return { deletedAt: isSettled ? side.record.deletedAt : first, isEntry, seen };
  }
  const winner = order === 'later' ? ours : order === 'earlier' ? theirs : living;
  const { deletedAt } = dead.record;
  if (winner === living || deletedAt === null) return { deletedAt: null, isEntry, seen };
  const isNews = FIELDS.some((field) => {
    const order = orderOf(living.seen[field] ?? NEVER, dead.seen[field] ?? NEVER);
    return order === 'later' || order === 'apart';
  });
  if (!isNews) return { deletedAt, isEntry, seen };
  losers.push({ field: 'life', value: deletedAt, at: deletedAt });
  const revived = { ...seen, [device]: (seen[device] ?? 0) + 1 };
  return { deletedAt: null, isEntry: isEntryHere || isEntryThere, seen: revived };
}

function sortedByLife(one: Versioned, other: Versioned): [Versioned | null, Versioned | null] {
  const [isOneDead, isOtherDead] = [one.record.deletedAt !== null, other.record.deletedAt !== null];
  if (isOneDead === isOtherDead) return [null, null];
  return isOneDead ? [other, one] : [one, other];
}

/** Ours, with what it lacks filled in from theirs; nothing of it is replaced. */
function filled<T extends AnyRecord>(ours: T, theirs: T): T {
  if ('forms' in ours && 'forms' in theirs) {
    return {
      ...ours,
      forms: [...new Set([...ours.forms, ...theirs.forms])].slice(0, 20),
      title: ours.title || theirs.title,
      site: ours.site ?? theirs.site,
      author: ours.author ?? theirs.author,
      published: ours.published ?? theirs.published,
      language: ours.language ?? theirs.language,
    };
  }
  if ('match' in ours && 'match' in theirs) {
    return {
      ...ours,
      match: ours.match ?? theirs.match,
      language: ours.language ?? theirs.language,
    };
  }
  return ours;
}
