import { describe, expect, it } from 'vitest';
import {
  isTooLarge,
  MOST_GROUPS,
  MOST_TRAINED,
  noWeights,
  type TopicExample,
  trainTopics,
} from '../../../utils/pack/train-topics.ts';

const SHARE = [1, 1, 1, 0.1];
const EXAMPLES: readonly TopicExample[] = [
  { rows: [0, 3], item: 0, weight: 1 },
  { rows: [0, 2], item: 0, weight: 1 },
  { rows: [1, 3], item: 1, weight: 1 },
  { rows: [1, 2], item: 1, weight: 1 },
];
const TOPICS = [['north'], ['south']];

/** Weight of a row for a group, in sixteenths; 0 where none is kept. */
function weightOf(weights: ReturnType<typeof trainTopics>, row: number, group: number): number {
  const end = weights.termGroupStart[row + 1] ?? 0;
  for (let at = weights.termGroupStart[row] ?? 0; at < end; at++)
    if (weights.termGroup[at] === group) return (weights.termGroupWeight[at] ?? 128) - 128;
  return 0;
}

describe('2.14 learning which words tell topics apart', () => {
  it('weighs the words of one topic for it and against the other', () => {
    const weights = trainTopics(EXAMPLES, TOPICS, SHARE);
    expect(weightOf(weights, 0, 0)).toBeGreaterThan(8);
    expect(weightOf(weights, 0, 1)).toBeLessThan(-8);
    expect(weightOf(weights, 1, 1)).toBeGreaterThan(8);
  });

  it('gives next to nothing to a word that both have', () => {
    const weights = trainTopics(EXAMPLES, TOPICS, SHARE);
    expect(Math.abs(weightOf(weights, 2, 0))).toBeLessThan(Math.abs(weightOf(weights, 0, 0)) / 2);
  });

  it('puts items of the same topics into one group', () => {
    const { itemGroup, groupBias } = trainTopics(
      EXAMPLES,
      [['north'], ['south'], ['north']],
      SHARE,
    );
    expect([...itemGroup]).toEqual([0, 1, 0]);
    expect(groupBias).toHaveLength(2);
  });

  it('gives the same weights for the same examples', () => {
    expect(trainTopics(EXAMPLES, TOPICS, SHARE)).toEqual(trainTopics(EXAMPLES, TOPICS, SHARE));
  });

  it('is not tried for one group, for too many or too much, and bears examples without a known word', () => {
    expect(trainTopics(EXAMPLES, [['north'], ['north']], SHARE).itemGroup).toHaveLength(0);
    const many = Array.from({ length: MOST_GROUPS + 1 }, (_, at) => [`topic ${at}`]);
    expect(isTooLarge(many, 8)).toBe(true);
    expect(isTooLarge(many.slice(1), 8)).toBe(false);
    expect(isTooLarge(TOPICS, MOST_TRAINED / 2)).toBe(false);
    expect(isTooLarge(TOPICS, MOST_TRAINED / 2 + 1)).toBe(true);
    expect(noWeights().itemGroup).toHaveLength(0);
    const empty = trainTopics([{ rows: [], item: 0, weight: 1 }], TOPICS, SHARE);
    expect([...empty.groupBias]).toEqual([0, 0]);
  });
});
