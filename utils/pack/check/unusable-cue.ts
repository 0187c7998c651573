import { cuesIn } from './duplicate-cue.ts';
import { faultAt, type Rule } from './rule.ts';

/** A cue can be read as a pattern, and something of it is left after normalisation. */
export const unusableCue: Rule = {
  name: 'unusable-cue',
  needsWhole: false,
  check: ({ pack, cueProblem }) =>
    cuesIn(pack).flatMap(({ entry, path, pattern, language }) => {
      const problem = cueProblem(pattern, language);
      if (problem === null) return [];
      const [message = problem, remedy] = problem.split(/: (?=[^:]*$)/);
      return faultAt(
        pack,
        entry,
        path,
        message,
        remedy ?? 'Correct the pattern; see docs/packs.md',
      );
    }),
};
