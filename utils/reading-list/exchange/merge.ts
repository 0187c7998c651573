import type { Change, Reading } from '../database.ts';
import type { Image } from '../images.ts';
import type { PageRecord, PassageRecord } from '../model.ts';
import type { Incoming } from './incoming.ts';
import { joined, replaced } from './join.ts';
import { type Known, readKnown } from './known.ts';
import { createReport, type MergeReport } from './report.ts';

/** How the records of a file and those of the list become one list. */
export type MergeMode = 'merge' | 'replace';

export interface MergeOptions {
  readonly mode: MergeMode;
  /** When what a replacement removes is marked as deleted: ISO 8601, UTC. */
  readonly at: string;
  /** Called with the records done and those to be done. */
  readonly progress?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

/** How many records are done between two rests, in which the browser has its turn. */
const SLICE = 200;

/**
 * What an import would do, told by the very steps that do it; changes nothing.
 *
 * @throws the signal's reason where it aborts.
 */
export async function planMerge(
  tx: Reading,
  incoming: Incoming,
  options: MergeOptions,
): Promise<MergeReport> {
  return walk(tx, null, incoming, options);
}

/**
 * Joins imported records to the list in one transaction. The same page (by address) and the same
 * passage are joined whatever their ids; merging lets the later edit of each field stand and removes
 * nothing; replacing lets the file stand and marks as deleted what it does not hold.
 *
 * @throws the signal's reason where it aborts; the transaction then changes nothing.
 */
export async function mergeRecords(
  tx: Change,
  incoming: Incoming,
  options: MergeOptions,
): Promise<MergeReport> {
  return walk(tx, tx, incoming, options);
}

async function walk(
  tx: Reading | Change,
  change: Change | null,
  { pages, passages }: Incoming,
  { mode, at, progress, signal }: MergeOptions,
): Promise<MergeReport> {
  const known = await readKnown(tx, signal);
  const { report, tell, tellOutdone } = createReport();
  const met = new Set<string>();
  const of = pages.length + passages.length;
  let done = 0;

  const put = (store: Image['store'], before: unknown, after: PageRecord | PassageRecord): void => {
    if (change === null) return;
    report.images.push({ store, id: after.id, before, after });
    // The transaction reports a write that fails; awaiting each would cost a turn a record.
    change
      .objectStore(store)
      .put(after)
      .catch(() => undefined);
  };
  const rest = async (): Promise<void> => {
    if (done % SLICE !== 0) return;
    progress?.(done, of);
    await turn(tx, signal);
  };
  const take = <T extends PageRecord | PassageRecord>(
    store: Image['store'],
    stored: T | null,
    incoming: T,
    lookup: Known['pages' | 'passages'],
  ): void => {
    done += 1;
    met.add(stored?.id ?? incoming.id);
    if (stored === null) {
      const isFree = !lookup.holds(incoming.id);
      tell(isFree ? 'added' : 'kept', store, incoming, null);
      if (isFree) put(store, undefined, incoming);
      return;
    }
    const result = mode === 'merge' ? joined(stored, incoming) : replaced(stored, incoming);
    tellOutdone(incoming, result);
    const isEqual = JSON.stringify(result) === JSON.stringify(stored);
    tell(isEqual ? 'unchanged' : 'changed', store, result, stored);
    if (!isEqual) put(store, stored, result);
  };

  const idOfPage = new Map<string, string>();
  for (const page of pages) {
    const stored = known.pages.same(page);
    idOfPage.set(page.id, stored?.id ?? page.id);
    take('pages', stored, page, known.pages);
    if (stored === null) known.pages.add(page);
    await rest();
  }
  for (const incomingPassage of passages) {
    const page = idOfPage.get(incomingPassage.page) ?? incomingPassage.page;
    const passage = { ...incomingPassage, page };
    const stored = known.passages.same(passage);
    take('passages', stored, passage, known.passages);
    if (stored === null) known.passages.add(passage);
    await rest();
  }
  if (mode === 'replace') {
    for (const [store, records] of [
      ['pages', known.pages.stored],
      ['passages', known.passages.stored],
    ] as const) {
      for (const record of records) {
        if (met.has(record.id) || record.deletedAt !== null) continue;
        tell('removed', store, record, record);
        put(store, record, { ...record, deletedAt: at });
        done += 1;
        await rest();
      }
    }
  }
  signal?.throwIfAborted();
  progress?.(of, of);
  return report;
}

/** Gives the browser a turn; a request of the transaction keeps it alive meanwhile. */
async function turn(tx: Reading | Change, signal: AbortSignal | undefined): Promise<void> {
  await tx.objectStore('pages').getKey('');
  signal?.throwIfAborted();
}
