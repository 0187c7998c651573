import type { ListedPage, PassageRecord } from '../model.ts';
import { addressAtPassage } from '../text-fragment.ts';

/** What a list that leaves the browser is made of: pages with those of their passages that leave. */
export type Outgoing = readonly ListedPage[];

/** Words of the reader's language that stand in exports for people. */
export interface ExportWords {
  readonly title: string;
  readonly original: string;
  readonly source: string;
  readonly note: string;
  readonly tags: string;
  readonly status: string;
  readonly untitled: string;
  readonly noPassage: string;
  /** Names of `to-read`, `reading` and `done`. */
  readonly statuses: Readonly<Record<'to-read' | 'reading' | 'done', string>>;
}

/** Whether a page lies on the web or the disk; what was imported without an address has a `urn:`. */
export const isReachable = (address: string): boolean => /^(https?|file|ftp):/i.test(address);

/** The address at which a passage is found again; null where its page has none. */
export function linkOf({ source, selector, language }: PassageRecord): string | null {
  return isReachable(source) ? addressAtPassage(source, selector, language) : null;
}

/** Who wrote the page, where and when, as far as it is known; without empty parts. */
export function factsOf({ page }: ListedPage): string[] {
  return [page.author, page.site, page.published?.slice(0, 10)].filter(
    (fact): fact is string => fact !== null && fact !== undefined && fact.trim() !== '',
  );
}

/** The heading of a page; never empty. */
export const titleOf = ({ page }: ListedPage, words: Pick<ExportWords, 'untitled'>): string =>
  page.title.trim() || words.untitled;
