import { LIMITS } from '../limits.ts';
import { faultAt, type Rule } from './rule.ts';

/**
 * A voice is short enough for a card. (Lengths in characters belong to the schema, which reports them
 * while the file is read.)
 */
export const overLongField: Rule = {
  name: 'over-long-field',
  needsWhole: false,
  check: ({ pack }) =>
    pack.topics
      .flatMap((topic) => topic.framings)
      .flatMap((framing) =>
        framing.voices.flatMap((voice, at) => {
          const words = voice.text.split(/\s+/).length;
          if (words <= LIMITS.voiceWords) return [];
          const message = `a voice has ${words} words; at most ${LIMITS.voiceWords} fit on a card`;
          return faultAt(pack, framing, ['voices', at, 'text'], message, 'Quote a shorter part');
        }),
      ),
};
