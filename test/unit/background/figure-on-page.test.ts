import { expect, test } from 'vitest';
import { createFigureOnPage } from '../../../entrypoints/background/figure-on-page.ts';
import { indexInputOf } from '../../../utils/pack/index-input-of.ts';
import { bundledPack } from '../../support/bundled-pack.ts';

const { entries } = indexInputOf(bundledPack());
const read = (id: string): unknown => entries.get(id) ?? null;
const figureOn = createFigureOnPage();

function compared(item: string, text: string, words: string) {
  const start = text.indexOf(words);
  const found = figureOn(read, item, { text, start, end: start + words.length });
  return (
    found && {
      relation: found.relation,
      words: text.slice(start + found.at.start, start + found.at.end),
    }
  );
}

const TRADE = 'press-putin-2025-trade-245-billion';

test.each([
  ['claim-trade-volume', 'Trade has reached $245 billion', 'equal', '$245 billion'],
  [TRADE, 'Trade has reached $245 billion', 'equal', '$245 billion'],
  [TRADE, 'In 2024 trade has reached $230 billion', 'different', '$230 billion'],
  [TRADE, 'In 2019 trade has reached $110 billion', 'other-period', '$110 billion'],
] as const)('of %s “%s” is %s', (item, words, relation, figure) => {
  const text = `Beijing and Moscow met. ${words}, the president said in Moscow.`;
  expect(compared(item, text, words)).toEqual({ relation, words: figure });
});

test('nothing is compared where a clause has no figure, or the page has none', () => {
  const plain = 'Relations rest on equality, worth $245 billion';
  expect(compared('readout-putin-2025-mutual-equality', plain, 'equality')).toBeNull();
  expect(compared(TRADE, 'Trade has reached a record.', 'Trade has reached')).toBeNull();
  expect(compared('framing-of-nobody', plain, 'equality')).toBeNull();
});
