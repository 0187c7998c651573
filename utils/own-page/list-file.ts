import { restsOf } from '../reading-list/exchange/incoming.ts';
import { jsonParts } from '../reading-list/exchange/json.ts';
import { fileOf } from '../reading-list/exchange/parts.ts';
import type { Listing } from '../reading-list/listing.ts';

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
export async function downloadJson(listing: Listing, now: Date): Promise<void> {
  const options = { type: 'application/json', count: 1, rest: restsOf() };
  download(await fileOf(jsonParts(listing, now), options), listFileName(now, 'json'));
}
