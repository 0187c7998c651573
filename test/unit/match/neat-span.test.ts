import { describe, expect, it } from 'vitest';
import { neatSpan } from '../../../utils/match/neat-span.ts';
import { readPageText } from '../../../utils/match/page-text.ts';
import { partyNamesOf } from '../../../utils/match/parties.ts';
import { indexOf, item, SUBJECT, tokenize } from '../../support/matching.ts';

const index = indexOf(
  item({
    id: 'ferry',
    wordings: [
      { language: 'en', text: 'Ferrymen and the pilgrims in the boat', origin: 'ours' },
      { language: 'ru', text: 'Паромщики и паломники в лодке', origin: 'ours' },
    ],
  }),
);
const names = partyNamesOf(SUBJECT, tokenize);

/** What is marked of `text` where a stage found the words `[from, to)`. */
function neat(text: string, from: number, to: number): string {
  const { start, end } = neatSpan(readPageText(text, index, tokenize, names), from, to);
  return text.slice(start, end);
}

describe('4.8 what nobody quotes is marked as a reader would mark it', () => {
  it.each([
    ['ferrymen waive the fare, and the', 0, 6, 'ferrymen waive the fare'],
    ['паромщики возят паломников даром и в', 0, 6, 'паромщики возят паломников даром'],
    ['ferrymen waive the fare, and Northland', 0, 6, 'ferrymen waive the fare'],
  ])('4.8 it does not end in words that belong to what follows: %s', (text, from, to, marked) => {
    expect(neat(text, from, to)).toBe(marked);
  });

  it.each([
    ['ferrymen waive the fare', 0, 4],
    ['Ferrymen and the', 0, 3],
    ['ferrymen waive the fare of Northland', 0, 6],
    ['pilgrims, ferrymen and Northland', 0, 4],
  ])('4.8 near miss: a telling last word stays, and three words at least: %s', (text, from, to) => {
    expect(neat(text, from, to)).toBe(text);
  });

  it('4.8 it cuts no Chinese word in two', () => {
    const text = '他说，国家之间的关系很好。';
    expect(neat(text, 3, 9)).toBe('国家之间的关系');
  });

  it('4.8 near miss: words that end at the stretch are whole, and so is the sentence’s end', () => {
    const text = '国家之间的关系很好。大家都说好。';
    expect(neat(text, 0, 9)).toBe('国家之间的关系很好');
  });

  it('4.8 says the same of a paragraph alone and among others', () => {
    const text = '他说，国家之间的关系很好。';
    expect(neat(`大家都说好。\n\n${text}`, 5 + 3, 5 + 9)).toBe(neat(text, 3, 9));
  });
});
