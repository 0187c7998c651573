import type { Change } from '../database.ts';
import type { Annotations, PageRecord, PassageRecord, RecordKind } from '../model.ts';
import { knownPage } from '../operations.ts';
import { parsePage, parsePassage } from '../parse.ts';
import { isSamePassage } from '../records.ts';

/** What an import did, in records. */
export interface MergeReport {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Not taken, because a record that cannot be read has the same id: that one stays as it is. */
  readonly kept: number;
}

const FIELDS = ['note', 'tags', 'status'] as const satisfies readonly (keyof Annotations)[];

/** The stored record with those of its fields replaced that were edited later on the other side. */
function merged<T extends PageRecord | PassageRecord>(stored: T, incoming: T): T {
  const edited: Record<string, string> = { ...stored.edited };
  const changes: Record<string, unknown> = {};
  for (const field of FIELDS) {
    const theirs = incoming.edited[field];
    if (theirs === undefined || theirs <= (stored.edited[field] ?? '')) continue;
    edited[field] = theirs;
    changes[field] = incoming[field];
  }
  return { ...stored, ...changes, edited, deletedAt: null };
}

/**
 * Joins imported records to the list in one transaction. The same page (by address) and the same
 * passage are joined whatever their ids; of each field the later edit stands; nothing is removed.
 */
export async function mergeRecords(
  tx: Change,
  pages: readonly PageRecord[],
  passages: readonly PassageRecord[],
): Promise<MergeReport> {
  const report = { added: 0, changed: 0, unchanged: 0, kept: 0 };
  const put = async <T extends PageRecord | PassageRecord>(
    kind: RecordKind,
    stored: T | null,
    incoming: T,
    base = stored,
  ): Promise<void> => {
    const store = tx.objectStore(kind === 'page' ? 'pages' : 'passages');
    const isFree = stored === null && (await store.get(incoming.id)) === undefined;
    const result = base === null ? incoming : merged(base, incoming);
    if (stored === null && !isFree) {
      report.kept += 1;
    } else if (JSON.stringify(result) === JSON.stringify(stored)) {
      report.unchanged += 1;
    } else {
      await store.put(result);
      report[isFree ? 'added' : 'changed'] += 1;
    }
  };

  const idOfPage = new Map<string, string>();
  for (const page of pages) {
    const sameId = parsePage(await tx.objectStore('pages').get(page.id));
    const stored = sameId.ok ? sameId.record : await knownPage(tx, page.forms);
    idOfPage.set(page.id, stored?.id ?? page.id);
    await put(
      'page',
      stored,
      page,
      stored && { ...stored, isEntry: stored.isEntry || page.isEntry },
    );
  }
  for (const incoming of passages) {
    const passage = { ...incoming, page: idOfPage.get(incoming.page) ?? incoming.page };
    const stored = await samePassage(tx, passage);
    await put('passage', stored, passage);
  }
  return report;
}

async function samePassage(tx: Change, passage: PassageRecord): Promise<PassageRecord | null> {
  const store = tx.objectStore('passages');
  const sameId = parsePassage(await store.get(passage.id));
  if (sameId.ok) return sameId.record;
  for (const raw of await store.index('byPage').getAll(passage.page)) {
    const parsed = parsePassage(raw);
    if (parsed.ok && isSamePassage(parsed.record.selector, passage.selector)) return parsed.record;
  }
  return null;
}
