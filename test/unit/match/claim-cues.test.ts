import { describe, expect, it } from 'vitest';
import { cues, engineOf, item, told } from '../../support/matching.ts';

const PAGE =
  'Northland and Southland met. Northland sells herring to Southland for wool, reports say.';
const phrase = cues('en', 'herring … for wool');

describe('phrases by which clauses and claims are told again (rules 4.6 and 6.2)', () => {
  it.each([
    ['claim', 'paraphrase'],
    ['clause', 'translation'],
    ['framing', 'partial'],
  ] as const)('a %s found by a phrase of ours is told as %s', (kind, degree) => {
    const [match] = engineOf(item({ id: 'one', kind, cues: phrase })).match(PAGE, 'balanced');
    expect(match?.degree).toBe(degree);
  });

  it('a fuller restatement of a claim stands before its phrase', () => {
    const text = 'Northland sells herring to Southland for wool';
    const engine = engineOf(
      item({
        id: 'one',
        kind: 'claim',
        cues: phrase,
        wordings: [{ language: 'en', text, origin: 'ours' }],
      }),
    );
    expect(told(PAGE, engine.match(PAGE, 'balanced'))).toEqual([['one', text]]);
  });

  it('near miss: the phrase of a framing stands before its restatement', () => {
    const text = 'Northland sells herring to Southland for wool';
    const engine = engineOf(
      item({
        id: 'one',
        kind: 'framing',
        cues: phrase,
        wordings: [{ language: 'en', text, origin: 'ours' }],
      }),
    );
    expect(told(PAGE, engine.match(PAGE, 'balanced'))).toEqual([
      ['one', 'herring to Southland for wool'],
    ]);
  });
});
