import type { Fault } from '../fault.ts';
import { cuesIn } from './duplicate-cue.ts';
import { faultAt, type Rule } from './rule.ts';

/**
 * What a cue must carry: the surprise of one word that stands in no list of the commonest. Anything
 * lighter is met in texts on every subject, and marks nothing.
 */
export const LEAST_SURPRISE = 1;

/** A cue that is not marked as general is rare enough to be worth marking. */
export const commonCue: Rule = {
  name: 'common-cue',
  needsWhole: false,
  check: ({ pack, cueSurprise }) => {
    const key = (id: string, language: string, pattern: string) => `${id} ${language} ${pattern}`;
    const cues = cuesIn(pack);
    // Listed both ways, a cue counts as general: that is what the index makes of it.
    const general = new Set(
      cues
        .filter(({ path }) => path[0] === 'cues_general')
        .map(({ entry, language, pattern }) => key(entry.id, language, pattern)),
    );
    return cues.flatMap(({ entry, path, pattern, language }): Fault[] => {
      if (path[0] !== 'cues' || general.has(key(entry.id, language, pattern))) return [];
      if (cueSurprise(pattern, language) >= LEAST_SURPRISE) return [];
      const message = `the cue "${pattern}" is too common to be worth marking`;
      return [faultAt(pack, entry, path, message, 'Move it to cues_general or lengthen it')];
    });
  },
};
