import type { PageDescription, PassageToSave } from '../messages.ts';
import { knownForms } from './address.ts';
import type { Change } from './database.ts';
import { type Annotations, LONGEST_NOTE, type PageRecord, tidyTags } from './model.ts';
import { parsePage, parsePassage } from './parse.ts';
import { isSamePassage, metAgain, newPage, newPassage } from './records.ts';
import { StoreError } from './store-error.ts';

/** What happened to something that was to be kept. */
export interface Saved {
  readonly id: string;
  readonly alreadySaved: boolean;
}

/** Where times and ids come from. */
export interface Sources {
  readonly now: () => Date;
  readonly newId: () => string;
}

/** What an edit makes of the fields of each record. */
export type Edit = (record: Annotations) => Partial<Annotations>;

/** The readable page that is known under one of the canonical `forms`, deleted or not; or null. */
export async function knownPage(tx: Change, forms: readonly string[]): Promise<PageRecord | null> {
  for (const form of forms) {
    for (const raw of await tx.objectStore('pages').index('byForm').getAll(form)) {
      const parsed = parsePage(raw);
      if (parsed.ok) return parsed.record;
    }
  }
  return null;
}

async function keepPage(
  tx: Change,
  page: PageDescription,
  isEntry: boolean,
  { now, newId }: Sources,
): Promise<{ record: PageRecord; before: PageRecord | null }> {
  const before = await knownPage(tx, knownForms(page.address, page.canonicalAddress));
  const record =
    before === null
      ? newPage(page, { id: newId(), savedAt: now().toISOString(), isEntry })
      : metAgain(before, page, isEntry);
  const checked = parsePage(record);
  if (!checked.ok) throw new StoreError('invalid', checked.message, { fault: checked.fault });
  await tx.objectStore('pages').put(record);
  return { record, before };
}

/** Keeps a page for itself; one that is known is joined. */
export async function savePage(tx: Change, page: PageDescription, from: Sources): Promise<Saved> {
  const { record, before } = await keepPage(tx, page, true, from);
  return {
    id: record.id,
    alreadySaved: before?.isEntry === true && before.deletedAt === null,
  };
}

/** Keeps a passage and its page; the same passage of the same page is joined. */
export async function savePassage(
  tx: Change,
  toSave: PassageToSave,
  from: Sources,
): Promise<Saved> {
  const { record: page } = await keepPage(tx, toSave.page, false, from);
  const store = tx.objectStore('passages');
  for (const raw of await store.index('byPage').getAll(page.id)) {
    const parsed = parsePassage(raw);
    if (!parsed.ok || !isSamePassage(parsed.record.selector, toSave.selector)) continue;
    const { record } = parsed;
    const wasThere = record.deletedAt === null;
    const match = record.match ?? newPassage(toSave, record).match;
    await store.put({ ...record, match, deletedAt: null });
    return { id: record.id, alreadySaved: wasThere };
  }
  const savedAt = from.now().toISOString();
  const record = newPassage(toSave, { id: from.newId(), savedAt, page: page.id });
  const checked = parsePassage(record);
  if (!checked.ok) throw new StoreError('invalid', checked.message, { fault: checked.fault });
  await store.put(record);
  return { id: record.id, alreadySaved: false };
}

/** The readable record of an id, and the store in which it lies. */
async function find(tx: Change, id: string) {
  for (const kind of ['passages', 'pages'] as const) {
    const store = tx.objectStore(kind);
    const raw = await store.get(id);
    if (raw === undefined) continue;
    const parsed = kind === 'pages' ? parsePage(raw) : parsePassage(raw);
    if (!parsed.ok) throw new StoreError('failed', parsed.message, { fault: parsed.fault });
    return { kind, record: parsed.record, put: (record: unknown) => store.put(record) };
  }
  throw new StoreError('missing');
}

/** The time, or just after the last edit: a clock that is behind must not make an edit look old. */
function later(now: Date, edited: PageRecord['edited']): string {
  const last = Math.max(...Object.values(edited).map((time) => Date.parse(time) + 1));
  return new Date(Math.max(now.getTime(), last)).toISOString();
}

/** Changes fields of a page or passage; other fields stay as another window may have set them. */
export async function update(
  tx: Change,
  id: string,
  changed: Partial<Annotations>,
  { now }: Sources,
): Promise<void> {
  const { record, put } = await find(tx, id);
  const time = later(now(), record.edited);
  if ((changed.note?.length ?? 0) > LONGEST_NOTE) {
    throw new StoreError('invalid', `a note has at most ${LONGEST_NOTE} characters`, {
      fault: { code: 'too-long', field: 'note', limit: LONGEST_NOTE },
    });
  }
  await put({
    ...record,
    ...(changed.note !== undefined && { note: changed.note }),
    ...(changed.status !== undefined && { status: changed.status }),
    ...(changed.tags !== undefined && { tags: tidyTags(changed.tags) }),
    edited: {
      ...record.edited,
      ...(changed.note !== undefined && { note: time }),
      ...(changed.status !== undefined && { status: time }),
      ...(changed.tags !== undefined && { tags: time }),
    },
  });
}

/** Marks pages (with their passages) and passages as deleted; resolves with the ids so marked. */
export async function remove(
  tx: Change,
  ids: readonly string[],
  { now }: Sources,
): Promise<readonly string[]> {
  const deletedAt = now().toISOString();
  const removed: string[] = [];
  const mark = async (id: string): Promise<void> => {
    const { kind, record, put } = await find(tx, id);
    if (record.deletedAt !== null) return;
    await put({ ...record, deletedAt });
    removed.push(id);
    if (kind === 'passages') return;
    for (const key of await tx.objectStore('passages').index('byPage').getAllKeys(id)) {
      const raw = await tx.objectStore('passages').get(key);
      if (parsePassage(raw).ok) await mark(key);
    }
  };
  for (const id of ids) await mark(id);
  return removed;
}

/** Takes deletions back. Ids that are gone for good are passed over. */
export async function restore(tx: Change, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const found = await find(tx, id).catch((error: unknown) => {
      if (error instanceof StoreError && error.failure === 'missing') return null;
      throw error;
    });
    await found?.put({ ...found.record, deletedAt: null });
  }
}

/**
 * Removes for good what was deleted before `before`, and pages that were there only for passages
 * that are gone; resolves with their ids. Records that cannot be read stay, and so do their pages.
 */
export async function purge(tx: Change, before: string): Promise<readonly string[]> {
  const removed: string[] = [];
  const passages = tx.objectStore('passages');
  for (const raw of await passages
    .index('byDeleted')
    .getAll(IDBKeyRange.upperBound(before, true))) {
    const parsed = parsePassage(raw);
    if (!parsed.ok || parsed.record.deletedAt === null) continue;
    await passages.delete(parsed.record.id);
    removed.push(parsed.record.id);
  }
  for (const raw of await tx.objectStore('pages').getAll()) {
    const parsed = parsePage(raw);
    if (!parsed.ok) continue;
    const { id, isEntry, deletedAt } = parsed.record;
    const isDone = deletedAt === null ? !isEntry : deletedAt < before;
    if (!isDone || (await passages.index('byPage').count(id)) > 0) continue;
    await tx.objectStore('pages').delete(id);
    removed.push(id);
  }
  return removed;
}
