import { restsOf } from '../reading-list/exchange/incoming.ts';
import { jsonParts } from '../reading-list/exchange/json.ts';
import { fileOf } from '../reading-list/exchange/parts.ts';
import type { ReadingListStore } from '../reading-list/store.ts';
import { wholeListing } from '../reading-list/whole-listing.ts';

/** Hands a file to the reader. */
export function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after the click; a minute is far more than it needs.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The name of a file that holds the list of a day. */
export const listFileName = (now: Date, ending: string): string =>
  `parallax-reading-list-${now.toISOString().slice(0, 10)}.${ending}`;

/** Hands the whole list to the reader as a file, unreadable records included. */
export async function downloadJson(store: ReadingListStore, now: Date): Promise<void> {
  const rest = restsOf();
  const parts = jsonParts(await wholeListing(store, rest), now);
  const file = await fileOf(parts, { type: 'application/json', count: 1, rest });
  download(file, listFileName(now, 'json'));
}
