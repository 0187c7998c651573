import type { Rest } from './exchange/incoming.ts';
import type { Listing } from './listing.ts';
import { createShelf } from './shelf.ts';
import type { ReadingListStore } from './store.ts';

const NO_SEARCH = { put() {}, remove() {} };

/**
 * The whole list as it lies on the disk, read in slices, so that a long one is never one task. `rest`
 * is told how far it is; the result rejects where `rest` does.
 */
export async function wholeListing(
  store: Pick<ReadingListStore, 'batches'>,
  rest: Rest,
): Promise<Listing> {
  const shelf = createShelf(NO_SEARCH);
  for await (const { records, done, of } of store.batches()) {
    shelf.put(records);
    await rest(done / Math.max(1, of));
  }
  return shelf.listing();
}
