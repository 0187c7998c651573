import { describe, expect, it } from 'vitest';
import { readPageText } from '../../../utils/match/page-text.ts';
import { partyNamesOf } from '../../../utils/match/parties.ts';
import { TopicChances } from '../../../utils/match/topic-chances.ts';
import { indexOf, item, SUBJECT, tokenize } from '../../support/matching.ts';

const wordings = (...texts: string[]) =>
  texts.map((text) => ({ text, language: 'en' as const, origin: 'ours' as const }));

/** Two topics that share the words "ferry" and "timber", and two items of the first topic. */
const index = indexOf(
  item({
    id: 'fare',
    topics: ['crossing'],
    wordings: wordings('ferrymen waive the toll', 'the ferry toll is abolished', 'free crossing'),
  }),
  item({
    id: 'pier',
    topics: ['crossing'],
    wordings: wordings('pilgrims queue at the pier', 'a longer pier for pilgrims'),
  }),
  item({
    id: 'harvest',
    topics: ['forestry'],
    wordings: wordings('sawmills buy the ferry timber', 'timber from sawmills', 'a timber harvest'),
  }),
);
const names = partyNamesOf(SUBJECT, tokenize);
const read = (text: string) => readPageText(text, index, tokenize, names);

function chance(text: string, number: number): number {
  const page = read(text);
  return new TopicChances(index.sections).ofStretch(page.terms, number, 0, page.tokens.count);
}

describe('2.14 the chance of a topic', () => {
  it('is above even for words of its wordings, and below for those of another topic', () => {
    expect(chance('the toll of ferrymen', 0)).toBeGreaterThan(0.5);
    expect(chance('the toll of ferrymen', 2)).toBeLessThan(0.5);
    expect(chance('timber for sawmills', 2)).toBeGreaterThan(0.5);
  });

  it('is that of all items of the topic together', () => {
    const text = 'pilgrims pay no toll';
    expect(chance(text, 0)).toBe(chance(text, 1));
  });

  it('near miss: a word that both topics have tells little', () => {
    const both = Math.abs(chance('ferry', 0) - 0.5);
    expect(both).toBeLessThan(Math.abs(chance('pilgrims', 0) - 0.5));
  });

  it('lies between 0 and 1, also of no word, of unknown words and of one word a thousand times', () => {
    for (const text of ['', 'zeppelin', 'timber '.repeat(1000)])
      for (const number of [0, 1, 2]) {
        expect(chance(text, number)).toBeGreaterThanOrEqual(0);
        expect(chance(text, number)).toBeLessThanOrEqual(1);
      }
  });

  it('is the same of a sentence, whoever asked before', () => {
    const chances = new TopicChances(index.sections);
    for (const text of ['pilgrims and timber', 'the toll of ferrymen', 'pilgrims and timber']) {
      const page = read(text);
      const { count } = page.tokens;
      for (const number of [0, 2])
        expect(chances.ofSentence(page.terms, number, 0, count)).toBeCloseTo(
          chances.ofStretch(page.terms, number, 0, count),
          12,
        );
    }
  });

  it('is even where all items have the same topics', () => {
    const alone = indexOf(item({ id: 'one', wordings: wordings('ferrymen waive the toll') }));
    const page = readPageText('ferrymen waive the toll', alone, tokenize, names);
    const chances = new TopicChances(alone.sections);
    expect(chances.ofStretch(page.terms, 0, 0, 4)).toBe(0.5);
    expect(chances.ofSentence(page.terms, 0, 0, 4)).toBe(0.5);
  });
});
