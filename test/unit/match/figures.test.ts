import { describe, expect, it } from 'vitest';
import { unitNamed } from '../../../utils/match/figure-units.ts';
import { compareFigures, type RecordedFigure } from '../../../utils/match/figures.ts';
import { yearsBeside, yearsOfPeriod } from '../../../utils/match/years.ts';
import { tokenize } from '../../support/matching.ts';

const figure = (
  value: RecordedFigure['value'],
  unit: string,
  period: string | null = null,
  unitNames: readonly string[] = [],
): RecordedFigure => ({ value, unit, period, unitNames });

const TOLLS = [
  figure(190, 'billion USD', '“last year”, in a text of May 2031'),
  figure(240.1, 'billion USD', '2023'),
  figure(244.81, 'billion USD', '2024'),
];

function compared(text: string, records: readonly RecordedFigure[]) {
  const found = compareFigures(text, { start: 0, end: text.length }, records, tokenize);
  if (found === null) return null;
  return [text.slice(found.page.at.start, found.page.at.end), found.relation, found.record];
}

describe('8.4 and 8.6 the figure of a page beside those of a claim', () => {
  it.each([
    ['Tolls came to $240.1 billion that year.', '$240.1 billion', 'equal', 1],
    ['Tolls came to nearly 245 billion dollars.', 'nearly 245 billion dollars', 'near', 2],
    ['Tolls came to US$300bn.', 'US$300bn', 'different', 2],
    ['In 2024 tolls came to $244.81 billion.', '$244.81 billion', 'equal', 2],
    ['In 2024 tolls came to $240.1 billion.', '$240.1 billion', 'different', 2],
    ['In 2019 tolls came to $111 billion.', '$111 billion', 'other-period', 1],
    ['On 8 May 2031 it was said that tolls came to $240.1 billion.', '$240.1 billion', 'equal', 1],
    ['Сборы составили более 240,1 млрд долларов США.', 'более 240,1 млрд долларов США', 'equal', 1],
    ['通行费达2401亿美元。', '2401亿美元', 'equal', 1],
    ['In 2024 tolls rose to $244.81 billion from $240.1 billion.', '$244.81 billion', 'equal', 2],
  ])('%s', (text, words, relation, record) => {
    expect(compared(text, TOLLS)).toEqual([words, relation, record]);
  });

  it('reads figures and shares in words', () => {
    const words = 'two hundred and forty-five billion dollars';
    expect(compared(`Tolls came to ${words}.`, TOLLS)).toEqual([words, 'near', 2]);
    const share = [figure(33.3, 'per cent of tolls')];
    expect(compared('A third of tolls was paid in barley.', share)?.[1]).toBe('near');
    expect(compared('三分之一的通行费', share)?.[1]).toBe('near');
    expect(compared('There were forty ferries.', share)).toBeNull();
  });

  it.each([
    ['of another unit', '245 billion roubles in tolls', TOLLS],
    ['of one word below ten', 'three billion dollars in tolls', TOLLS],
    ['that is a year', 'Tolls rose in 2024.', TOLLS],
    ['of other things', 'There were 20 ferries.', [figure(20, 'documents')]],
    ['whose record is a date', 'on 23 April 1997', [figure('23 April 1997', 'date')]],
    ['whose record is in words', 'a third, 33 per cent', [figure('one third', 'share of tolls')]],
    ['among several, none of them the recorded one', '$7 billion and $9 billion', TOLLS],
  ])('says nothing of a figure %s', (_, text, records) => {
    expect(compared(text, records)).toBeNull();
  });

  it('compares counts of the same noun, in the language of the page', () => {
    const carts = [
      figure(1_600_000, 'carts over the bridge', '2024', ['повозок через мост', '马车']),
    ];
    expect(compared('Some 1.6 million carts crossed.', carts)).toEqual([
      'Some 1.6 million',
      'equal',
      0,
    ]);
    expect(compared('Проехало 1,5 млн повозок.', carts)).toEqual(['1,5 млн', 'different', 0]);
    expect(compared('有160万辆马车通过。', carts)).toEqual(['160万', 'equal', 0]);
  });

  it('compares shares, volumes, areas and ratios', () => {
    expect(compared('Some 65% agree.', [figure(65, 'per cent of walkers')])?.[1]).toBe('equal');
    expect(compared('有百分之65同意', [figure(65, 'per cent of walkers')])?.[1]).toBe('equal');
    expect(compared('38 bcm a year', [figure(38, 'billion cubic metres a year')])?.[1]).toBe(
      'equal',
    );
    expect(compared('600 тыс. кв. км', [figure(600_000, 'square kilometres')])?.[1]).toBe('equal');
    expect(compared('5.5 times as long', [figure(5.5, 'times')])?.[1]).toBe('equal');
  });

  it('looks no further than the sentences of the match', () => {
    const text =
      'The ferry cost $7 billion. Tolls came to $240.1 billion. A tunnel costs $190 billion.';
    const start = text.indexOf('Tolls');
    const found = compareFigures(text, { start, end: start + 5 }, TOLLS, tokenize);
    expect(found?.page.value).toBeCloseTo(240.1e9);
    expect(compareFigures(text, { start: 0, end: 5 }, TOLLS, tokenize)?.relation).toBe('different');
  });

  it('bears any text and any span', () => {
    expect(compareFigures('', { start: 0, end: 0 }, TOLLS, tokenize)).toBeNull();
    expect(
      compareFigures('$240.1 billion', { start: 90, end: 99 }, TOLLS, tokenize)?.relation,
    ).toBe('equal');
  });
});

describe('8.4 units of a pack', () => {
  it.each([
    ['billion USD', 'usd', 1e9],
    ['per cent of payments', 'per-cent', 1],
    ['billion cubic metres a year', 'cubic-metres', 1e9],
    ['square kilometres', 'square-kilometres', 1],
    ['joint texts', 'count', 1],
  ])('%s', (name, unit, factor) => {
    expect(unitNamed(name)).toMatchObject({ unit, factor });
  });

  it.each(['date', 'dates', 'year', 'share of transactions'])('%s is no quantity', (name) => {
    expect(unitNamed(name)).toBeNull();
  });

  it('years of age are a count all the same', () => {
    expect(unitNamed('years')?.unit).toBe('count');
  });
});

describe('8.5 years', () => {
  it.each([
    ['2024', [2024]],
    ['2014–2016', [2014, 2015, 2016]],
    ['31 August–1 September 2025', [2025]],
    ['from 2027', [2027]],
    ['early 2000s', []],
    ['not stated; 2024 by other reports', []],
    ['“last year”, in a text of May 2025', []],
    [null, []],
  ])('of the period %s', (period, years) => {
    expect(yearsOfPeriod(period)).toEqual(years);
  });

  it.each([
    ['In 2023 and 2024 it rose.', [2023, 2024]],
    ['On 8 May 2025 they met.', []],
    ['On May 8, 2025 they met.', []],
    ['8 мая 2025 года стороны встретились, за 2024 год выросло', [2024]],
    ['2025年5月8日会谈，2024年增长', [2024]],
    ['It cost 2,024 or 12024.', []],
  ])('beside a figure: %s', (sentence, years) => {
    expect(yearsBeside(sentence)).toEqual(years);
  });
});
