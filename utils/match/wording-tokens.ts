import type { IndexSections } from '../pack/index-format.ts';

/** Where the tokens of a wording begin and end, as UTF-16 offsets into its text. */
export function placesInWording(
  sections: IndexSections,
  wording: number,
): { readonly start: Uint32Array; readonly end: Uint32Array } {
  const { beforeGap, wordLength, tokenBefore, tokenWord } = sections;
  const first = sections.wordingStart[wording] ?? 0;
  const count = (sections.wordingStart[wording + 1] ?? 0) - first;
  const start = new Uint32Array(count);
  const end = new Uint32Array(count);
  let offset = 0;
  for (let at = 0; at < count; at++) {
    offset += beforeGap[tokenBefore[first + at] ?? 0] ?? 0;
    start[at] = offset;
    offset += wordLength[tokenWord[first + at] ?? 0] ?? 0;
    end[at] = offset;
  }
  return { start, end };
}
