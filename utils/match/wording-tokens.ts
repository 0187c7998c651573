import type { IndexSections } from '../pack/index-format.ts';
import { firstAtLeast } from './sorted.ts';
import { wideAt } from './wide.ts';

/** What `tokenGap` holds of a gap that is kept apart, because it is this long or longer. */
export const FAR = 255;

/** Number of the word at a token of the index: its place in `wordStem`, `wordExact`, `wordKind`, `wordLength`. */
export function wordAt({ tokenWord, tokenWordHigh }: IndexSections, token: number): number {
  return wideAt(tokenWord, tokenWordHigh, token);
}

/** Where the tokens of a wording begin and end, as UTF-16 offsets into its text. */
export function placesInWording(
  sections: IndexSections,
  wording: number,
): { readonly start: Uint32Array; readonly end: Uint32Array } {
  const first = sections.wordingStart[wording] ?? 0;
  const count = (sections.wordingStart[wording + 1] ?? 0) - first;
  const start = new Uint32Array(count);
  const end = new Uint32Array(count);
  let offset = 0;
  for (let at = 0; at < count; at++) {
    offset += gapBefore(sections, first + at);
    start[at] = offset;
    offset += sections.wordLength[wordAt(sections, first + at)] ?? 0;
    end[at] = offset;
  }
  return { start, end };
}

/** Units between the token before (or the start of the text) and a token. */
function gapBefore({ tokenGap, farToken, farGap }: IndexSections, token: number): number {
  const gap = tokenGap[token] ?? 0;
  if (gap < FAR) return gap;
  return farGap[firstAtLeast(farToken, 0, farToken.length, token)] ?? gap;
}
