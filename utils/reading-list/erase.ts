import type { Change } from './database.ts';

/** Removes every record for good: deleted ones and those that could not be read too. */
export async function eraseAll(transaction: Change): Promise<void> {
  await Promise.all([
    transaction.objectStore('pages').clear(),
    transaction.objectStore('passages').clear(),
  ]);
}
