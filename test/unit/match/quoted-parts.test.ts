import { describe, expect, it } from 'vitest';
import { readPageText } from '../../../utils/match/page-text.ts';
import { partyNamesOf } from '../../../utils/match/parties.ts';
import { Quotations } from '../../../utils/match/quotations.ts';
import { covered, engineOf, indexOf, item, SUBJECT, tokenize } from '../../support/matching.ts';

const CLAUSE =
  'The bridge shall stay open to all travellers of both shores, and no toll shall burden pilgrims';
const CHINESE = '大桥向两岸所有旅客开放，不得向朝圣者征收任何通行费';

const bridge = item({
  id: 'bridge',
  wordings: [
    { language: 'en', text: CLAUSE, origin: 'original' },
    { language: 'zh', text: CHINESE, origin: 'translation' },
  ],
});
const engine = engineOf(bridge);

/** Degree and words of each match, of a text whose marked stretches are expected. */
function found(text: string): [string, string][] {
  return engine.match(text, 'balanced').map((match) => [match.degree, covered(text, match)]);
}

describe('4.9 what is quoted in parts is marked in parts', () => {
  it.each([
    [
      'words of its own',
      '“⟦stay open to all travellers⟧” was, she said, the promise of old, and “⟦no toll shall burden pilgrims⟧” too',
    ],
    [
      'who said it',
      '“⟦The bridge shall stay open to all travellers⟧”, the mayor said, “⟦and no toll shall burden pilgrims⟧”',
    ],
    [
      'words left out',
      '«⟦stay open to all travellers⟧» and «⟦no toll shall burden pilgrims⟧» he read',
    ],
    [
      'straight marks',
      'It will "⟦stay open to all travellers⟧" as ever, and "⟦no toll shall burden pilgrims⟧"',
    ],
    [
      'single marks',
      'It will ‘⟦stay open to all travellers⟧’ as the mayor’s men promised, and ‘⟦no toll shall burden pilgrims⟧’',
    ],
    [
      'straight single marks',
      "It will '⟦stay open to all travellers⟧' as the mayor's men promised, and '⟦no toll shall burden pilgrims⟧'",
    ],
    ['Chinese', '他说「⟦两岸所有旅客开放⟧」，又说「⟦不得向朝圣者征收⟧」。'],
  ])('4.9 by %s', (_, marked) => {
    const text = marked.replace(/[⟦⟧]/gu, '');
    const parts = [...marked.matchAll(/⟦(.*?)⟧/gu)].map(([, part]) => part);
    expect(found(text)).toEqual(parts.map((part) => ['partial', part]));
  });

  it('4.9 each part says what it leaves out', () => {
    const text =
      '“stay open to all travellers”, the mayor said, “and no toll shall burden pilgrims”';
    const [first, second] = engine.match(text, 'balanced');
    const kinds = (match: typeof first): string[] =>
      match?.evidence.alignment.map((step) => step.kind) ?? [];
    expect(kinds(first)).toEqual(['left-out', 'equal', 'left-out']);
    expect(kinds(second)).toEqual(['left-out', 'equal']);
  });

  it('4.9 what stands outside of the marks stays with its part', () => {
    const text =
      'It shall “stay open to all travellers”, he read, and “no toll shall” burden pilgrims';
    expect(found(text)).toEqual([
      ['partial', 'shall “stay open to all travellers”'],
      ['partial', '“no toll shall” burden pilgrims'],
    ]);
  });

  it.each([
    ['before', 'both shores say “⟦stay open to all travellers⟧” is a promise'],
    ['behind', 'He read “⟦stay open to all travellers⟧”, and pilgrims wept'],
    ['on both sides', 'Both shores: “⟦stay open to all travellers⟧”, cried the pilgrims'],
    ['in Chinese', '兩岸官員說「⟦向兩岸所有旅客開放⟧」。'],
  ])(
    '4.9 a word or two of the wording that stand apart %s are no part of the quotation',
    (_, marked) => {
      expect(found(marked.replace(/[⟦⟧]/gu, ''))).toEqual([
        ['partial', /⟦(.*)⟧/u.exec(marked)?.[1]],
      ]);
    },
  );

  it.each([
    ['go on with it', 'The bridge “shall stay open to all travellers” of both'],
    ['are three', 'The bridge, I think, shall “stay open to all travellers”'],
  ])('4.9 near miss: words outside of the marks that %s stay', (_, text) => {
    const all = found(text).map(([, words]) => words.replace(/[“”]/gu, ''));
    expect(all).toEqual([text.replace(/[“”]/gu, '')]);
  });

  it('4.9 near miss: nobody quotes a wording of ours, so its words outside of the marks stay', () => {
    const own = engineOf(
      item({ id: 'own', wordings: [{ language: 'en', text: CLAUSE, origin: 'ours' }] }),
    );
    const text = 'Both shores say “stay open to all travellers” is a promise';
    expect(own.match(text, 'balanced').map((match) => covered(text, match))).toEqual([
      'Both shores say “stay open to all travellers”',
    ]);
  });

  it.each([
    [
      'the wording between them',
      `“The bridge shall stay open to all” travellers of both “shores, and no toll shall burden pilgrims”`,
    ],
    [
      'a mark around a word or two',
      'to all “travellers” of both the “shores”, and no toll shall burden pilgrims',
    ],
    ['no marks', 'stay open to all travellers, the mayor said, and no toll shall burden pilgrims'],
    [
      'apostrophes',
      'The mayors’ bridge shall stay open to all travellers, ’tis said, of both shores’ folk, and no toll shall burden pilgrims’ feet',
    ],
    [
      'inches',
      'The 5" bridge shall stay open to all 9" travellers, he says, of both 3" shores, and no toll shall 2" burden pilgrims',
    ],
  ])('4.9 near miss: one match with %s', (_, text) => {
    expect(found(text)).toHaveLength(1);
  });
});

