import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../utils/match/constants.ts';
import { indexInputOf } from '../../../utils/pack/index-input-of.ts';
import { loadPack } from '../../../utils/pack/load.ts';
import { fillSlots, slotsIn, writeNumber } from '../../../utils/pack/number-slots.ts';
import { bundledPack } from '../../support/bundled-pack.ts';
import { packWithSlots } from '../../support/pack-with-slots.ts';

describe('a number slot', () => {
  test('is found with its key and its place', () => {
    expect(slotsIn('From {in-2023} to {in-2024}.')).toEqual({
      slots: [
        { key: 'in-2023', start: 5, end: 14 },
        { key: 'in-2024', start: 18, end: 27 },
      ],
      malformed: [],
    });
  });

  test.each(['{In}', '{a b}', '{-a}', '{}', '{a', 'a}', '{{a}'])('near miss: %s', (text) => {
    expect(slotsIn(text).malformed).not.toEqual([]);
  });

  test.each([
    [245e9, '245 billion', '2450亿', '245 млрд'],
    [244.81e9, '244.81 billion', '2448.1亿', '244,81 млрд'],
    [1.7e12, '1.7 trillion', '1.7万亿', '1,7 трлн'],
    [1_600_000, '1.6 million', '160万', '1,6 млн'],
    [600_000, '600,000', '60万', '600 тыс.'],
    [21_000, '21,000', '2.1万', '21 тыс.'],
    [2_500, '2,500', '2500', '2500'],
    [5.5, '5.5', '5.5', '5,5'],
    [40, '40', '40', '40'],
  ])('%d is written as each language usually does', (value, ...written) => {
    expect((['en', 'zh', 'ru'] as const).map((language) => writeNumber(value, language))).toEqual(
      written,
    );
  });

  test('holds the figure of its claim in the index, with its place and unit', () => {
    const { pack } = loadPack(packWithSlots('At {tolls} crowns trade was {tolls} crowns high.'));
    if (pack === null) throw new Error('the pack does not load');
    const claim = indexInputOf(pack).items.find(({ id }) => id === 'claim-trade-1901');
    expect(claim?.wordings.at(-1)).toEqual({
      language: 'en',
      text: 'At 12 million crowns trade was 12 million crowns high.',
      origin: 'ours',
      slots: [
        { start: 3, unit: 'count' },
        { start: 31, unit: 'count' },
      ],
    });
  });
});

describe('the paraphrases of the bundled pack’s claims', () => {
  const pack = bundledPack();
  const textsOf = (id: string, language: (typeof LANGUAGES)[number]): string[] =>
    pack.wordings.flatMap((entry) => (entry.id === id ? (entry.wordings?.[language] ?? []) : []));

  test('are five or more in each language', () => {
    for (const { id } of pack.claims)
      for (const language of LANGUAGES)
        expect(textsOf(id, language).length, `${id} ${language}`).toBeGreaterThanOrEqual(5);
  });

  test('leave the figure open in two or more of each language where the claim has one', () => {
    const counted = pack.claims.filter(({ figures }) =>
      figures.some(({ value, unit }) => typeof value === 'number' && unit !== 'year'),
    );
    expect(counted).toHaveLength(25);
    for (const { id } of counted)
      for (const language of LANGUAGES) {
        const open = textsOf(id, language).filter((text) => slotsIn(text).slots.length > 0);
        expect(open.length, `${id} ${language}`).toBeGreaterThanOrEqual(2);
      }
  });

  test('use every key that a figure has, and no brace is left when they are filled', () => {
    for (const claim of pack.claims) {
      const used = new Set<string>();
      for (const language of LANGUAGES)
        for (const text of textsOf(claim.id, language)) {
          for (const { key } of slotsIn(text).slots) used.add(key);
          expect(fillSlots(text, language, claim).text).not.toMatch(/[{}]/);
        }
      const keys = claim.figures.flatMap(({ key }) => key ?? []);
      expect([...used].sort(), claim.id).toEqual(keys.sort());
    }
  });
});
