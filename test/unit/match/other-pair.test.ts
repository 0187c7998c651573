import { describe, expect, it } from 'vitest';
import { engineOf, item, told } from '../../support/matching.ts';

const text = 'ferrymen abolish the toll for pilgrims between Northland and Southland';
const claim = item({
  id: 'toll',
  kind: 'claim',
  wordings: [{ text, language: 'en', origin: 'ours' }],
});
const withEast = item({
  id: 'toll',
  kind: 'claim',
  wordings: [
    { text, language: 'en', origin: 'ours' },
    { text: 'the toll that Eastland abolished', language: 'en', origin: 'ours' },
  ],
});
const OTHERS = 'The toll for pilgrims between Northland and Eastland is abolished by ferrymen.';

describe('3.8 what another pair of parties does', () => {
  it('is no match of a claim in other words', () => {
    expect(engineOf(claim).match(OTHERS, 'balanced')).toEqual([]);
  });

  it.each([
    ['both own parties are named', OTHERS.replace('.', ', say Northland and Southland.'), claim],
    ['the item names the other party itself', OTHERS, withEast],
    ['nobody else is named', OTHERS.replace('Eastland', 'the coast'), claim],
    ['it is a framing', OTHERS, { ...claim, kind: 'framing' as const }],
  ])('near miss: %s', (_, page, one) => {
    const found = told(page, engineOf(one).match(page, 'balanced'));
    expect(found.map(([id]) => id)).toContain('toll');
  });

  it('near miss: the words of a clause, quoted, stand', () => {
    const clause = item({
      id: 'words',
      wordings: [
        { text: 'the toll for pilgrims is abolished', language: 'en', origin: 'original' },
      ],
    });
    const page = 'Northland told Eastland that “the toll for pilgrims is abolished”.';
    expect(engineOf(clause).match(page, 'balanced')).toHaveLength(1);
  });
});
