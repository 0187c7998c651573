import { describe, expect, it } from 'vitest';
import { align } from '../../../utils/match/align.ts';
import { MatchMemory } from '../../../utils/match/match-memory.ts';
import { pageTermsOf } from '../../../utils/match/page-terms.ts';
import { wordingView } from '../../../utils/match/wording-view.ts';
import { indexOf, item, tokenize } from '../../support/matching.ts';

const CLAUSE = 'The bridge shall stay open to all travellers of both shores';
const { sections } = indexOf(
  item({ id: 'clause', wordings: [{ language: 'en', text: CLAUSE, origin: 'original' }] }),
);
const memory = new MatchMemory(sections);

/** Pairs of words that stand for each other: the text's, then the wording's. */
function pairsIn(text: string): string {
  const tokens = tokenize(text);
  const own = tokenize(CLAUSE);
  const terms = pageTermsOf(tokens, sections);
  const { page, own: there } = align(
    tokens,
    terms,
    0,
    tokens.count,
    wordingView(sections, 0),
    memory,
  );
  return page
    .map((token, at) => {
      const other = there[at] ?? 0;
      const here = text.slice(tokens.start[token], tokens.end[token]);
      const word = CLAUSE.slice(own.start[other], own.end[other]);
      return here === word ? here : `${here}=${word}`;
    })
    .join(' ');
}

describe('2.5 alignment', () => {
  it.each([
    ['equal words', `He said "${CLAUSE}" again`, CLAUSE],
    [
      'other forms of the words',
      'bridges stayed open to all traveller',
      'bridges=bridge stayed=stay open to all traveller=travellers',
    ],
    [
      'a replaced word',
      'The bridge shall stay shut to all travellers',
      'The bridge shall stay to all travellers',
    ],
    [
      'words inserted in brackets',
      'The bridge [over the wide and quiet river Lethe] shall stay open',
      'The bridge shall stay open',
    ],
    [
      'words left out at an ellipsis',
      'The bridge shall … all travellers of both shores',
      'The bridge shall all travellers of both shores',
    ],
    [
      'words left out silently',
      'The bridge shall stay open to travellers',
      'The bridge shall stay open to travellers',
    ],
  ])('2.5 pairs %s', (_, text, pairs) => {
    expect(pairsIn(text)).toBe(pairs);
  });

  it('2.5 is local: what stands before and after is left aside', () => {
    const tokens = tokenize(`Much that has nothing to do with it. ${CLAUSE}. And more of that.`);
    const terms = pageTermsOf(tokens, sections);
    const { page } = align(tokens, terms, 0, tokens.count, wordingView(sections, 0), memory);
    expect([page[0], page.at(-1)]).toEqual([8, 18]);
  });

  it('2.5 keeps the order on both sides', () => {
    const tokens = tokenize('shores both of travellers all to open stay shall bridge');
    const terms = pageTermsOf(tokens, sections);
    const { page, own } = align(tokens, terms, 0, tokens.count, wordingView(sections, 0), memory);
    for (let at = 1; at < page.length; at++) {
      expect(page[at]).toBeGreaterThan(page[at - 1] ?? 0);
      expect(own[at]).toBeGreaterThan(own[at - 1] ?? 0);
    }
    expect(page.length).toBeLessThan(4);
  });

  it('2.5 costs words without brackets more than words in them', () => {
    const score = (text: string): number => {
      const tokens = tokenize(text);
      return align(
        tokens,
        pageTermsOf(tokens, sections),
        0,
        tokens.count,
        wordingView(sections, 0),
        memory,
      ).score;
    };
    const added = 'over the river Lethe';
    const plain = `The bridge ${added} shall stay open to all`;
    const bracketed = `The bridge [${added}] shall stay open to all`;
    expect(score(bracketed)).toBeGreaterThan(score(plain));
    expect(score('The bridge shall … travellers of both shores')).toBeGreaterThan(
      score('The bridge shall travellers of both shores'),
    );
  });

  it('2.5 near miss: pairs nothing with a text that shares no word', () => {
    expect(pairsIn('Ferries sail twice daily')).toBe('');
  });
});
