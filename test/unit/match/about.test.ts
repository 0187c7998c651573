import { describe, expect, it } from 'vitest';
import { isAboutSubject } from '../../../utils/match/about.ts';
import { gateOf } from '../../../utils/match/gate.ts';
import { SUBJECT } from '../../support/matching.ts';

const GATE = gateOf('small', {
  ...SUBJECT,
  except: ['New Northland Street'],
  hallmarks: { en: ['Bridge of All', 'free crossing', 'both shores'], zh: [], ru: [] },
});
const FILLER = 'Nothing of this has to do with the matter at hand, and it goes on for a while. ';

/** Filler of about `length` characters. */
function filler(length: number): string {
  return FILLER.repeat(Math.ceil(length / FILLER.length));
}

describe('3.6 what a page is about', () => {
  it('3.6 a short text that names the parties together is about them', () => {
    expect(isAboutSubject('Northland and Southland signed. Northland was glad.', [GATE])).toBe(
      true,
    );
  });

  it('3.6 a long text is, where their names stand together several times', () => {
    const text = `Northland met Southland.${filler(4000)}Northland and Southland.${filler(4000)}Southland, Northland.`;
    expect(isAboutSubject(text, [GATE])).toBe(true);
  });

  it('3.6 near miss: one sentence among thousands is not enough', () => {
    expect(isAboutSubject(`${filler(6000)}Northland and Southland.${filler(6000)}`, [GATE])).toBe(
      false,
    );
  });

  it('3.6 near miss: names that never stand together are two matters', () => {
    const text = `Northland, Northland, Northland.${filler(700)}Southland, Southland, Southland.`;
    expect(isAboutSubject(text, [GATE])).toBe(false);
  });

  it('3.6 near miss: a word that only holds a name does not count', () => {
    expect(isAboutSubject('New Northland Street, Southland. Southland.', [GATE])).toBe(false);
  });

  it('3.6 hallmarks say the same without names, in any case', () => {
    const text = `the bridge of ALL, free crossing, BOTH shores${filler(9000)}`;
    expect(isAboutSubject(text, [GATE])).toBe(true);
    expect(isAboutSubject(text.replace('free', 'no'), [GATE])).toBe(false);
  });
});
