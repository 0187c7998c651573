import type { IndexSections } from '../pack/index-format.ts';
import { ElementKind } from './constants.ts';
import { WordFilter } from './word-filter.ts';

type CueSections = Pick<
  IndexSections,
  | 'cueStart'
  | 'cueAnchor'
  | 'cueElementKind'
  | 'cueElementValue'
  | 'choiceStart'
  | 'choiceOption'
  | 'optionStart'
  | 'optionHash'
>;

/**
 * The words with which the anchor of a cue begins, be it one word or a pair. Four words in five of a text
 * begin none, and are passed over without a look-up.
 */
export function cueStartsOf(cues: CueSections): WordFilter {
  const { cueStart, cueAnchor, cueElementKind, cueElementValue } = cues;
  const { choiceStart, choiceOption, optionStart, optionHash } = cues;
  const starts = new WordFilter();
  for (let cue = 0; cue < cueAnchor.length; cue++) {
    const element = (cueStart[cue] ?? 0) + (cueAnchor[cue] ?? 0);
    const value = cueElementValue[element] ?? 0;
    if (cueElementKind[element] !== ElementKind.choice) {
      starts.add(value);
      continue;
    }
    const end = choiceStart[value + 1] ?? 0;
    for (let at = choiceStart[value] ?? 0; at < end; at++)
      starts.add(optionHash[optionStart[choiceOption[at] ?? 0] ?? 0] ?? 0);
  }
  return starts;
}
