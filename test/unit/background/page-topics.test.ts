import { describe, expect, it } from 'vitest';
import { topicsOf } from '../../../entrypoints/background/page-topics.ts';
import type { CardData, CardTopic } from '../../../utils/pack/card-data.ts';

function topic(id: string, framings: [string, string[]][]): CardTopic {
  return {
    id,
    question: `${id}?`,
    framings: framings.map(([framing, heldBy]) => ({
      id: framing,
      label: framing,
      heldBy,
      gist: '',
      voices: [],
      absentFromSources: heldBy.length === 0,
    })),
    onlyOneSideInSources: false,
    note: null,
    record: null,
  };
}

const card = (...topics: CardTopic[]): CardData => ({ topics }) as unknown as CardData;

describe('the topics of a page', () => {
  it('are each listed once, with the framings used and not used', () => {
    const equals = topic('equals', [
      ['junior', ['NEST']],
      ['partner', ['Beijing']],
    ]);
    const made = topicsOf([card(equals), null, card(equals)], new Set(['junior', 'a-clause']));
    expect(made).toEqual([
      {
        id: 'equals',
        question: 'equals?',
        framings: [
          { id: 'junior', label: 'junior', heldBy: ['NEST'], isUsedHere: true },
          { id: 'partner', label: 'partner', heldBy: ['Beijing'], isUsedHere: false },
        ],
      },
    ]);
  });

  it('never name a framing without who holds it', () => {
    const made = topicsOf(
      [
        card(
          topic('t', [
            ['held', ['X']],
            ['unheld', []],
          ]),
        ),
      ],
      new Set(),
    );
    expect(made[0]?.framings.map(({ id }) => id)).toEqual(['held']);
    expect(topicsOf([card(topic('t', [['unheld', []]]))], new Set())).toEqual([]);
  });
});
