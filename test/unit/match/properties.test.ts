import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPackFolder } from '../../../scripts/packs/build-pack.ts';
import { packFolder } from '../../../scripts/packs/folders.ts';
import { createEngine } from '../../../utils/match/engine.ts';
import { gateOf, passesGate } from '../../../utils/match/gate.ts';
import type { Match, Sensitivity, Span } from '../../../utils/match/types.ts';
import { openIndex } from '../../../utils/pack/index-format.ts';
import { compile, iou, tokenize } from '../../support/matching.ts';
import { FOLDINGS } from './foldings.ts';
import { foldPlainly, searchPlainly } from './naive-search.ts';

/** The same cases in every run; change it to look further. */
const SEED = 20220204;

const input = readPackFolder(packFolder('china-russia'));
const engine = createEngine(openIndex(compile(input).buffer));

/** Texts that may be quoted, as they stand in the pack. */
const QUOTABLE = input.items.flatMap((item) =>
  item.kind === 'clause'
    ? item.wordings
        .filter((wording) => wording.origin !== 'ours')
        .map(({ text }) => ({ item: item.id, text }))
    : [],
);
const CUES = input.items.flatMap((item) =>
  item.cues.map(({ pattern }) => pattern.replace(/[[\](){}=|…]/g, ' ')),
);
const FILLERS = [
  'China and Russia sent their ministers to the lake on Tuesday, where it rained.',
  'The spokesman for the ferry company did not answer the telephone.',
  '周二，中国和俄罗斯的代表在湖边吃了午饭。',
  'Во вторник представители Китая и России обедали у озера.',
  'She paid 12 crowns for the soup (and 3 for bread).',
];

const quotable = fc.constantFrom(...QUOTABLE);
const filler = fc.constantFrom(...FILLERS);
const folding = fc.constantFrom(...Object.entries(FOLDINGS));
const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units));
const fragment = fc.oneof(
  anyUnits,
  fc.string({ unit: 'binary', maxLength: 40 }),
  filler,
  quotable.map(({ text }) => text),
  quotable.chain(({ text }) =>
    fc
      .tuple(fc.nat(text.length), fc.nat(text.length))
      .map(([a, b]) => text.slice(Math.min(a, b), Math.max(a, b))),
  ),
  fc.constantFrom(...CUES),
);
const anyText = fc
  .array(fc.tuple(fragment, fc.constantFrom(' ', '. ', '\n', '\n\n', '\u200b', '“', '…')), {
    maxLength: 8,
  })
  .map((parts) => parts.flat().join(''));

function check<T>(
  arbitrary: fc.Arbitrary<T>,
  numRuns: number,
  predicate: (value: T) => void,
): void {
  fc.assert(fc.property(arbitrary, predicate), { seed: SEED, numRuns });
}

/** The stretch from the first word of a text to its last, moved by `by`. */
function wordsSpan(text: string, by: number): Span {
  const tokens = tokenize(text);
  return { start: by + (tokens.start[0] ?? 0), end: by + (tokens.end[tokens.count - 1] ?? 0) };
}

