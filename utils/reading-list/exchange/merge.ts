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
  const known = knownPassages(tx);
  for (const incoming of passages) {
    const passage = { ...incoming, page: idOfPage.get(incoming.page) ?? incoming.page };
    const sameId = parsePassage(await tx.objectStore('passages').get(passage.id));
    const stored = sameId.ok ? sameId.record : await known.same(passage);
    await put('passage', stored, passage);
    if (stored === null) known.add(passage);
  }
  return report;
}

/** The passages of the pages that an import touches, read once a page. */
function knownPassages(tx: Change) {
  const pages = new Map<string, Map<string, PassageRecord[]>>();
  const add = (group: Map<string, PassageRecord[]>, passage: PassageRecord): void => {
    const same = group.get(passage.selector.exact);
    if (same) same.push(passage);
    else group.set(passage.selector.exact, [passage]);
  };
  const groupOf = async (page: string): Promise<Map<string, PassageRecord[]>> => {
    const held = pages.get(page);
    if (held) return held;
    const group = new Map<string, PassageRecord[]>();
    for (const raw of await tx.objectStore('passages').index('byPage').getAll(page)) {
      const parsed = parsePassage(raw);
      if (parsed.ok) add(group, parsed.record);
    }
    pages.set(page, group);
    return group;
  };
  return {
    async same({ page, selector }: PassageRecord): Promise<PassageRecord | null> {
      const alike = (await groupOf(page)).get(selector.exact) ?? [];
      return alike.find((each) => isSamePassage(each.selector, selector)) ?? null;
    },
    add(passage: PassageRecord): void {
      const group = pages.get(passage.page);
      if (group) add(group, passage);
    },
  };
}
