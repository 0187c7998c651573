import type { ListedPage, PageRecord, PassageRecord, Unreadable } from './model.ts';
import { type Parsed, parsePage, parsePassage } from './parse.ts';
import { newPage } from './records.ts';

/** The whole list as it can be shown. */
export interface Listing {
  /** Newest first, by the latest saving on the page. */
  readonly pages: readonly ListedPage[];
  readonly unreadable: readonly Unreadable[];
}

/** Parses raw records; those that cannot be read go to `unreadable`. */
export function sift<Record>(
  kind: Unreadable['kind'],
  raws: readonly unknown[],
  parse: (raw: unknown) => Parsed<Record>,
  unreadable: Unreadable[],
): Record[] {
  const records: Record[] = [];
  for (const raw of raws) {
    const parsed = parse(raw);
    if (parsed.ok) records.push(parsed.record);
    else unreadable.push({ kind, message: parsed.message, fault: parsed.fault, raw });
  }
  return records;
}

/**
 * Puts records together to pages with their passages, without what is deleted. Passages whose page
 * cannot be read are listed under a page made of their own address, so that none is lost.
 */
export function listingOf(rawPages: readonly unknown[], rawPassages: readonly unknown[]): Listing {
  const unreadable: Unreadable[] = [];
  const pages = new Map<string, PageRecord>();
  for (const page of sift('page', rawPages, parsePage, unreadable)) pages.set(page.id, page);
  const passages = new Map<string, PassageRecord[]>();
  for (const passage of sift('passage', rawPassages, parsePassage, unreadable)) {
    if (passage.deletedAt !== null) continue;
    if (!pages.has(passage.page)) pages.set(passage.page, standIn(passage));
    const group = passages.get(passage.page);
    if (group) group.push(passage);
    else passages.set(passage.page, [passage]);
  }
  const listed: ListedPage[] = [];
  for (const page of pages.values()) {
    const own = passages.get(page.id) ?? [];
    const isShown = own.length > 0 || (page.isEntry && page.deletedAt === null);
    if (isShown) listed.push({ page, passages: own.sort(inPageOrder) });
  }
  return { pages: listed.sort(newestFirst), unreadable };
}

/** A page for a passage whose own cannot be read, made of the passage's address. */
export function standIn(passage: PassageRecord): PageRecord {
  return newPage(
    {
      address: passage.source,
      canonicalAddress: null,
      title: passage.source,
      site: null,
      author: null,
      published: null,
      language: passage.language,
    },
    { id: passage.page, savedAt: passage.savedAt, isEntry: false },
  );
}

/** Order of the passages of a page. */
export function inPageOrder(a: PassageRecord, b: PassageRecord): number {
  return a.selector.start - b.selector.start || compare(a.savedAt, b.savedAt);
}

/** Order of pages by what was saved last on each. */
export function newestFirst(a: ListedPage, b: ListedPage): number {
  return compare(lastSaved(b), lastSaved(a)) || compare(a.page.id, b.page.id);
}

function lastSaved({ page, passages }: ListedPage): string {
  return [page.savedAt, ...passages.map(({ savedAt }) => savedAt)].sort().at(-1) ?? page.savedAt;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
