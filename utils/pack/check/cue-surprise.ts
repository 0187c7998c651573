import { type CueElement, type CueSequence, isLiteral } from '../../match/cue-pattern.ts';
import { hashPair } from '../../match/hash.ts';
import type { Language } from '../../match/types.ts';

/**
 * The surprise of a cue's lightest form in ordinary text: 1 is that of one word that no list of common
 * words holds. By Zipf's law the surprise of a word is the logarithm of its rank, so that of words in a
 * row is their sum; in Chinese a run of characters is read in the likeliest way, as characters or as
 * pairs of them. Gaps and numbers add nothing. A form that names a party says whom it is about, as no
 * list can: it is never the lightest. Infinite where every form does.
 *
 * @param surpriseOf between 0 and 1, by the hash of a stem or of a pair of Chinese characters.
 */
export function surpriseOfCue(
  sequences: readonly CueSequence[],
  language: Language,
  surpriseOf: (term: number) => number,
): number {
  const inRun = language === 'zh' ? surpriseOfCharacters : surpriseOfWords;
  const free = sequences.filter((sequence) => !sequence.some(({ kind }) => kind === 'party'));
  return Math.min(
    ...free.map((sequence) => {
      let sum = 0;
      for (let at = 0; at < sequence.length; ) {
        const run = runFrom(sequence, at);
        sum += inRun(run, surpriseOf);
        at += Math.max(1, run.length);
        const element = sequence[at - 1];
        if (run.length === 0 && element?.kind === 'choice' && isLiteral(element))
          sum += Math.min(...element.options.map((option) => inRun(option, surpriseOf)));
      }
      return sum;
    }),
  );
}

/** The words that stand side by side from `at` on. */
function runFrom(sequence: readonly CueElement[], at: number): number[] {
  const run: number[] = [];
  for (const element of sequence.slice(at)) {
    if (element.kind !== 'stem' && element.kind !== 'exact') break;
    run.push(element.hash);
  }
  return run;
}

function surpriseOfWords(run: readonly number[], surpriseOf: (term: number) => number): number {
  return run.reduce((sum, term) => sum + surpriseOf(term), 0);
}

/** The least sum over all ways to cut the run into characters and pairs. */
function surpriseOfCharacters(
  run: readonly number[],
  surpriseOf: (term: number) => number,
): number {
  let before = 0;
  let least = 0;
  run.forEach((term, at) => {
    const alone = least + surpriseOf(term);
    const previous = run[at - 1];
    const paired =
      previous === undefined
        ? Number.POSITIVE_INFINITY
        : before + surpriseOf(hashPair(previous, term));
    before = least;
    least = Math.min(alone, paired);
  });
  return least;
}
