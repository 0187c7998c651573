import { describe, expect, it } from 'vitest';
import { findRuns } from '../../../utils/match/find-shingles.ts';
import { paragraphsOf } from '../../../utils/match/sentences.ts';
import { indexOf, item, tokenize } from '../../support/matching.ts';

const CLAUSE = 'The bridge shall stay open to all travellers of both shores';
const { sections } = indexOf(
  item({
    id: 'clause',
    wordings: [
      { language: 'en', text: CLAUSE, origin: 'original' },
      { language: 'zh', text: '大桥向两岸所有旅客开放', origin: 'translation' },
      { language: 'en', text: 'Nobody is kept away from crossing there', origin: 'ours' },
    ],
  }),
);

function runsIn(text: string): [number, number, number, number][] {
  const tokens = tokenize(text);
  return findRuns(tokens, paragraphsOf(tokens), sections).map((run) => [
    run.wording,
    run.at,
    run.position,
    run.length,
  ]);
}

describe('2.4 runs of words that a text and a wording share', () => {
  it('2.4 are as long as they can be, and told once', () => {
    expect(runsIn(`He said: ${CLAUSE}.`)).toEqual([[0, 2, 0, 11]]);
  });

  it('2.4 begin and end anywhere in the wording', () => {
    expect(runsIn('they stay open to all who come')).toEqual([[0, 1, 3, 4]]);
  });

  it('2.4 go by stems', () => {
    expect(runsIn('stays open to all traveller')).toEqual([[0, 0, 3, 5]]);
  });

  it('2.4 are of four Chinese characters at least', () => {
    expect(runsIn('他说两岸所有旅客')).toEqual([[1, 2, 3, 6]]);
    expect(runsIn('两岸所')).toEqual([]);
  });

  it('2.4 are found on both sides of a changed word', () => {
    expect(runsIn('the bridge shall stay shut to all travellers of both shores')).toEqual([
      [0, 0, 0, 4],
      [0, 5, 5, 6],
    ]);
  });

  it.each([
    ['three words', 'open to all'],
    ['another order', 'to all open travellers of'],
    ['a paragraph between', 'stay open\n\nto all'],
    ['words of ours, which nobody quotes', 'Nobody is kept away from crossing there'],
  ])('2.4 near miss: none for %s', (_, text) => {
    expect(runsIn(text)).toEqual([]);
  });

  it('2.4 are found again in each paragraph', () => {
    expect(runsIn('stay open to all\n\nstay open to all')).toEqual([
      [0, 0, 3, 4],
      [0, 4, 3, 4],
    ]);
  });
});
