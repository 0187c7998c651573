import { Before, type Tokens } from './tokenize.ts';

/** Token ranges: range r is `[start[r], start[r + 1])`. The last entry is the number of tokens. */
export interface TokenRanges {
  readonly count: number;
  readonly start: Uint32Array;
}

/** The sentences of a text, as token ranges. A paragraph's end closes a sentence too. */
export function sentencesOf(tokens: Tokens): TokenRanges {
  return rangesAt(tokens, Before.sentence | Before.paragraph);
}

/** The paragraphs of a text, as token ranges. */
export function paragraphsOf(tokens: Tokens): TokenRanges {
  return rangesAt(tokens, Before.paragraph);
}

function rangesAt(tokens: Tokens, bits: number): TokenRanges {
  const starts: number[] = [];
  for (let at = 0; at < tokens.count; at++) {
    if (at === 0 || (tokens.before[at] ?? 0) & bits) starts.push(at);
  }
  const count = starts.length;
  starts.push(tokens.count);
  return { count, start: Uint32Array.from(starts) };
}

/** Number of the range that holds token `at`; ranges are searched by halves. */
export function rangeOf(ranges: TokenRanges, at: number): number {
  let low = 0;
  let high = ranges.count - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((ranges.start[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
