import { describe, expect, it } from 'vitest';
import {
  findParties,
  OTHER_PARTY,
  partiesByRange,
  partiesIn,
  partyNamesOf,
} from '../../../utils/match/parties.ts';
import { sentencesOf } from '../../../utils/match/sentences.ts';
import { SUBJECT, tokenize } from '../../support/matching.ts';

const NAMES = partyNamesOf(SUBJECT, tokenize);

/** Words that name a party, with the bits of the parties they stand for. */
function namedIn(text: string): [string, number][] {
  const tokens = tokenize(text);
  const mentions = findParties(tokens, NAMES);
  return [...mentions.bits].flatMap((bits, at): [string, number][] =>
    bits === 0
      ? []
      : [[text.slice(tokens.start[at], tokens.end[at + (mentions.length[at] ?? 1) - 1]), bits]],
  );
}

describe('3.2 names of parties', () => {
  it.each<[string, [string, number][]]>([
    [
      'Northland met Southland',
      [
        ['Northland', 1],
        ['Southland', 2],
      ],
    ],
    ['NORTHLAND’s king', [['NORTHLAND’s', 1]]],
    ['the Kingdom of Northland', [['Kingdom of Northland', 1]]],
    [
      'Северии и Южании',
      [
        ['Северии', 1],
        ['Южании', 2],
      ],
    ],
    [
      '北国与南国',
      [
        ['北国', 1],
        ['南国', 2],
      ],
    ],
    ['Eastland', [['Eastland', OTHER_PARTY]]],
  ])('3.2 are found in %s', (text, named) => {
    expect(namedIn(text)).toEqual(named);
  });

  it.each(['Northlandia', 'north land', 'the Kingdom of Nowhere', '北方国'])(
    '3.2 near miss: none in %s',
    (text) => {
      expect(namedIn(text)).toEqual([]);
    },
  );

  it('3.3 the longest name wins, and names do not overlap', () => {
    expect(namedIn('Kingdom of Northland Northland')).toEqual([
      ['Kingdom of Northland', 1],
      ['Northland', 1],
    ]);
  });
});

describe('3.4 who is named in a sentence', () => {
  it('3.4 is a bit for each of the pack’s parties, and a count of others', () => {
    const tokens = tokenize('Northland spoke. Southland and Eastland and Eastland. Nobody.');
    const mentions = findParties(tokens, NAMES);
    expect(partiesByRange(mentions, NAMES, sentencesOf(tokens))).toEqual([
      { own: 1, others: 0 },
      { own: 2, others: 2 },
      { own: 0, others: 0 },
    ]);
    expect(partiesIn(mentions, NAMES, 0, tokens.count)).toEqual({ own: 3, others: 2 });
  });
});

describe('3.5 one name for two parties, and words that only look like names', () => {
  const names = partyNamesOf(
    {
      parties: [
        { id: 'china', names: { en: ['China'], zh: ['中国', '中俄'], ru: [] } },
        { id: 'russia', names: { en: ['Russia'], zh: ['俄罗斯', '中俄'], ru: [] } },
      ],
      except: ['发展中国家'],
    },
    tokenize,
  );
  const namedBy = (text: string) => {
    const tokens = tokenize(text);
    return partiesIn(findParties(tokens, names), names, 0, tokens.count).own;
  };

  it('3.5 中俄 names both', () => {
    expect(namedBy('中俄关系')).toBe(3);
  });

  it('3.5 near miss: 发展中国家 does not name 中国', () => {
    expect(namedBy('俄罗斯与发展中国家')).toBe(2);
    expect(namedBy('俄罗斯与中国')).toBe(3);
  });
});

describe('3.7 words that stand for all parties together', () => {
  const names = partyNamesOf(
    { ...SUBJECT, together: { en: ['the two sides'], zh: ['双方'], ru: ['обе стороны'] } },
    tokenize,
  );
  const namedBy = (text: string) => {
    const tokens = tokenize(text);
    return partiesIn(findParties(tokens, names), names, 0, tokens.count).own;
  };

  it.each(['The two sides agreed', '双方同意', 'Обе стороны согласны'])(
    '3.7 %s names all',
    (text) => {
      expect(namedBy(text)).toBe(3);
    },
  );

  it('3.7 near miss: two sides of one party', () => {
    expect(namedBy('two other sides')).toBe(0);
  });
});
