import type { Change } from '../database.ts';
import type { RecordKind } from '../model.ts';
import { knownPage } from '../operations.ts';
import { parsePage, parsePassage } from '../parse.ts';
import { isSamePassage } from '../records.ts';
import { type Conflict, conflictKey, type Line } from './bucket-file.ts';
import { joinVersions, type Versioned } from './join-versions.ts';
import type { FolderState } from './state.ts';
import {
  type AnyRecord,
  isWorthKeeping,
  keyOf,
  kindOf,
  looked,
  pageOf,
  type Version,
  versionOf,
} from './version.ts';

/** What taking a file in came to; to be remembered once the list's change is on disk. */
export interface Taken {
  /** Records of the list that are new or changed. */
  readonly ids: Set<string>;
  readonly versions: Map<string, Version>;
  readonly aliases: Map<string, string>;
  readonly conflicts: Map<string, Conflict>;
}

const STORES = { page: 'pages', passage: 'passages' } as const;

/**
 * Joins what another device wrote to the list, within one change of it. The same page and the same
 * passage are joined whatever their ids: each device keeps its own and remembers the other's. Records
 * that cannot be read here are left alone.
 */
export async function takeIn(
  tx: Change,
  lines: readonly Line[],
  state: FolderState,
): Promise<Taken> {
  const taken: Taken = {
    ids: new Set(),
    versions: new Map(),
    aliases: new Map(),
    conflicts: new Map(),
  };
  const { device } = state;
  const idHere = (kind: RecordKind, id: string): string =>
    taken.aliases.get(keyOf(kind, id)) ?? state.aliases.get(keyOf(kind, id)) ?? id;
  const knownOf = (kind: RecordKind, id: string): Version | undefined =>
    taken.versions.get(keyOf(kind, id)) ?? state.versions.get(keyOf(kind, id));
  const remember = (version: Version): void => {
    const key = keyOf(version.kind, version.id);
    const known = knownOf(version.kind, version.id);
    if (known === undefined && !isWorthKeeping(version)) return;
    if (JSON.stringify(known) !== JSON.stringify(version)) taken.versions.set(key, version);
  };

  async function put(record: AnyRecord, before: AnyRecord | null): Promise<void> {
    if (JSON.stringify(before) === JSON.stringify(record)) return;
    await tx.objectStore(STORES[kindOf(record)]).put(record);
    taken.ids.add(record.id);
  }

  /** The record of ours that stands for `theirs`; null where there is none, or none to be read. */
  async function oursOf(
    theirs: AnyRecord,
  ): Promise<{ record: AnyRecord | null; isBroken: boolean }> {
    const raw = await tx.objectStore(STORES[kindOf(theirs)]).get(idHere(kindOf(theirs), theirs.id));
    if (raw !== undefined) {
      const parsed = 'page' in theirs ? parsePassage(raw) : parsePage(raw);
      return { record: parsed.ok ? parsed.record : null, isBroken: !parsed.ok };
    }
    if (knownOf(kindOf(theirs), idHere(kindOf(theirs), theirs.id)) !== undefined) {
      return { record: null, isBroken: false };
    }
    const record = 'page' in theirs ? await alikeOf(theirs) : await knownPage(tx, theirs.forms);
    if (record !== null) await nameAlso(record, theirs.id);
    return { record, isBroken: false };
  }

  async function alikeOf(theirs: Extract<AnyRecord, { page: string }>): Promise<AnyRecord | null> {
    for (const raw of await tx.objectStore('passages').index('byPage').getAll(theirs.page)) {
      const parsed = parsePassage(raw);
      if (parsed.ok && isSamePassage(parsed.record.selector, theirs.selector)) return parsed.record;
    }
    return null;
  }

  /** Remembers another device's id; passages that came before their page move to ours. */
  async function nameAlso(record: AnyRecord, id: string): Promise<void> {
    taken.aliases.set(keyOf(kindOf(record), id), record.id);
    if ('page' in record) return;
    for (const raw of await tx.objectStore('passages').index('byPage').getAll(id)) {
      const parsed = parsePassage(raw);
      if (parsed.ok) await put({ ...parsed.record, page: record.id }, parsed.record);
    }
  }

  function noteLosers(record: AnyRecord, losers: readonly object[]): void {
    const of = { kind: kindOf(record), id: record.id, page: pageOf(record), isSettled: false };
    for (const loser of losers) noteConflict({ ...loser, ...of } as Omit<Conflict, 'key'>);
  }

  function noteConflict(conflict: Omit<Conflict, 'key'>): void {
    const key = conflictKey(conflict);
    const known = taken.conflicts.get(key) ?? state.conflicts.get(key);
    if (known && (known.isSettled || !conflict.isSettled)) return;
    taken.conflicts.set(key, { ...conflict, key } as Conflict);
  }

  async function takeRecord(line: Versioned): Promise<void> {
    const kind = kindOf(line.record);
    const theirs: Versioned =
      'page' in line.record
        ? { ...line, record: { ...line.record, page: idHere('page', line.record.page) } }
        : line;
    const { record, isBroken } = await oursOf(theirs.record);
    if (isBroken) return;
    const id = record?.id ?? idHere(kind, theirs.record.id);
    const known = knownOf(kind, id);
    if (record === null) {
      const joined = known
        ? joinVersions(asGone({ ...theirs.record, id }, known), theirs, device)
        : { ...theirs, losers: [] };
      if (joined.record.deletedAt === null) await put(joined.record, null);
      noteLosers(joined.record, joined.losers);
      return remember(versionOf(joined.record, joined.seen));
    }
    const { seen } = looked(known, record, device);
    const joined = joinVersions({ record, seen }, theirs, device);
    await put(joined.record, record);
    noteLosers(joined.record, joined.losers);
    remember(versionOf(joined.record, joined.seen));
  }

  async function takeGone(version: Version): Promise<void> {
    if (version.deletedAt === null) return;
    const id = idHere(version.kind, version.id);
    const page = idHere('page', version.page);
    const raw = await tx.objectStore(STORES[version.kind]).get(id);
    if (raw === undefined) {
      if (knownOf(version.kind, id) === undefined) remember({ ...version, id, page });
      return;
    }
    const parsed = version.kind === 'page' ? parsePage(raw) : parsePassage(raw);
    if (!parsed.ok) return;
    const { record } = parsed;
    const { seen } = looked(knownOf(version.kind, id), record, device);
    const joined = joinVersions<AnyRecord>({ record, seen }, asGone(record, version), device);
    await put(joined.record, record);
    noteLosers(joined.record, joined.losers);
    remember(versionOf(joined.record, joined.seen));
  }

  for (const line of sorted(lines)) {
    if (line.type === 'record') await takeRecord(line);
    else if (line.type === 'gone') await takeGone(line.version);
    else {
      const { conflict } = line;
      const id = idHere(conflict.kind, conflict.id);
      const raw = await tx.objectStore(STORES[conflict.kind]).get(id);
      if (raw !== undefined) {
        noteConflict({ ...conflict, id, page: idHere('page', conflict.page) });
      }
    }
  }
  return taken;
}

/** A record as it was when it was removed for good. */
function asGone(record: AnyRecord, { kind, deletedAt, isEntry, seen }: Version): Versioned {
  return { record: { ...record, deletedAt, ...(kind === 'page' && { isEntry }) }, seen };
}

/** Pages before passages, conflicts last: each needs to know the ids of those before it. */
function sorted(lines: readonly Line[]): readonly Line[] {
  const rank = (line: Line): number =>
    line.type === 'conflict'
      ? 3
      : line.type === 'gone'
        ? 2
        : kindOf(line.record) === 'page'
          ? 0
          : 1;
  return lines.toSorted((a, b) => rank(a) - rank(b));
}
