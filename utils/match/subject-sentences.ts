import type { Comparison } from './comparison.ts';
import type { CueHit } from './find-cues.ts';
import type { PageText } from './page-text.ts';
import { rangeOf } from './sentences.ts';

/** Shared weight from which on a comparison says what its surroundings are about: two or three telling words. */
const SAYS_SO = 14;
/** Most words between a sentence and what says what it is about. */
const REACH = 30;

/**
 * Marks with 1 the sentences of a text that may be about the subject, a number a sentence: all of a paragraph
 * that names one of the parties; of any other those that a cue, or a comparison that shares enough, stands in
 * or near. All of them where the subject has no parties. Retellings are looked for there only: they have
 * neither phrase nor wording to go by, and most of a long page may be about something else.
 */
export function subjectSentencesOf(
  page: PageText,
  hits: readonly CueHit[],
  comparisons: readonly Comparison[],
  ownParties: number,
): Uint8Array {
  const { sentences, paragraphs, paragraphParties } = page;
  const marks = new Uint8Array(sentences.count);
  if (ownParties === 0) return marks.fill(1);
  /** Marks the sentences in which tokens `[from, to)` stand. */
  const mark = (from: number, to: number): void => {
    marks.fill(1, rangeOf(sentences, from), rangeOf(sentences, to - 1) + 1);
  };
  const markAround = (from: number, to: number): void => {
    const paragraph = rangeOf(paragraphs, from);
    const first = Math.max(paragraphs.start[paragraph] ?? 0, from - REACH - 1);
    mark(first, Math.min(paragraphs.start[paragraph + 1] ?? to, to + REACH + 1));
  };
  for (let paragraph = 0; paragraph < paragraphs.count; paragraph++) {
    if ((paragraphParties[paragraph]?.own ?? 0) === 0) continue;
    mark(paragraphs.start[paragraph] ?? 0, paragraphs.start[paragraph + 1] ?? 0);
  }
  for (const { from, to } of hits) markAround(from, to);
  for (const { from, to, window } of comparisons)
    if (window.shared >= SAYS_SO) markAround(from, to);
  return marks;
}
