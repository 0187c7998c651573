import { describe, expect, it } from 'vitest';
import { MOST_ITEMS } from '../../../utils/match/constants.ts';
import { LikelyItems } from '../../../utils/match/likely-items.ts';
import { readPageText } from '../../../utils/match/page-text.ts';
import { partyNamesOf } from '../../../utils/match/parties.ts';
import { MOST_LOOKED_AT } from '../../../utils/match/ranked-items.ts';
import { Vocabularies } from '../../../utils/match/vocabulary.ts';
import { indexOf, item, SUBJECT, tokenize } from '../../support/matching.ts';

/** Words that are in no list, so that each weighs something: the first stand in nearly every item, the last in few. */
const WORDS = Array.from(
  { length: 60 },
  (_, at) => `zx${'bcdfghklmn'[at % 10]}${'aeiouy'[Math.floor(at / 10)]}qo`,
);

/** Whether an item has a word: the same at every run, and rarer for later words. */
const hasWord = (own: number, word: number): boolean =>
  (own * 7919 + word * 104729) % 61 >= word || (own + word) % 37 === 0;

function packOf(items: number) {
  const index = indexOf(
    ...Array.from({ length: items }, (_, own) =>
      item({
        id: `item-${own}`,
        wordings: [0, 1].map((half) => ({
          language: 'en' as const,
          text: WORDS.filter((_, word) => word % 2 === half && hasWord(own, word)).join(' '),
          origin: 'ours' as const,
        })),
      }),
    ),
  );
  const vocabularies = new Vocabularies(index.sections);
  return { index, vocabularies, likely: new LikelyItems(index.sections, vocabularies) };
}

describe('2.11 the items that share most with a sentence', () => {
  it.each([
    ['few items', 50],
    ['more items than a word may find', MOST_ITEMS + 300],
  ])(
    '2.11 are ranked by the weight they share, and known by their words: %s',
    (_, count) => {
      const { index, vocabularies, likely } = packOf(count);
      const { sections } = index;
      for (const step of [1, 3, 7]) {
        const text = WORDS.filter((_, at) => at % step === 0).join(' and ');
        const page = readPageText(text, index, tokenize, partyNamesOf(SUBJECT, tokenize));
        const { row } = page.terms;
        likely.find(page.terms, 0, row.length, 6);
        const rows = [...new Set(row)];
        const finds = rows.filter((one) => {
          const weight = sections.lexiconWeight[one] ?? 0;
          return weight >= 0.5 && (sections.lexiconItems[one] ?? 0) <= MOST_ITEMS;
        });
        const shared = Array.from({ length: count }, (_, own) =>
          finds
            .filter((one) => vocabularies.uses(own, one) > 0)
            .reduce((sum, one) => Math.fround(sum + (sections.lexiconWeight[one] ?? 0)), 0),
        );
        const expected = shared.filter((one) => one >= 6).sort((a, b) => b - a);
        expect(likely.count).toBe(Math.min(MOST_LOOKED_AT, expected.length));
        expect(likely.count).toBeGreaterThan(0);
        expect([...likely.shared.subarray(0, likely.count)]).toEqual(
          expected.slice(0, likely.count),
        );
        for (let which = 0; which < likely.count; which++) {
          const own = likely.item[which] ?? 0;
          expect(shared[own]).toBe(likely.shared[which]);
          row.forEach((one, at) => {
            const word = likely.number[at] ?? 0;
            const bits = likely.has[which * likely.stride + (word >>> 5)] ?? 0;
            const has = (bits & (1 << (word & 31))) !== 0;
            expect(has).toBe(vocabularies.uses(own, one) > 0);
          });
        }
      }
    },
    60_000,
  );
});
