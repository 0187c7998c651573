import type { Match, Span } from './types.ts';

/** A match in a part of a text as a match in the whole, in which the part begins `by` UTF-16 units further on. */
export function shifted(match: Match, by: number): Match {
  if (by === 0) return match;
  const move = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  const { evidence } = match;
  return {
    ...match,
    ...move(match),
    evidence: {
      ...evidence,
      words: evidence.words.map(move),
      alignment: evidence.alignment.map((step) => ({
        ...step,
        page: step.page === null ? null : move(step.page),
      })),
    },
  };
}
