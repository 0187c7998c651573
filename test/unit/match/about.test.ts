import { describe, expect, it } from 'vitest';
import { isAboutSubject, listenWhetherAbout } from '../../../utils/match/about.ts';
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

  it('3.6 soft hyphens, zero-width letters and no-break spaces within a name hide nothing', () => {
    const text = 'North\u00adland and South\u200bland\ufeff. Nor\u2060th\u00adland was glad.';
    expect(isAboutSubject(text, [GATE])).toBe(true);
    expect(isAboutSubject('New\u00a0Northland\u00a0Street, Southland. Southland.', [GATE])).toBe(
      false,
    );
  });
});

describe('3.6 what a page is about that comes bit by bit', () => {
  const listen = (most = 200_000) => listenWhetherAbout([GATE], most);

  it('is heard across two stretches, and each meeting once', () => {
    const hear = listen();
    expect(hear(`${filler(200)}Northland `)).toBe(false);
    expect(hear(`Southland.${filler(200)}`)).toBe(true);
    const again = listen();
    again(`${filler(9000)}Northland met Southland.`);
    expect(again('x')).toBe(false);
    expect(again(`${filler(9000)}Northland met Southland.`)).toBe(false);
    expect(again(`${filler(9000)}Northland met Southland.`)).toBe(true);
  });

  it('agrees with the whole where its stretches stand apart', () => {
    const texts = [
      'Northland met Southland.',
      'Southland.',
      'free crossing',
      'Nothing.',
      'Northland.',
    ];
    for (let seed = 0; seed < 40; seed += 1) {
      const parts = Array.from({ length: 6 }, (_, at) => {
        const text = texts[(seed * 7 + at * at * 3) % texts.length] ?? '';
        return `${filler(400)}${text}${filler(400 + 900 * (seed % 3))}`;
      });
      const hear = listen(Number.POSITIVE_INFINITY);
      const said = parts.map((part) => hear(part));
      const whole = parts.map((_, at) => isAboutSubject(parts.slice(0, at + 1).join(''), [GATE]));
      expect(said).toEqual(whole);
    }
  });

  it('forgets what lies too far back', () => {
    const hear = listen(5000);
    hear('Northland met Southland.');
    hear(filler(6000));
    hear('Northland met Southland.');
    hear(filler(6000));
    expect(hear(`Northland met Southland.${filler(4000)}`)).toBe(false);
  });

  it('costs what is new, however much was heard before', () => {
    const hear = listen();
    const slices: number[] = [];
    hear(filler(150_000));
    const original = String.prototype.indexOf;
    String.prototype.indexOf = function (this: string, ...given: [string, number?]) {
      slices.push(this.length);
      return original.apply(this, given);
    };
    try {
      hear('A line.');
    } finally {
      String.prototype.indexOf = original;
    }
    expect(Math.max(...slices)).toBeLessThan(400);
  });
});
