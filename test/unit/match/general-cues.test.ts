import { describe, expect, it } from 'vitest';
import type { IndexCue } from '../../../utils/pack/index-input.ts';
import { engineOf, item } from '../../support/matching.ts';

const CUE: IndexCue = { language: 'en', pattern: 'shared harvest', general: true };

function isFound(text: string, cue: IndexCue): boolean {
  return (
    engineOf(item({ id: 'framing', kind: 'framing', cues: [cue] })).match(text, 'balanced').length >
    0
  );
}

describe('7.13 a general cue counts in the context of the parties', () => {
  const theirs = CUE;
  const ours = { ...CUE, isOurs: true };

  it.each([
    ['names all parties', 'Northland and Southland speak of a shared harvest', true, true],
    ['names a word for both', 'The two realms speak of a shared harvest', true, false],
    ['names one of them', 'Northland speaks of a shared harvest', true, true],
    ['names nobody', 'They speak of a shared harvest', true, false],
    ['names somebody else', 'Eastland speaks of a shared harvest', false, false],
    [
      'names one of them and somebody else',
      'Northland and Eastland speak of a shared harvest',
      false,
      false,
    ],
    [
      'names all and somebody else',
      'Northland, Southland and Eastland: a shared harvest',
      true,
      true,
    ],
  ])('7.13 where the paragraph %s', (_, text, known, added) => {
    expect(isFound(text, theirs)).toBe(known);
    expect(isFound(text, ours)).toBe(added);
  });

  it('7.13 near miss: the name in the next paragraph does not help', () => {
    expect(isFound('They speak of a shared harvest\n\nNorthland', ours)).toBe(false);
  });
});
