import { IntervalGrid } from './interval-grid.ts';
import type { Match, Span } from './types.ts';

/** Width of the cells in which overlapping matches are looked for: about the length of a match. */
const CELL = 128;

/** A match before arbitration. */
export interface Found {
  readonly match: Match;
  /** Topics of its item, as numbers of the index. */
  readonly topics: ArrayLike<number>;
  /** Weight of the words it shares with its wording; 0 for cues. */
  readonly strength: number;
  readonly isCue: boolean;
  /** A whole wording, quoted: nothing outdoes it. */
  readonly isWhole: boolean;
  /**
   * Of a retelling, which was found by the words of the item and not by any one wording: where it gives way to
   * what else was found for its topic. Else null.
   */
  readonly retoldIn: Span | null;
}

/** Two spans are rivals when they share at least half of the shorter one. */
const RIVAL_SHARE = 0.5;
/** Two spans are one stretch when they share at least half of both together. */
const SAME_SHARE = 0.5;
/** A rival of another topic on another stretch stands when it carries nearly the same weight. */
const NEARLY = 0.9;

/**
 * Settles matches that lie over each other. Of one item the best stands, a cue before a looser
 * restatement. Of clauses, claims and restated framings on one stretch the strongest stands alone, and one
 * that lies within another stands beside it only for a topic in common or as many words; whole quotations
 * all stand. Cues stand beside them, since a framing inside a clause is a matter of its own; but a framing
 * that is merely restated gives way to the cue of its topic, and a retelling to whatever else was found for
 * its topic there.
 */
export function arbitrate(all: readonly Found[]): Match[] {
  const ranked = [...all].sort(
    (a, b) =>
      Number(b.isCue) - Number(a.isCue) ||
      Number(a.retoldIn !== null) - Number(b.retoldIn !== null) ||
      b.strength - a.strength ||
      b.match.score - a.match.score ||
      a.match.end - a.match.start - (b.match.end - b.match.start) ||
      a.match.start - b.match.start,
  );
  const kept: Found[] = [];
  const grid = new IntervalGrid<Found>(CELL);
  for (const found of ranked) {
    const rivals = grid
      .overlapping(found.match.start, found.match.end)
      .filter((other) => overlapShare(found.match, other.match) >= RIVAL_SHARE);
    if (rivals.some((other) => other.match.item === found.match.item)) continue;
    if (!found.isCue && rivals.some((other) => !other.isCue && isOutdone(found, other))) continue;
    if (isSaidAlready(found, rivals)) continue;
    if (rivals.some((cue) => cue.isCue && isSaidByCue(found, cue))) continue;
    const room = found.retoldIn;
    if (room && grid.overlapping(room.start, room.end).some((other) => sharesTopic(found, other)))
      continue;
    kept.push(found);
    grid.add(found.match.start, found.match.end, found);
  }
  return kept
    .map((found) => found.match)
    .sort((a, b) => a.start - b.start || b.end - a.end || b.score - a.score);
}

/** Whether a stronger one stands on just this stretch: twins are links of its card. Whole quotations all stand. */
function isSaidAlready(found: Found, rivals: readonly Found[]): boolean {
  if (found.isCue || found.isWhole) return false;
  return rivals.some((other) => !other.isCue && isSameStretch(found.match, other.match));
}

/** Whether a cue of its topic says what a restatement says: on just its stretch, or, of a framing, within it. */
function isSaidByCue(found: Found, cue: Found): boolean {
  const { degree, kind } = found.match;
  if (found.isCue || (degree !== 'paraphrase' && degree !== 'translation')) return false;
  if (kind !== 'framing' && !isSameStretch(found.match, cue.match)) return false;
  return sharesTopic(found, cue);
}

function isSameStretch(a: Match, b: Match): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  const all = Math.max(a.end, b.end) - Math.min(a.start, b.start);
  return shared >= SAME_SHARE * all;
}

function isOutdone(found: Found, other: Found): boolean {
  if (found.isWhole || sharesTopic(found, other)) return false;
  return found.strength < NEARLY * other.strength;
}

function sharesTopic(a: Found, b: Found): boolean {
  for (let at = 0; at < a.topics.length; at++) {
    for (let other = 0; other < b.topics.length; other++)
      if (a.topics[at] === b.topics[other]) return true;
  }
  return false;
}

function overlapShare(a: Match, b: Match): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / Math.min(a.end - a.start, b.end - b.start);
}
