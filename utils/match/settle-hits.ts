import { CueFlag } from './constants.ts';
import type { CueHit } from './find-cues.ts';

/** Drops near misses, the hits of the same item that lie inside one, and hits that say the same twice. */
export function settleHits(hits: readonly CueHit[]): CueHit[] {
  return distinctHits(withoutNearMisses(hits));
}

function withoutNearMisses(hits: readonly CueHit[]): CueHit[] {
  const misses = new Map<number, CueHit[]>();
  for (const hit of hits) {
    if (!(hit.flags & CueFlag.avoid)) continue;
    const list = misses.get(hit.item);
    if (list) list.push(hit);
    else misses.set(hit.item, [hit]);
  }
  return hits.filter(
    (hit) =>
      !(hit.flags & CueFlag.avoid) &&
      !misses.get(hit.item)?.some((miss) => miss.from <= hit.from && miss.to >= hit.to),
  );
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
