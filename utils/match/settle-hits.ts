import { CueFlag } from './constants.ts';
import type { CueHit } from './find-cues.ts';

/** Hits as they count, and the phrases that look like an item and are not. */
export interface SettledHits {
  readonly hits: CueHit[];
  /** Hits of patterns to avoid, by item. */
  readonly misses: ReadonlyMap<number, readonly CueHit[]>;
}

/** Drops near misses, the hits of the same item that lie inside one, and hits that say the same twice. */
export function settleHits(all: readonly CueHit[]): SettledHits {
  const misses = new Map<number, CueHit[]>();
  for (const hit of all) {
    if (!(hit.flags & CueFlag.avoid)) continue;
    const list = misses.get(hit.item);
    if (list) list.push(hit);
    else misses.set(hit.item, [hit]);
  }
  const hits = all.filter(
    (hit) =>
      !(hit.flags & CueFlag.avoid) &&
      !misses.get(hit.item)?.some((miss) => miss.from <= hit.from && miss.to >= hit.to),
  );
  return { hits: distinctHits(hits), misses };
}

/** Of hits of one item on one stretch keeps one: a known one before ours, a specific one before a general one. */
function distinctHits(hits: readonly CueHit[]): CueHit[] {
  const distinct = new Map<string, CueHit>();
  for (const hit of hits) {
    const key = `${hit.item} ${hit.from} ${hit.to}`;
    const known = distinct.get(key);
    if (!known || doubtOf(hit) < doubtOf(known)) distinct.set(key, hit);
  }
  return [...distinct.values()];
}

function doubtOf(hit: CueHit): number {
  return (hit.flags & CueFlag.ours ? 2 : 0) + (hit.flags & CueFlag.general ? 1 : 0);
}
