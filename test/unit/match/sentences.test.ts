import { describe, expect, it } from 'vitest';
import {
  paragraphsOf,
  rangeOf,
  sentencesOf,
  type TokenRanges,
} from '../../../utils/match/sentences.ts';
import { tokenize } from '../../support/matching.ts';

const TEXT = 'One two. Three four!\n\nFive six\nseven. 八九。十';

function texts(ranges: TokenRanges): string[] {
  const tokens = tokenize(TEXT);
  return Array.from({ length: ranges.count }, (_, at) =>
    TEXT.slice(
      tokens.start[ranges.start[at] ?? 0],
      tokens.end[(ranges.start[at + 1] ?? 0) - 1],
    ).replace('\n', ' '),
  );
}

describe('2.3 sentences and paragraphs', () => {
  it('2.3 are ranges of tokens that follow each other without a gap', () => {
    expect(texts(sentencesOf(tokenize(TEXT)))).toEqual([
      'One two',
      'Three four',
      'Five six seven',
      '八九',
      '十',
    ]);
    expect(texts(paragraphsOf(tokenize(TEXT)))).toEqual([
      'One two. Three four',
      'Five six seven. 八九。十',
    ]);
  });

  it('2.3 are none in a text without words', () => {
    expect(sentencesOf(tokenize(' … '))).toEqual({ count: 0, start: Uint32Array.of(0) });
  });

  it('2.3 know for each token the range that holds it', () => {
    const ranges = sentencesOf(tokenize(TEXT));
    const found = Array.from({ length: 10 }, (_, token) => rangeOf(ranges, token));
    expect(found).toEqual([0, 0, 1, 1, 2, 2, 2, 3, 3, 4]);
  });
});
