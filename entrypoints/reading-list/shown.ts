import { type ListedPage, STATUSES, type Status } from '../../utils/reading-list/model.ts';

/** What the reader narrows the list to. */
export interface Narrowing {
  /** Ids that the search found; null where nothing was asked. */
  readonly found: ReadonlySet<string> | null;
  readonly status: Status | null;
}

/**
 * The pages to be shown, in their order. A page that was saved itself is shown with all its passages
 * where it fits and none of them does: the reader looked for the page then.
 */
export function shownPages(
  pages: readonly ListedPage[],
  { found, status }: Narrowing,
): readonly ListedPage[] {
  if (found === null && status === null) return pages;
  const fits = (record: { readonly id: string; readonly status: Status }): boolean =>
    (found === null || found.has(record.id)) && (status === null || record.status === status);
  return pages.flatMap((listed) => {
    const passages = listed.passages.filter(fits);
    if (passages.length > 0) return [{ ...listed, passages }];
    return listed.page.isEntry && fits(listed.page) ? [listed] : [];
  });
}

/** How many entries of the list have each status: passages, and pages that were saved themselves. */
export function countsOf(pages: readonly ListedPage[]): Record<Status, number> {
  const counts = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<
    Status,
    number
  >;
  for (const { page, passages } of pages) {
    for (const { status } of passages) counts[status] += 1;
    if (page.isEntry) counts[page.status] += 1;
  }
  return counts;
}