describe('the tokenizer, for any text', () => {
  it('1.2 gives ascending, separate stretches inside the text', () => {
    check(anyText, 300, (text) => {
      const tokens = tokenize(text);
      let last = 0;
      for (let at = 0; at < tokens.count; at++) {
        expect(tokens.start[at]).toBeGreaterThanOrEqual(last);
        expect(tokens.end[at]).toBeGreaterThan(tokens.start[at] ?? 0);
        last = tokens.end[at] ?? 0;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    });
  });

  it('1.1 covers every letter and digit, and begins each word with one', () => {
    const isWord = /(?![\p{Default_Ignorable_Code_Point}\u02bc])[\p{L}\p{Nd}]/u;
    check(anyText, 300, (text) => {
      const tokens = tokenize(text);
      let at = 0;
      for (let index = 0; index < text.length; index++) {
        while (at < tokens.count && (tokens.end[at] ?? 0) <= index) at++;
        const isInside = at < tokens.count && (tokens.start[at] ?? 0) <= index;
        if (isWord.test(text.charAt(index))) expect(isInside, `${index} of ${text}`).toBe(true);
      }
      for (const start of tokens.start)
        expect(text.charAt(start)).toMatch(/[\p{L}\p{Nd}\p{Script=Han}]/u);
    });
  });
});

describe('the engine, for any text', () => {
  it('2.9 answers without an exception, with spans inside the text, in order', () => {
    const levels: Sensitivity[] = ['quotations', 'balanced', 'broad'];
    check(fc.tuple(anyText, fc.constantFrom(...levels)), 250, ([text, level]) => {
      let last = 0;
      for (const match of engine.match(text, level)) {
        expect(match.start).toBeGreaterThanOrEqual(last);
        expect(match.end).toBeGreaterThan(match.start);
        expect(match.end).toBeLessThanOrEqual(text.length);
        expect(match.score).toBeGreaterThan(0);
        expect(match.score).toBeLessThanOrEqual(1);
        last = match.start;
        const parts = [
          ...match.evidence.words,
          ...match.evidence.alignment.flatMap(({ page }) => page ?? []),
        ];
        for (const part of parts) {
          expect(part.start).toBeGreaterThanOrEqual(match.start);
          expect(part.end).toBeLessThanOrEqual(match.end);
          expect(part.end).toBeGreaterThan(part.start);
        }
      }
    });
  });

  it('2.9 finds the same in a text as in its paragraphs one by one', () => {
    const paragraphs = fc.array(
      anyText.map((text) => text.replace(/[\n\u2029]/g, ' ')),
      {
        minLength: 2,
        maxLength: 4,
      },
    );
    check(paragraphs, 120, (parts) => {
      let shift = 0;
      const apart = parts.flatMap((part) => {
        const found = engine.match(part, 'broad').map((match) => shiftBy(match, shift));
        shift += part.length + 2;
        return found;
      });
      const whole = engine.match(parts.join('\n\n'), 'broad').map((match) => shiftBy(match, 0));
      expect(whole).toEqual(apart);
    });
  });

  it('2.9 finds the same when asked again', () => {
    check(anyText, 60, (text) => {
      expect(engine.match(text, 'balanced')).toEqual(engine.match(text, 'balanced'));
    });
  });
});

function shiftBy({ item, degree, score, start, end }: Match, by: number) {
  return { item, degree, score, start: start + by, end: end + by };
}

describe('a clause of the pack, planted in a text', () => {
  const planted = fc.tuple(
    quotable,
    fc.array(folding, { maxLength: 2 }),
    fc.array(filler, { minLength: 1, maxLength: 4 }),
    fc.nat(4),
    fc.constantFrom(
      ['', ''],
      ['He read: “', '”, and left.'],
      ['(', ')'],
      ['Yesterday. ', ' Nobody clapped'],
    ),
  );

  it('4.1 is found wherever it stands and however it is written', () => {
    const gate = gateOf('china-russia', input.subject);
    check(planted, 250, ([{ item, text }, foldings, fillers, place, [before = '', after = '']]) => {
      const written = foldings.reduce((form, [, fold]) => fold(form), text);
      const paragraphs = [...fillers];
      paragraphs.splice(place % (fillers.length + 1), 0, `${before}${written}${after}`);
      const page = paragraphs.join('\n\n');
      fc.pre(passesGate(page, [gate]));
      const start = page.indexOf(`${before}${written}`) + before.length;
      const span = wordsSpan(written, start);
      const best = Math.max(
        0,
        ...engine
          .match(page, 'balanced')
          .filter((match) => match.item === item)
          .map((match) => iou(wordsSpan(page.slice(match.start, match.end), match.start), span)),
      );
      expect(best, `${item} in ${JSON.stringify(page)}`).toBeGreaterThanOrEqual(0.98);
    });
  });

  it('4.1 is found wherever plain search finds it, whatever stands around it', () => {
    const wanted = QUOTABLE.map(({ item, text }) => ({ item, folded: foldPlainly(text) }));
    let seen = 0;
    check(anyText, 120, (text) => {
      const folded = foldPlainly(text);
      const matches = engine.match(text, 'broad');
      for (const { item, folded: clause } of wanted) {
        for (const span of searchPlainly(folded, clause)) {
          // Not across paragraphs: the engine reads each for itself.
          if (text.slice(span.start, span.end).includes('\n\n')) continue;
          seen++;
          const isFound = matches.some(
            (match) =>
              match.item === item &&
              (iou(wordsSpan(text.slice(match.start, match.end), match.start), span) >= 0.98 ||
                (match.start <= span.start && match.end >= span.end)),
          );
          expect(isFound, `${item} in ${JSON.stringify(text)}`).toBe(true);
        }
      }
    });
    expect(seen).toBeGreaterThan(50);
  });
});
