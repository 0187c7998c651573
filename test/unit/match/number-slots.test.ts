import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../utils/match/engine.ts';
import type { FigureUnit } from '../../../utils/match/figure-units.ts';
import type { IndexWording } from '../../../utils/pack/index-input.ts';
import { indexOf, item, TAKE_ALL } from '../../support/matching.ts';

/** A wording with `{…}` around each of its open numbers. */
function wording(text: string, unit: FigureUnit): IndexWording {
  const slots: { start: number; unit: FigureUnit }[] = [];
  let plain = '';
  for (const part of text.split(/(\{[^}]*\})/)) {
    if (part.startsWith('{')) slots.push({ start: plain.length, unit });
    plain += part.replace(/[{}]/g, '');
  }
  return { language: 'en', text: plain, origin: 'ours', slots };
}

/** What the comparison of a page's sentence with a wording comes to. */
function compared(text: string, own: IndexWording) {
  const engine = createEngine(
    indexOf(item({ id: 'claim-herring', kind: 'claim', wordings: [own] })),
    TAKE_ALL,
  );
  const [best] = engine.explain(text).comparisons;
  if (best === undefined) return null;
  const { window, wordingMass, figures } = best.comparison;
  return {
    coverage: window.shared / wordingMass,
    precision: window.shared / window.mass,
    figures,
  };
}

const OPEN = wording('Herring sold to smokehouses fetched {12 billion} dollars yearly', 'usd');
const FIXED: IndexWording = { language: 'en', text: OPEN.text, origin: 'ours' };

describe('8.8 a number slot takes any number of its unit', () => {
  it('another figure is neither a missing nor a foreign word, and is told as different', () => {
    const page = 'Herring sold to smokehouses fetched 77 billion dollars yearly.';
    const open = compared(page, OPEN);
    const fixed = compared(page, FIXED);
    expect(open?.coverage).toBeCloseTo(1, 5);
    expect(open?.precision).toBeCloseTo(1, 5);
    expect(fixed?.coverage).toBeLessThan(0.9);
    expect(fixed?.precision).toBeLessThan(0.9);
    expect(open?.figures).toEqual({ equal: 0, different: 1, missing: 0 });
  });

  it('the same figure written in another way counts as equal words', () => {
    const page = 'Herring sold to smokehouses fetched 12.1 billion dollars yearly.';
    expect(compared(page, OPEN)?.coverage).toBeCloseTo(1, 5);
    expect(compared(page, OPEN)?.figures).toEqual({ equal: 1, different: 0, missing: 0 });
  });

  it('the very figure matches as a number without a slot does', () => {
    const page = 'Herring sold to smokehouses fetched 12 billion dollars yearly.';
    expect(compared(page, OPEN)).toEqual(compared(page, FIXED));
  });

  it.each([
    ['of another unit', 'Herring sold to smokehouses fetched 77 billion roubles yearly.'],
    ['that is a share', 'Herring sold to smokehouses fetched 77 per cent yearly.'],
    [
      'in another sentence',
      'Herring sold to smokehouses fetched plenty yearly. It was 77 billion dollars.',
    ],
  ])('near miss: a number %s does not fill it', (_, page) => {
    expect(compared(page, OPEN)?.coverage).toBeLessThan(0.9);
  });

  it('near miss: a year does not fill the slot of a count', () => {
    const count = wording('Smokehouses bought {40} herring barrels', 'count');
    expect(compared('Smokehouses bought herring barrels in 1976.', count)?.coverage).toBeLessThan(
      0.9,
    );
    expect(compared('Smokehouses bought 76 herring barrels.', count)?.coverage).toBeCloseTo(1, 5);
  });

  it('each slot takes a number of its own', () => {
    const two = wording(
      'Smokehouses bought {40} herring barrels and {60} mackerel crates',
      'count',
    );
    const both = compared('Smokehouses bought 41 herring barrels and 99 mackerel crates.', two);
    const one = compared('Smokehouses bought 77 herring barrels and mackerel crates.', two);
    expect(both?.coverage).toBeCloseTo(1, 5);
    expect(one?.coverage).toBeLessThan(0.9);
  });
});
