import { CuePatternError, parseCuePattern } from '../../utils/match/cue-pattern.ts';
import { createTokenizer } from '../../utils/match/tokenize.ts';
import type { CheckContext } from '../../utils/pack/check/rule.ts';

/** Makes the test of cue patterns that a check asks for: why a pattern cannot be used, or null. */
export function createCueTest(): CheckContext['cueProblem'] {
  const tokenize = createTokenizer();
  return (pattern, language) => {
    try {
      parseCuePattern(pattern, language, tokenize);
      return null;
    } catch (error) {
      if (error instanceof CuePatternError) return error.message;
      throw error;
    }
  };
}
