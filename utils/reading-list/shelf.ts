import { inPageOrder, type Listing, newestFirst, standIn } from './listing.ts';
import type { ListedPage, PageRecord, PassageRecord, RecordKind, Unreadable } from './model.ts';
import { type Parsed, parsePage, parsePassage } from './parse.ts';
import type { RawRecord } from './reading.ts';
import type { ListSearch } from './search.ts';

/**
 * The list in memory, put together record by record as it is read and kept in step afterwards. The
 * search is told of every record that comes, changes or goes.
 */
export interface Shelf {
  put(records: readonly RawRecord[]): void;
  /** The list as it stands, pages by what was saved last; made anew only where something changed. */
  listing(): Listing;
}

export function createShelf(search: Pick<ListSearch, 'put' | 'remove'>): Shelf {
  const pages = new Map<string, PageRecord>();
  const passages = new Map<string, PassageRecord>();
  const ofPage = new Map<string, Set<string>>();
  const unreadable = new Map<string, Unreadable>();
  const listed = new Map<string, ListedPage | null>();
  let listing: Listing | null = { pages: [], unreadable: [] };

  function pageOf(passage: PassageRecord): PageRecord {
    return pages.get(passage.page) ?? standIn(passage);
  }

  function forget(passage: PassageRecord): void {
    passages.delete(passage.id);
    search.remove(passage.id);
    ofPage.get(passage.page)?.delete(passage.id);
    listed.delete(passage.page);
  }

  function takePage(id: string, raw: unknown): void {
    const before = pages.get(id);
    const parsed = parsePage(raw);
    if (!parsed.ok || parsed.record.deletedAt !== null) search.remove(id);
    if (parsed.ok) pages.set(id, parsed.record);
    else pages.delete(id);
    note('page', id, raw, parsed);
    if (parsed.ok && parsed.record.isEntry && parsed.record.deletedAt === null) {
      search.put(parsed.record, null);
    }
    const named = (page: PageRecord | undefined) =>
      `${page?.title}\n${page?.site}\n${page?.author}`;
    if (named(before) !== named(pages.get(id))) {
      for (const passage of passagesOf(id)) search.put(pageOf(passage), passage);
    }
    listed.delete(id);
  }

  function takePassage(id: string, raw: unknown): void {
    const before = passages.get(id);
    if (before) forget(before);
    const parsed = parsePassage(raw);
    note('passage', id, raw, parsed);
    if (!parsed.ok || parsed.record.deletedAt !== null) return;
    const { record } = parsed;
    passages.set(id, record);
    const group = ofPage.get(record.page);
    if (group) group.add(id);
    else ofPage.set(record.page, new Set([id]));
    search.put(pageOf(record), record);
    listed.delete(record.page);
  }

  function note(kind: RecordKind, id: string, raw: unknown, parsed: Parsed<unknown>): void {
    const key = `${kind} ${id}`;
    if (parsed.ok || raw === undefined) unreadable.delete(key);
    else unreadable.set(key, { kind, message: parsed.message, fault: parsed.fault, raw });
  }

  const passagesOf = (page: string): PassageRecord[] =>
    [...(ofPage.get(page) ?? [])].flatMap((id) => passages.get(id) ?? []).sort(inPageOrder);

  function listedPage(id: string): ListedPage | null {
    const known = listed.get(id);
    if (known !== undefined) return known;
    const own = passagesOf(id);
    const [first] = own;
    const page = pages.get(id) ?? (first && standIn(first));
    const isShown = own.length > 0 || (page?.isEntry === true && page.deletedAt === null);
    const made = page && isShown ? { page, passages: own } : null;
    listed.set(id, made);
    return made;
  }

  return {
    put(records) {
      for (const { kind, id, raw } of records) {
        if (kind === 'page') takePage(id, raw);
        else takePassage(id, raw);
      }
      if (records.length > 0) listing = null;
    },
    listing() {
      listing ??= {
        pages: [...new Set([...pages.keys(), ...ofPage.keys()])]
          .flatMap((id) => listedPage(id) ?? [])
          .sort(newestFirst),
        unreadable: [...unreadable.values()],
      };
      return listing;
    },
  };
}
