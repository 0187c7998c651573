import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CandidateFinder } from '../../../utils/match/candidates.ts';
import { CoarseSums, ENOUGH, MOST_LISTS } from '../../../utils/match/coarse-sums.ts';
import { headStartsOf } from '../../../utils/match/head-starts.ts';
import { readPageText } from '../../../utils/match/page-text.ts';
import { partyNamesOf } from '../../../utils/match/parties.ts';
import { RankedItems } from '../../../utils/match/ranked-items.ts';
import { indexOf, item, SUBJECT, tokenize } from '../../support/matching.ts';

const SEED = 20220204;

/** Words that no list has, so that each weighs something. */
const WORDS = Array.from(
  { length: 240 },
  (_, at) => `zx${'bcdfghklmnprst'[at % 14]}${'aeiouy'[Math.floor(at / 14) % 6]}q${'aeo'[at % 3]}`,
);

/** The same word at every run; those at the beginning of the list are drawn oftener. */
const wordAt = (one: number, two: number): string => {
  const mixed = Math.imul(one * 7919 + two * 104729 + 1, 2654435761) >>> 0;
  return WORDS[Math.floor((mixed / 2 ** 32) ** 2 * WORDS.length)] ?? '';
};

const index = indexOf(
  ...Array.from({ length: 400 }, (_, own) =>
    item({
      id: `item-${own}`,
      wordings: [0, 1].map((which) => ({
        language: 'en' as const,
        text: Array.from({ length: 4 + (own % 9) }, (_, at) => wordAt(2 * own + which, at)).join(
          ' ',
        ),
        origin: 'ours' as const,
      })),
    }),
  ),
);
const { sections } = index;
const names = partyNamesOf(SUBJECT, tokenize);
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 160 })
  .map((words) => words.join(' '));

const drawnLists = fc.array(
  fc.record({
    members: fc.uniqueArray(fc.nat(199), { maxLength: 80 }),
    weight: fc.oneof(
      fc.constant(Math.fround(0.0101)),
      fc.float({ min: Math.fround(0.01), max: 10, noNaN: true }),
    ),
  }),
  { minLength: 1, maxLength: MOST_LISTS },
);

/** Lists as a search takes them, and the exact sum of each of 200 members. */
function laidOut(drawn: readonly { members: readonly number[]; weight: number }[]) {
  const start = new Uint32Array(drawn.length + 1);
  drawn.forEach(({ members }, at) => {
    start[at + 1] = (start[at] ?? 0) + members.length;
  });
  const list = Uint32Array.from(drawn.flatMap(({ members }) => [...members].sort((a, b) => a - b)));
  const rows = Uint32Array.from(drawn.keys());
  const weights = Float32Array.from(drawn, ({ weight }) => weight);
  const sums = new Float32Array(200);
  drawn.forEach(({ members }, at) => {
    for (const member of members) sums[member] = (sums[member] ?? 0) + (weights[at] ?? 0);
  });
  return { start, list, rows, weights, sums };
}

describe('2.13 sums that are rounded up to bytes leave nothing out', () => {
  it('2.13 every member is found whose weights sum to the least, and none is given less than its sum', () => {
    fc.assert(
      fc.property(drawnLists, fc.double({ min: 0.5, max: 40, noNaN: true }), (drawn, least) => {
        const { start, list, rows, weights, sums } = laidOut(drawn);
        const coarse = new CoarseSums(start, list, 200);
        // A second search must not meet what the first has left.
        for (let round = 0; round < 2; round++) {
          coarse.find(rows, weights, rows.length, least);
          const found = [...coarse.member.subarray(0, coarse.count)];
          expect(new Set(found).size).toBe(found.length);
          for (let member = 0; member < 200; member++) {
            const sum = sums[member] ?? 0;
            if (sum >= least) expect(found).toContain(member);
            if (found.includes(member)) expect(coarse.mostOf(member)).toBeGreaterThanOrEqual(sum);
          }
          coarse.sort();
          const sorted = [...coarse.member.subarray(0, coarse.count)];
          expect([...sorted].sort((a, b) => a - b)).toEqual(found.sort((a, b) => a - b));
          const most = sorted.map((member) => coarse.mostOf(member));
          expect(most).toEqual([...most].sort((a, b) => b - a));
        }
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('2.13 every member is found that has what it needs itself, where each needs something else', () => {
    const need = fc.oneof(fc.constant(0.01), fc.double({ min: 0.1, max: 40, noNaN: true }));
    const needs = fc.array(need, { minLength: 200, maxLength: 200 });
    const usual = fc.constantFrom(1, 6, 13);
    let found = 0;
    let all = 0;
    fc.assert(
      fc.property(drawnLists, needs, usual, (drawn, needed, least) => {
        const { start, list, rows, weights, sums } = laidOut(drawn);
        const heads = headStartsOf(200, (member) => needed[member] ?? 0, least, ENOUGH);
        const coarse = new CoarseSums(start, list, 200, heads);
        for (let round = 0; round < 2; round++) {
          coarse.find(rows, weights, rows.length, least);
          const members = coarse.member.subarray(0, coarse.count);
          expect(new Set(members).size).toBe(members.length);
          sums.forEach((sum, member) => {
            if (sum >= (needed[member] ?? 0)) expect(members).toContain(member);
            if (members.includes(member)) expect(coarse.mostOf(member)).toBeGreaterThanOrEqual(sum);
          });
          found += members.length;
          all += 200;
        }
      }),
      { seed: SEED, numRuns: 200 },
    );
    expect(found).toBeGreaterThan(all / 20);
    expect(found).toBeLessThan(all / 2);
  });

  it('2.13 finds the candidates of a large pack as those of a small one', () => {
    const plain = new CandidateFinder(sections);
    const coarse = new CandidateFinder(sections, 0);
    let found = 0;
    fc.assert(
      fc.property(sentence, (text) => {
        const { terms, tokens } = readPageText(text, index, tokenize, names);
        const expected = plain.find(terms, 0, tokens.count, 24);
        const brief = (list: typeof expected) =>
          list.map(({ wording, shared }) => ({ wording, shared }));
        expect(brief(coarse.find(terms, 0, tokens.count, 24))).toEqual(brief(expected));
        found += expected.length;
      }),
      { seed: SEED, numRuns: 200 },
    );
    expect(found).toBeGreaterThan(200);
  });

  it('2.13 ranks the items of a large pack as those of a small one', () => {
    const plain = new RankedItems(sections);
    const coarse = new RankedItems(sections, 0);
    let found = 0;
    fc.assert(
      fc.property(sentence, fc.constantFrom(1, 6, 20), (text, least) => {
        const { terms } = readPageText(text, index, tokenize, names);
        const rows = Uint32Array.from(new Set(terms.row));
        const weights = Float32Array.from(rows, (row) => sections.lexiconWeight[row] ?? 0);
        plain.find(rows, weights, rows.length, least);
        coarse.find(rows, weights, rows.length, least);
        expect(coarse.count).toBe(plain.count);
        expect(coarse.item.subarray(0, plain.count)).toEqual(plain.item.subarray(0, plain.count));
        expect(coarse.shared.subarray(0, plain.count)).toEqual(
          plain.shared.subarray(0, plain.count),
        );
        found += plain.count;
      }),
      { seed: SEED, numRuns: 200 },
    );
    expect(found).toBeGreaterThan(200);
  });
});
