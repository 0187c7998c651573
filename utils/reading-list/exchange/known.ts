import type { Change, Reading } from '../database.ts';
import type { PageRecord, PassageRecord } from '../model.ts';
import { type Parsed, parsePage, parsePassage } from '../parse.ts';
import { isSamePassage } from '../records.ts';

/** What the list holds of one kind, to find in it what an import brings. */
interface Lookup<T> {
  /** Every readable record, deleted ones too. */
  readonly stored: readonly T[];
  /** The record that stands for the same thing, or null. */
  same(incoming: T): T | null;
  /** Whether a record with that id lies there, readable or not. */
  holds(id: string): boolean;
  /** Tells of a record that comes in, so that a second one like it is known. */
  add(incoming: T): void;
}

export interface Known {
  readonly pages: Lookup<PageRecord>;
  readonly passages: Lookup<PassageRecord>;
}

const BATCH = 500;

/** Reads the list in batches, so that the browser has its turn between them. */
export async function readKnown(
  tx: Reading | Change,
  signal: AbortSignal | undefined,
): Promise<Known> {
  const pages = await readAll(tx, 'pages', parsePage, signal);
  const passages = await readAll(tx, 'passages', parsePassage, signal);
  return { pages: pageLookup(pages), passages: passageLookup(passages) };
}

interface Read<T> {
  readonly ids: Set<string>;
  readonly records: T[];
}

async function readAll<T>(
  tx: Reading | Change,
  name: 'pages' | 'passages',
  parse: (raw: unknown) => Parsed<T>,
  signal: AbortSignal | undefined,
): Promise<Read<T>> {
  const ids = new Set<string>();
  const records: T[] = [];
  let after: string | undefined;
  for (;;) {
    const range = after === undefined ? undefined : IDBKeyRange.lowerBound(after, true);
    const keys = await tx.objectStore(name).getAllKeys(range, BATCH);
    const raws = await tx.objectStore(name).getAll(range, BATCH);
    signal?.throwIfAborted();
    for (const key of keys) ids.add(key);
    for (const raw of raws) {
      const parsed = parse(raw);
      if (parsed.ok) records.push(parsed.record);
    }
    after = keys.at(-1);
    if (after === undefined || keys.length < BATCH) return { ids, records };
  }
}

function pageLookup({ ids, records }: Read<PageRecord>): Lookup<PageRecord> {
  const byId = new Map(records.map((page) => [page.id, page]));
  const byForm = new Map<string, PageRecord>();
  const add = (page: PageRecord): void => {
    for (const form of page.forms) if (!byForm.has(form)) byForm.set(form, page);
  };
  for (const page of records) add(page);
  return {
    stored: records,
    same: ({ id, forms }) =>
      byId.get(id) ?? forms.map((form) => byForm.get(form)).find((page) => page) ?? null,
    holds: (id) => ids.has(id),
    add(page) {
      byId.set(page.id, page);
      ids.add(page.id);
      add(page);
    },
  };
}

function passageLookup({ ids, records }: Read<PassageRecord>): Lookup<PassageRecord> {
  const byId = new Map(records.map((passage) => [passage.id, passage]));
  const byWords = new Map<string, PassageRecord[]>();
  const keyOf = ({ page, selector }: PassageRecord): string => `${page}\n${selector.exact}`;
  const add = (passage: PassageRecord): void => {
    const key = keyOf(passage);
    const alike = byWords.get(key);
    if (alike) alike.push(passage);
    else byWords.set(key, [passage]);
  };
  for (const passage of records) add(passage);
  return {
    stored: records,
    same: (incoming) =>
      byId.get(incoming.id) ??
      byWords
        .get(keyOf(incoming))
        ?.find(({ selector }) => isSamePassage(selector, incoming.selector)) ??
      null,
    holds: (id) => ids.has(id),
    add(passage) {
      byId.set(passage.id, passage);
      ids.add(passage.id);
      add(passage);
    },
  };
}
