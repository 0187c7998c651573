import type { Match } from './types.ts';

/** Two spans are rivals when they share at least half of the shorter one. */
const RIVAL_SHARE = 0.5;
/** A rival whose score is this near to the best is kept: twin clauses say the same. */
const NEAR = 0.03;

/**
 * Settles matches that lie over each other. Of one item the best stands. Of clauses and claims on one
 * stretch the best stands, with twins that fit as well and with those of the same topic; framings stand
 * beside clauses, since a framing inside a clause is a matter of its own.
 */
export function arbitrate(matches: readonly Match[]): Match[] {
  const ranked = [...matches].sort(
    (a, b) => b.score - a.score || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const kept: Match[] = [];
  for (const match of ranked) {
    const rivals = kept.filter((other) => overlapShare(match, other) >= RIVAL_SHARE);
    if (rivals.some((other) => other.item === match.item)) continue;
    const sameField = rivals.filter(
      (other) => (other.kind === 'framing') === (match.kind === 'framing'),
    );
    if (sameField.some((other) => isOutdone(match, other))) continue;
    kept.push(match);
  }
  return kept.sort((a, b) => a.start - b.start || b.end - a.end || b.score - a.score);
}

function isOutdone(match: Match, other: Match): boolean {
  if (match.evidence.wording < 0 && other.evidence.wording < 0) return false;
  return other.score - match.score > NEAR;
}

function overlapShare(a: Match, b: Match): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / Math.min(a.end - a.start, b.end - b.start);
}
