import type { Match, Sensitivity } from './types.ts';

/** Score from which a match stands on a text of which nothing else is found. */
const SURE = 0.9;

/**
 * What is shown of all that was found in a text: everything, or nothing where it is one single match that is
 * not sure. Whoever writes of the subject says more than one thing of it; one uncertain match alone is more
 * likely chance. At the sensitivity `broad` the reader has asked to see what is uncertain.
 */
export function withoutLone<Found extends Pick<Match, 'score'>>(
  found: readonly Found[],
  sensitivity: Sensitivity,
): readonly Found[] {
  const [only] = found;
  if (found.length !== 1 || !only || sensitivity === 'broad') return found;
  return only.score < SURE ? [] : found;
}
