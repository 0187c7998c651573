import { writeJson } from '../reading-list/exchange/json.ts';
import type { Listing } from '../reading-list/listing.ts';

/** Hands the whole list to the reader as a file, unreadable records included. */
export function downloadJson(listing: Listing, now: Date): void {
  const address = URL.createObjectURL(
    new Blob([writeJson(listing, now)], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = `parallax-reading-list-${now.toISOString().slice(0, 10)}.json`;
  link.click();
  // The browser reads the address after the click; a minute is far more than it needs.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
