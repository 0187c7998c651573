import type { ExportScope } from '../../components/reading-list/types.ts';
import type { Listing } from '../../utils/reading-list/listing.ts';
import type { ListedPage } from '../../utils/reading-list/model.ts';

/** The part of the list that leaves; what cannot be read leaves with the whole only. */
export function partOf(
  scope: Exclude<ExportScope, 'all'>,
  list: {
    readonly pages: readonly ListedPage[];
    readonly shown: readonly ListedPage[];
    readonly chosen: ReadonlySet<string>;
  },
): Listing {
  const { pages, shown, chosen } = list;
  if (scope === 'shown') return { pages: shown, unreadable: [] };
  const part = pages.flatMap(({ page, passages }): ListedPage[] => {
    const own = passages.filter(({ id }) => chosen.has(id));
    if (own.length > 0) return [{ page, passages: own }];
    return chosen.has(page.id) ? [{ page, passages: [] }] : [];
  });
  return { pages: part, unreadable: [] };
}
