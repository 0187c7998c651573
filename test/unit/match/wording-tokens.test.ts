import { describe, expect, it } from 'vitest';
import { placesInWording } from '../../../utils/match/wording-tokens.ts';
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
    expect(sections.wordStem.length).toBeLessThan(sections.tokenWord.length);
    expect(new Set(sections.tokenWord).size).toBe(sections.wordStem.length);
  });

  it('2.10 keeps what stands before a word once, however often it stands', () => {
    const { beforeGap, beforeBits, tokenBefore } = sections;
    const different = Array.from(beforeGap, (gap, at) => `${gap} ${beforeBits[at]}`);
    expect(new Set(different).size).toBe(beforeGap.length);
    expect(new Set(tokenBefore).size).toBe(beforeGap.length);
    expect(Math.max(...beforeGap)).toBe(401);
  });
});
