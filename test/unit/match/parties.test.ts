import { describe, expect, it } from 'vitest';
import {
  findParties,
  NO_PARTY,
  partiesByRange,
  partiesIn,
  partyNamesOf,
} from '../../../utils/match/parties.ts';
import { sentencesOf } from '../../../utils/match/sentences.ts';
import { SUBJECT, tokenize } from '../../support/matching.ts';

const NAMES = partyNamesOf(SUBJECT, tokenize);

/** Words that name a party, with the party's number. */
function namedIn(text: string): [string, number][] {
  const tokens = tokenize(text);
  const mentions = findParties(tokens, NAMES);
  return [...mentions.party].flatMap((party, at): [string, number][] =>
    party === NO_PARTY
      ? []
      : [[text.slice(tokens.start[at], tokens.end[at + (mentions.length[at] ?? 1) - 1]), party]],
  );
}

describe('3.2 names of parties', () => {
  it.each<[string, [string, number][]]>([
    [
      'Northland met Southland',
      [
        ['Northland', 0],
        ['Southland', 1],
      ],
    ],
    ['NORTHLAND’s king', [['NORTHLAND’s', 0]]],
    ['the Kingdom of Northland', [['Kingdom of Northland', 0]]],
    [
      'Северии и Южании',
      [
        ['Северии', 0],
        ['Южании', 1],
      ],
    ],
    [
      '北国与南国',
      [
        ['北国', 0],
        ['南国', 1],
      ],
    ],
    ['Eastland', [['Eastland', 2]]],
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
      ['Kingdom of Northland', 0],
      ['Northland', 0],
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
