import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../utils/match/engine.ts';
import type { IndexCue } from '../../../utils/pack/index-input.ts';
import { indexOf, item } from '../../support/matching.ts';

const CLAUSE = 'The granaries on both banks of the river stand open to every hungry household';

/** Score of the cue by the model that readers get, in an index with a clause of the same topic. */
function scoreOf(text: string, cue: Pick<IndexCue, 'general' | 'isOurs'>): number {
  const clause = item({
    id: 'clause',
    wordings: [{ language: 'en', origin: 'original', text: CLAUSE }],
  });
  const cues = [{ language: 'en' as const, pattern: 'shared harvest', ...cue }];
  const engine = createEngine(indexOf(clause, item({ id: 'framing', kind: 'framing', cues })));
  const [hit] = engine.explain(text).cues;
  if (!hit) throw new Error('no cue was found');
  return hit.score;
}

const PLACES: [string, string][] = [
  ['names all parties', 'Northland and Southland speak of a shared harvest'],
  ['names one of them', 'Northland speaks of a shared harvest'],
  ['names nobody', 'They speak of a shared harvest'],
  ['names somebody else', 'Eastland speaks of a shared harvest'],
  ['quotes a clause of its topic', `${CLAUSE}. They speak of a shared harvest`],
];

describe('7.13 a general cue says less than another', () => {
  it.each(PLACES)('7.13 where the paragraph %s', (_, text) => {
    for (const isOurs of [false, true]) {
      const general = scoreOf(text, { general: true, isOurs });
      expect(general).toBeLessThan(scoreOf(text, { general: false, isOurs }));
    }
  });

  it('7.13 and more with a clause of its topic, or all parties, beside it', () => {
    const cue = { general: true, isOurs: true };
    const [all = 0, one = 0, none = 0, other = 0, quoted = 0] = PLACES.map(([, text]) =>
      scoreOf(text, cue),
    );
    for (const alone of [one, none, other]) {
      expect(all).toBeGreaterThan(2 * alone);
      expect(quoted).toBeGreaterThan(2 * alone);
    }
  });

  it('7.13 near miss: the names in the next paragraph do not help', () => {
    const cue = { general: true, isOurs: true };
    const [, , [, alone = ''] = []] = PLACES;
    const near = scoreOf(`${alone}\n\nNorthland and Southland`, cue);
    expect(near).toBeCloseTo(scoreOf(alone, cue), 2);
  });
});
