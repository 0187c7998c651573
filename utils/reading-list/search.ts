import MiniSearch from 'minisearch';
import type { ListedPage, PageRecord, PassageRecord } from './model.ts';

/** One record as the search sees it. */
interface SearchEntry {
  readonly id: string;
  readonly words: string;
  readonly note: string;
  readonly title: string;
  readonly original: string;
}

/** Finds records of the list by their words, in any script. */
export interface ListSearch {
  /** Brings the index up to date with the list; only what changed is indexed anew. */
  update(pages: readonly ListedPage[]): void;
  /** Ids of the records in which every word of the query occurs; null for a query without words. */
  find(query: string): ReadonlySet<string> | null;
}

const HAN = /\p{Script=Han}/u;

/**
 * Words of a text: runs of letters and digits; of Chinese, each character and each pair of
 * neighbours, since Chinese has no blanks.
 */
export function searchWords(text: string): string[] {
  return runsOf(text).flatMap((run) => (HAN.test(run) ? [...run, ...pairsOf(run)] : [run]));
}

/** Words that a query asks for: pairs of Chinese characters, a single one only where it stands alone. */
function queryWords(text: string): string[] {
  return runsOf(text).flatMap((run) => {
    if (!HAN.test(run)) return [run];
    const pairs = pairsOf(run);
    return pairs.length > 0 ? pairs : [run];
  });
}

function runsOf(text: string): string[] {
  const folded = text.normalize('NFKC').toLowerCase();
  return folded.match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu) ?? [];
}

function pairsOf(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

const textOf = (parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part).join('\n');

function pageEntry(page: PageRecord): SearchEntry {
  const { id, note, tags, title, site, author } = page;
  return {
    id,
    words: '',
    note: textOf([note, ...tags]),
    title: textOf([title, site, author]),
    original: '',
  };
}

function passageEntry(passage: PassageRecord, page: PageRecord): SearchEntry {
  const { id, selector, note, tags, match } = passage;
  return {
    id,
    words: selector.exact,
    note: textOf([note, ...tags]),
    title: textOf([page.title, page.site, page.author]),
    original: textOf([match?.title, match?.original?.text, match?.attribution]),
  };
}

/** Makes an empty search; call `update` with the list before the first question. */
export function createListSearch(): ListSearch {
  const index = new MiniSearch<SearchEntry>({
    fields: ['words', 'note', 'title', 'original'],
    tokenize: searchWords,
    processTerm: (term) => term,
    searchOptions: {
      tokenize: queryWords,
      processTerm: (term) => term,
      combineWith: 'AND',
      prefix: (term) => !HAN.test(term),
    },
  });
  const known = new Map<string, SearchEntry>();

  return {
    update(pages) {
      const left = new Set(known.keys());
      const changed: SearchEntry[] = [];
      for (const { page, passages } of pages) {
        const own = page.isEntry ? [pageEntry(page)] : [];
        for (const entry of [...own, ...passages.map((each) => passageEntry(each, page))]) {
          left.delete(entry.id);
          if (isSame(known.get(entry.id), entry)) continue;
          if (known.has(entry.id)) index.discard(entry.id);
          known.set(entry.id, entry);
          changed.push(entry);
        }
      }
      index.addAll(changed);
      for (const id of left) {
        index.discard(id);
        known.delete(id);
      }
    },
    find(query) {
      if (queryWords(query).length === 0) return null;
      return new Set(index.search(query).map(({ id }) => id as string));
    },
  };
}

function isSame(a: SearchEntry | undefined, b: SearchEntry): boolean {
  return (
    a !== undefined &&
    a.words === b.words &&
    a.note === b.note &&
    a.title === b.title &&
    a.original === b.original
  );
}
