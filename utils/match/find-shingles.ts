import type { IndexSections } from '../pack/index-format.ts';
import type { WholeNumbers } from '../pack/whole-numbers.ts';
import { SHINGLE } from './constants.ts';
import type { TokenRanges } from './sentences.ts';
import { placeBits, shingleAt, tagOf } from './shingle.ts';
import type { Tokens } from './tokenize.ts';

/**
 * Where a text and a wording run side by side: a diagonal run of equal stems, `length` tokens long,
 * from token `at` of the text and `position` of the wording.
 */
export interface Run {
  readonly wording: number;
  readonly at: number;
  readonly position: number;
  readonly length: number;
}

/** Positions in a wording are below `LONGEST`; tokens of a text are fewer than `DIAGONALS - LONGEST`. */
const LONGEST = 0x10000;
const DIAGONALS = 0x20000000;

/**
 * Finds all runs of at least `SHINGLE` equal stems inside paragraphs. Each shingle of the text is looked
 * up once; a run is extended along its diagonal when first met and its further shingles are passed over.
 */
export function findRuns(tokens: Tokens, paragraphs: TokenRanges, sections: IndexSections): Run[] {
  const runs: Run[] = [];
  const { shingleBucket, shinglePlace, wordingStart } = sections;
  const bits = placeBits(sections.tokenWord.length);
  const places = 2 ** bits - 1;
  const mask = shingleBucket.length - 2;
  // The end of the last run on a diagonal, so that its inner shingles are not extended again.
  const ends = new Map<number, number>();
  for (let paragraph = 0; paragraph < paragraphs.count; paragraph++) {
    const from = paragraphs.start[paragraph] ?? 0;
    const to = paragraphs.start[paragraph + 1] ?? 0;
    ends.clear();
    for (let at = from; at + SHINGLE <= to; at++) {
      const hash = shingleAt(tokens.stem, at);
      const last = shingleBucket[(hash & mask) + 1] ?? 0;
      for (let slot = shingleBucket[hash & mask] ?? 0; slot < last; slot++) {
        const tagged = shinglePlace[slot] ?? 0;
        if (tagOf(tagged, bits) !== tagOf(hash, bits)) continue;
        const place = tagged & places;
        const wording = wordingOf(place, wordingStart);
        const base = wordingStart[wording] ?? 0;
        const position = place - base;
        const diagonal = wording * DIAGONALS + (at - position + LONGEST);
        if ((ends.get(diagonal) ?? -1) > at) continue;
        const length = extend(
          tokens,
          sections,
          at,
          base + position,
          to,
          wordingStart[wording + 1] ?? 0,
        );
        if (length < SHINGLE) continue;
        ends.set(diagonal, at + length);
        runs.push({ wording, at, position, length });
      }
    }
  }
  return runs;
}

/** Number of the wording that holds token `place` of the index, found by halves. */
function wordingOf(place: number, wordingStart: WholeNumbers): number {
  let low = 0;
  let high = wordingStart.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((wordingStart[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

function extend(
  tokens: Tokens,
  sections: IndexSections,
  at: number,
  own: number,
  to: number,
  ownEnd: number,
): number {
  const { wordStem, tokenWord } = sections;
  let length = 0;
  while (
    at + length < to &&
    own + length < ownEnd &&
    tokens.stem[at + length] === wordStem[tokenWord[own + length] ?? 0]
  )
    length++;
  return length;
}
