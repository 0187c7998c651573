import { createTokenizer } from '../../utils/match/tokenize.ts';
import type { CheckContext } from '../../utils/pack/check/rule.ts';

/** Makes the test whether a text holds words in a row, each in any inflection, in any script of Chinese. */
export function createWordTest(): CheckContext['holdsWords'] {
  const tokenize = createTokenizer();
  const stems = (text: string): string => {
    const { stem, count } = tokenize(text);
    return ` ${stem.subarray(0, count).join(' ')} `;
  };
  // A rule asks many words of one long text.
  let last = { text: '', stems: ' ' };
  return (text, words) => {
    if (last.text !== text) last = { text, stems: stems(text) };
    return last.stems.includes(stems(words));
  };
}