describe('quotations', () => {
  const names = partyNamesOf(SUBJECT, tokenize);
  const index = indexOf(bridge);

  function quotationsIn(text: string, from = 0, to = Number.POSITIVE_INFINITY): string[] {
    const page = readPageText(text, index, tokenize, names);
    const { start, end, count } = page.tokens;
    return new Quotations(page)
      .within(from, Math.min(to, count))
      .map((range) => text.slice(start[range.from], end[range.to - 1]));
  }

  it.each([
    ['a “b c” d «e» f', ['b c', 'e']],
    ['он сказал: „мост открыт“ и "пошлин нет"', ['мост открыт', 'пошлин нет']],
    ['他說「大橋開放」。', ['大橋開放']],
    ['a “b c', ['b c']],
    ['“”, “—” and ""', []],
    ['a 5" pipe and a "wide" one', ['wide']],
    ['a ‘b’s c’ d ‘e', ['b’s c']],
    ["it's 'b's c' d's 'e", ["b's c"]],
    ['“a ‘b’ c” ‘d “e” f’', ['a ‘b’ c', 'd “e” f']],
    ['the mayors’ bridge of the pilgrims’ order', []],
    ['‘all travellers’ rights’ now', ['all travellers']],
  ])('reads the marks of %s', (text, quoted) => {
    expect(quotationsIn(text)).toEqual(quoted);
  });

  it.each(['‘', "'", '“'])('reads a paragraph of any length that %s opens', (mark) => {
    const length = quotationsIn(`${mark}${'a '.repeat(500_000)}`).length;
    expect(length).toBe(mark === '“' ? 1 : 0);
  });

  it('gives what lies within the tokens that are asked for', () => {
    expect(quotationsIn('“a b c” d “e f” g “h”', 1, 6)).toEqual(['b c', 'e f']);
    expect(quotationsIn('“a b c” d “e f” g “h”', 3, 4)).toEqual([]);
  });

  it('begins anew with each paragraph', () => {
    expect(quotationsIn('a “b c\n\nd “e” f', 3)).toEqual(['e']);
  });
});
