import type { Change } from './database.ts';

/** A record before and after a change; undefined where there was or is none. */
export interface Image {
  readonly store: 'pages' | 'passages';
  readonly id: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The records of those ids as they are stored now. */
export async function imagesOf(
  tx: Change,
  ids: readonly string[],
): Promise<readonly Omit<Image, 'after'>[]> {
  const images: Omit<Image, 'after'>[] = [];
  for (const id of ids) {
    for (const store of ['passages', 'pages'] as const) {
      const before = await tx.objectStore(store).get(id);
      if (before !== undefined) images.push({ store, id, before });
    }
  }
  return images;
}

/**
 * Takes a change back. A record that was changed again since, here or in another window, stays as it
 * is; resolves with the number of those.
 */
export async function takeBack(tx: Change, images: readonly Image[]): Promise<number> {
  let left = 0;
  for (const { store, id, before, after } of images.toReversed()) {
    const now = await tx.objectStore(store).get(id);
    if (JSON.stringify(now) !== JSON.stringify(after)) left += 1;
    else if (before === undefined) await tx.objectStore(store).delete(id);
    else await tx.objectStore(store).put(before);
  }
  return left;
}
