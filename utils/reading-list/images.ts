import type { Change } from './database.ts';
import { type Edit, type Sources, update } from './operations.ts';
import { parsePage, parsePassage } from './parse.ts';

/** A record before and after a change; undefined where there was or is none. */
export interface Image {
  readonly store: 'pages' | 'passages';
  readonly id: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Edits readable records, passing over others; resolves with what they were and became. */
export async function editAll(
  tx: Change,
  ids: readonly string[],
  edit: Edit,
  sources: Sources,
): Promise<readonly Image[]> {
  const images: Image[] = [];
  for (const id of ids) {
    for (const store of ['passages', 'pages'] as const) {
      const before = await tx.objectStore(store).get(id);
      if (before === undefined) continue;
      const parsed = store === 'pages' ? parsePage(before) : parsePassage(before);
      if (!parsed.ok) continue;
      await update(tx, id, edit(parsed.record), sources);
      images.push({ store, id, before, after: await tx.objectStore(store).get(id) });
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
