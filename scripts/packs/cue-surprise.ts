import { CuePatternError, parseCuePattern } from '../../utils/match/cue-pattern.ts';
import { createTokenizer } from '../../utils/match/tokenize.ts';
import { surpriseOfCue } from '../../utils/pack/check/cue-surprise.ts';
import type { CheckContext } from '../../utils/pack/check/rule.ts';
import { loadBackground } from './background-lists.ts';

/** Makes the measure of cue patterns against the word lists; what cannot be read surprises without end. */
export function createCueMeasure(): CheckContext['cueSurprise'] {
  const tokenize = createTokenizer();
  const { surpriseOf } = loadBackground(tokenize);
  return (pattern, language) => {
    try {
      return surpriseOfCue(parseCuePattern(pattern, language, tokenize), language, surpriseOf);
    } catch (error) {
      // Another rule reports it, with the reason.
      if (error instanceof CuePatternError) return Number.POSITIVE_INFINITY;
      throw error;
    }
  };
}
