import { describe, expect, it } from 'vitest';
import { wideAt, wideOf } from '../../../utils/match/wide.ts';
import { placesInWording, wordAt } from '../../../utils/match/wording-tokens.ts';
import { wordingView } from '../../../utils/match/wording-view.ts';
import { indexOf, item, tokenize } from '../../support/matching.ts';

const LONG_WORD = 'pneumono'.repeat(60);
const TEXTS = [
  'The bridge — as the ferrymen call it — shall stay open',
  '“Open”, he said; the bridge’s gate (the old one) 10 375 times',
  `A gap of many dots${' .'.repeat(200)} and then a bridge${'\u00a0'.repeat(300)}again`,
  `${' '.repeat(400)}Late begins the ${LONG_WORD} bridge`,
  '大桥向所有人开放，不收费用。',
  'Мост открыт для всех, и партнёр тоже',
];
const { sections } = indexOf(
  item({
    id: 'bridge',
    wordings: TEXTS.map((text) => ({ language: 'en', text, origin: 'original' })),
  }),
);

describe('2.10 the words of the wordings, as the index keeps them', () => {
  it.each(TEXTS.map((text, wording) => [text.trim().slice(0, 30), text, wording] as const))(
    '2.10 gives back places and hashes of %s',
    (_, text, wording) => {
      const tokens = tokenize(text);
      const { start, end } = placesInWording(sections, wording);
      expect([...start]).toEqual([...tokens.start]);
      expect([...end]).toEqual([...tokens.end]);
      const { stem, exact, kind, before } = wordingView(sections, wording);
      expect([...stem]).toEqual([...tokens.stem]);
      expect([...exact]).toEqual([...tokens.exact]);
      expect([...kind]).toEqual([...tokens.kind]);
      expect([...before]).toEqual([...tokens.before]);
    },
  );

  it('2.10 keeps a word once, however often it stands', () => {
    const words = sections.tokenWord.length;
    expect(sections.wordStem.length).toBeLessThan(words);
    const different = new Set(Array.from({ length: words }, (_, at) => wordAt(sections, at)));
    expect(different.size).toBe(sections.wordStem.length);
  });
});

describe('2.10 numbers in two columns', () => {
  it.each([
    [[0, 1, 0xffff], 0],
    [[0, 0x10000, 7, 0xffffff], 4],
    [[], 0],
  ])('2.10 gives %j back, with %i high parts', (numbers, wide) => {
    const { low, high } = wideOf(numbers);
    expect(high.length).toBe(wide);
    expect(numbers.map((_, at) => wideAt(low, high, at))).toEqual(numbers);
  });

  it('2.10 refuses what takes more than 24 bits', () => {
    expect(() => wideOf([0x1000000])).toThrow(RangeError);
  });
});
