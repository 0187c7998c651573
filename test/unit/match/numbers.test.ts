import { describe, expect, it } from 'vitest';
import { isSameFigure, quantitiesIn, quantitiesOf } from '../../../utils/match/numbers.ts';
import { tokenize } from '../../support/matching.ts';

function valuesOf(text: string): number[] {
  return quantitiesOf(tokenize(text)).map((quantity) => quantity.value);
}

describe('8.1 quantities', () => {
  it.each([
    ['245 billion crowns', 245e9],
    ['$244.8bn', 244.8e9],
    ['a 245-billion-crown trade', 245e9],
    ['3 thousand troops', 3e3],
    ['1.5 trillion', 1.5e12],
    ['10,375 documents', 10375],
    ['10 375 документов', 10375],
    ['245 млрд долларов', 245e9],
    ['240,1 млрд долл.', 240.1e9],
    ['3 тыс. человек', 3e3],
    ['5 миллионов тонн', 5e6],
    ['2450亿美元', 245e9],
    ['2450億美元', 245e9],
    ['1.7万亿元', 1.7e12],
    ['３千人', 3e3],
    ['51 тысячу студентов', 51e3],
    ['с 2 миллионами тонн', 2e6],
    ['150多万人', 15e5],
    ['150餘萬人', 15e5],
    ['12 per cent', 12],
    ['0.5 per cent', 0.5],
  ])('8.1 reads %s', (text, value) => {
    const [found, ...more] = valuesOf(text);
    expect(found).toBeCloseTo(value, 3);
    expect(more).toEqual([]);
  });

  it.each([
    ['245, billion', 245],
    ['245. Billions', 245],
    ['245 – billion', 245],
    ['245 or so billion', 245],
    ['2450，亿', 2450],
    ['150多，万', 150],
    ['20多人', 20],
  ])('8.1 near miss: a multiplier apart, as in %s, is not applied', (text, value) => {
    expect(valuesOf(text)).toEqual([value]);
  });

  it('8.1 finds those that begin in a stretch', () => {
    const all = quantitiesOf(tokenize('12 carts, 13 wagons, 14 sledges'));
    const starts = all.map(({ from }) => from);
    for (let from = 0; from <= 6; from++) {
      for (let to = from; to <= 7; to++)
        expect(quantitiesIn(all, from, to).map((one) => one.from)).toEqual(
          starts.filter((start) => start >= from && start < to),
        );
    }
    expect(quantitiesIn([], 0, 5)).toEqual([]);
  });

  it('8.1 says which tokens a quantity takes', () => {
    expect(quantitiesOf(tokenize('about 1.7万亿元'))).toEqual([
      { value: 1.7e12, from: 1, to: 4, isYear: false, isShare: false },
    ]);
  });
});

describe('8.2 years', () => {
  it.each(['in 2024', '2024年', 'в 2024 году', '２０２４'])('8.2 takes %s for a year', (text) => {
    expect(quantitiesOf(tokenize(text))[0]?.isYear).toBe(true);
  });

  it.each(['2,000 men', '2000 million', '1899', '2101', '2024.5', '2 024'])(
    '8.2 near miss: %s is none',
    (text) => {
      expect(quantitiesOf(tokenize(text))[0]?.isYear).toBe(false);
    },
  );
});

describe('8.3 same figures', () => {
  it('8.3 are those that rounding makes equal', () => {
    expect(isSameFigure(244.8e9, 245e9)).toBe(true);
    expect(isSameFigure(240.1e9, 240e9)).toBe(true);
    expect(isSameFigure(0, 0)).toBe(true);
    expect(isSameFigure(-5, -5)).toBe(true);
  });

  it('8.3 near miss: neighbouring years of trade are two figures', () => {
    expect(isSameFigure(240.1e9, 244.8e9)).toBe(false);
    expect(isSameFigure(5, -5)).toBe(false);
    expect(isSameFigure(0, 1)).toBe(false);
  });
});

describe('8.7 numbers in words', () => {
  it.each([
    ['forty treaties', [40]],
    ['twenty-five treaties', [25]],
    ['a hundred and ten', [110]],
    ['two hundred and forty-five billion crowns', [245e9]],
    ['сорок договоров', [40]],
    ['двести сорок пять миллиардов', [245e9]],
    ['四十份文件', [40]],
    ['二百四十五', [245]],
    ['两千亿', [2e11]],
    ['第十一次', [11]],
    ['a third of it, two-thirds', [33, 67]],
    ['треть и две трети', [33, 67]],
    ['三分之一', [33]],
  ])('8.7 reads %s', (text, values) => {
    const found = valuesOf(text);
    expect(found.map(Math.round)).toEqual(values);
  });

  it.each([
    'one of them',
    'the third time',
    'the third quarter',
    'third parties',
    'один из них',
    '三国',
    '一些',
    '十分',
  ])('8.7 near miss: %s is no figure', (text) => {
    expect(valuesOf(text)).toEqual([]);
  });
});
