import { describe, expect, it } from 'vitest';
import { hashPair } from '../../../utils/match/hash.ts';
import { termsOf } from '../../../utils/match/terms.ts';
import { tokenize } from '../../support/matching.ts';

describe('2.2 terms', () => {
  it('2.2 are the stems of words and numbers', () => {
    const tokens = tokenize('No limits in 2022');
    expect([...termsOf(tokens)]).toEqual([...tokens.stem]);
  });

  it('2.2 are pairs of characters in Chinese; the last character of a run stands alone', () => {
    const tokens = tokenize('背靠背');
    const [first = 0, second = 0, third = 0] = tokens.stem;
    expect([...termsOf(tokens)]).toEqual([hashPair(first, second), hashPair(second, third), third]);
  });

  it.each(['伙，伴', '伙“伴', '伙。伴', '伙\n\n伴', '伙 a 伴'])(
    '2.2 near miss: characters parted as in %j are no pair',
    (text) => {
      const tokens = tokenize(text);
      expect([...termsOf(tokens)]).toEqual([...tokens.stem]);
    },
  );

  it('2.2 are the same for traditional and simplified', () => {
    expect(termsOf(tokenize('夥伴關係'))).toEqual(termsOf(tokenize('伙伴关系')));
  });
});
