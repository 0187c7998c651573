import { describe, expect, it } from 'vitest';
import { foldNumber, foldWord, traditionalToSimplified } from '../../../utils/match/fold.ts';

describe('1.12 stems', () => {
  it.each([
    ['partners', 'partner'],
    ['strengthened', 'strengthening'],
    ['agreed', 'agrees'],
    ['стратегического', 'стратегическое'],
    ['партнёрами', 'партнёр'],
    ['отношениях', 'отношения'],
  ])('1.12 are the same for %s and %s', (a, b) => {
    expect(foldWord(a).stem).toBe(foldWord(b).stem);
    expect(foldWord(a).exact).not.toBe(foldWord(b).exact);
  });

  it.each([
    ['partner', 'party'],
    ['limit', 'limb'],
    ['партнёр', 'партия'],
  ])('1.12 near miss: differ for %s and %s', (a, b) => {
    expect(foldWord(a).stem).not.toBe(foldWord(b).stem);
  });

  it('1.12 leave words of three letters alone', () => {
    expect(foldWord('has')).toEqual({ exact: 'has', stem: 'has' });
    expect(foldWord('мир')).toEqual({ exact: 'мир', stem: 'мир' });
  });
});

describe('1.13 numbers', () => {
  it.each([
    ['10,375', '10375'],
    ['1.234.567', '1234567'],
    ['1 234 567', '1234567'],
    ['244.81', '244.81'],
    ['244,81', '244.81'],
    ['1,234.5', '1234.5'],
    ['1.234,5', '1234.5'],
    ['1 234,5', '1234.5'],
    ['0.123', '0.123'],
    ['0,5', '0.5'],
    ['２０２４', '2024'],
    ['1,234', '1234'],
    ['1,23', '1.23'],
    ['1,2345', '1.2345'],
  ])('1.13 folds %s to %s', (raw, folded) => {
    expect(foldNumber(raw)).toBe(folded);
  });
});

describe('1.11 traditional and simplified', () => {
  it('1.11 maps characters one to one, and no simplified character of use to another', () => {
    const table = traditionalToSimplified();
    expect(table.get('國'.charCodeAt(0))).toBe('国'.charCodeAt(0));
    expect(table.get('夥'.charCodeAt(0))).toBe('伙'.charCodeAt(0));
    for (const character of '中国人民背靠关系合作伙伴新时代')
      expect(table.get(character.charCodeAt(0)) ?? character.charCodeAt(0)).toBe(
        character.charCodeAt(0),
      );
  });
});

describe('the short way for plain words', () => {
  it('comes to what the long way comes to', () => {
    const words = [
      ...['Bridges', 'COLOUR', 'centre', 'Us', 'US', 'USA', 'usa', 'programmes', 'to', 'analysed'],
      ...['МОСТЫ', 'отношениями', 'йод', 'Подъезд', 'на'],
    ];
    for (const word of words) {
      // An invisible character within sends a word the long way.
      expect(foldWord(word)).toEqual(foldWord(`${word.slice(0, 1)}\u200b${word.slice(1)}`));
    }
  });
});
