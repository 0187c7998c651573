import type { ListedPage, PageRecord, PassageRecord, Status } from './model.ts';
import type { Found } from './word-index.ts';

/** What the reader narrows the list to; null where anything will do. */
export interface Narrowing {
  readonly status: Status | null;
  readonly topic: string | null;
  readonly item: string | null;
  readonly tag: string | null;
  readonly site: string | null;
  readonly language: string | null;
  /** Days of saving, both included, as `YYYY-MM-DD` in UTC. */
  readonly from: string | null;
  readonly to: string | null;
}

export const ANYTHING: Narrowing = {
  status: null,
  topic: null,
  item: null,
  tag: null,
  site: null,
  language: null,
  from: null,
  to: null,
};

/** By what the list can be narrowed to one of its own values. */
export const FACETS = ['topic', 'item', 'tag', 'site', 'language'] as const;
export type Facet = (typeof FACETS)[number];

/** One value by which the list can be narrowed, and how many entries have it. */
export interface FacetValue {
  readonly value: string;
  readonly name: string;
  readonly count: number;
}

export type Facets = { readonly [Each in Facet]: readonly FacetValue[] };

/** Whose page it is: the name that the page gives, or its host. */
export function siteOf({ site, address }: PageRecord): string {
  if (site !== null && site.trim() !== '') return site.trim();
  return URL.canParse(address) ? new URL(address).hostname : '';
}

/** `topic.third-parties` as words, where the index does not know it any more. */
const wordsOf = (id: string): string =>
  id.replace(/^(topic[.-]|subject:)/, '').replace(/[-_.]+/g, ' ');

/** The name of a topic in the reader's language: its question, or the name of its subject, where that is known. */
export const topicName = (id: string, names: ReadonlyMap<string, string>): string =>
  names.get(id) ?? wordsOf(id);

/** The topics of the list, each once, in order. */
export function topicsIn(pages: readonly ListedPage[]): readonly string[] {
  const topics = pages.flatMap(({ passages }) => passages.map(({ match }) => match?.topic ?? ''));
  return [...new Set(topics)].filter((topic) => topic !== '').sort();
}

/**
 * The language without script and region, so that one choice finds all its varieties. Pages write tags
 * as they like (`en_US`, `en, fr`, `english`): what does not begin as one is none.
 */
const baseOf = (language: string | null): string =>
  /^[a-z]{2,3}(?![a-z\d])/i.exec(language?.trim() ?? '')?.[0].toLowerCase() ?? '';

function fitsDay(savedAt: string, { from, to }: Narrowing): boolean {
  if (from === null && to === null) return true;
  const day = savedAt.slice(0, 10);
  return (from === null || day >= from) && (to === null || day <= to);
}

function fits(page: PageRecord, passage: PassageRecord | null, to: Narrowing): boolean {
  const record = passage ?? page;
  const match = passage?.match ?? null;
  return (
    (to.status === null || record.status === to.status) &&
    (to.topic === null || match?.topic === to.topic) &&
    (to.item === null || match?.item === to.item) &&
    (to.tag === null || record.tags.includes(to.tag)) &&
    (to.site === null || siteOf(page) === to.site) &&
    (to.language === null || baseOf(record.language ?? page.language) === to.language) &&
    fitsDay(record.savedAt, to)
  );
}

const isAnything = (to: Narrowing): boolean => Object.values(to).every((value) => value === null);

/**
 * The pages to be shown, in their order. A page that was saved itself is shown with all its passages
 * where it fits and none of them does: the reader looked for the page then.
 */
export function narrowed(
  pages: readonly ListedPage[],
  found: Found | null,
  to: Narrowing,
): readonly ListedPage[] {
  const isOpen = isAnything(to);
  if (found === null && isOpen) return pages;
  const shown: ListedPage[] = [];
  for (const listed of pages) {
    const { page } = listed;
    const isFound = found === null ? () => true : findIn(listed, found);
    // The page itself stands behind its passages.
    const passages = listed.passages.filter(
      (passage, at) => isFound(at) && (isOpen || fits(page, passage, to)),
    );
    if (passages.length > 0) {
      shown.push(passages.length === listed.passages.length ? listed : { ...listed, passages });
    } else if (page.isEntry && isFound(listed.passages.length) && fits(page, null, to)) {
      shown.push(listed);
    }
  }
  return shown;
}

/** Numbers of the entries of a listed page, its passages first: a search asks for them with every key. */
const numbers = new WeakMap<ListedPage, Int32Array>();

/** Whether the passage at a place of the page, or at the end the page itself, was found. */
function findIn(listed: ListedPage, found: Found): (at: number) => boolean {
  const { byNumber } = found;
  const idAt = (at: number): string => (listed.passages[at] ?? listed.page).id;
  if (byNumber === undefined) return (at) => found.has(idAt(at));
  let own = numbers.get(listed);
  if (own === undefined) {
    own = Int32Array.from({ length: listed.passages.length + 1 }, (_, at) =>
      byNumber.numberOf(idAt(at)),
    );
    numbers.set(listed, own);
  }
  const held = own;
  return (at) => byNumber.holds(held[at] ?? -1);
}

/** How many entries of the list have each status: passages, and pages that were saved themselves. */
export function countsOf(pages: readonly ListedPage[]): Record<Status, number> {
  const counts = { 'to-read': 0, reading: 0, done: 0 };
  for (const { page, passages } of pages) {
    for (const { status } of passages) counts[status] += 1;
    if (page.isEntry) counts[page.status] += 1;
  }
  return counts;
}

/** The values by which the list can be narrowed, the most frequent first; `topics` gives names by id. */
export function facetsOf(
  pages: readonly ListedPage[],
  topics: ReadonlyMap<string, string> = new Map(),
): Facets {
  const tallies = Object.fromEntries(
    FACETS.map((facet) => [facet, new Map<string, { name: string; count: number }>()]),
  ) as Record<Facet, Map<string, { name: string; count: number }>>;
  const tally = (facet: Facet, value: string, name = value): void => {
    if (value === '') return;
    const known = tallies[facet].get(value);
    if (known) known.count += 1;
    else tallies[facet].set(value, { name, count: 1 });
  };
  for (const { page, passages } of pages) {
    const site = siteOf(page);
    for (const record of page.isEntry ? [page, ...passages] : passages) {
      tally('site', site);
      tally('language', baseOf(record.language ?? page.language));
      for (const tag of record.tags) tally('tag', tag);
      if (!('match' in record) || record.match === null) continue;
      tally('topic', record.match.topic, topicName(record.match.topic, topics));
      tally('item', record.match.item, record.match.title);
    }
  }
  return Object.fromEntries(
    FACETS.map((facet) => [
      facet,
      [...tallies[facet]]
        .map(([value, { name, count }]) => ({ value, name, count }))
        .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)),
    ]),
  ) as unknown as Facets;
}
