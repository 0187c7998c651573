import { recordFaultText } from '../i18n/fault-text.ts';
import type { Translate } from '../i18n/translate.ts';
import type { TextKey } from '../i18n.ts';
import { writeJson } from '../reading-list/exchange/json.ts';
import { mergeRecords } from '../reading-list/exchange/merge.ts';
import { readFile } from '../reading-list/exchange/read-file.ts';
import type { Listing } from '../reading-list/listing.ts';
import type { ReadingListStore } from '../reading-list/store.ts';

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

/** Joins a file to the list and resolves with what to tell the reader. Rejects with a `StoreError`. */
export async function importJson(
  file: Blob,
  store: ReadingListStore,
  t: Translate<TextKey>,
): Promise<string> {
  const incoming = await readFile(file, {
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
  });
  if (!incoming.ok) return t(`import.${incoming.reason}`);
  const { added, changed, kept } = await store.change((tx) =>
    mergeRecords(tx, incoming, { mode: 'merge', at: new Date().toISOString() }),
  );
  const [first] = incoming.refused;
  const report = t('list.imported', { added, changed, left: incoming.refused.length + kept });
  if (first === undefined) return report;
  return t('list.importedLeft', { report, reason: recordFaultText(first.fault, t) });
}
