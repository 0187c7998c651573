import { describe, expect, test } from 'vitest';
import { cardOf } from '../../../utils/pack/card.ts';
import { claimsWithFiguresOf } from '../../../utils/pack/figures-of.ts';
import { indexInputOf } from '../../../utils/pack/index-input-of.ts';
import type { Claim, Clause } from '../../../utils/pack/model.ts';
import { bundledPack } from '../../support/bundled-pack.ts';

const slice = (offset: number, end: number, file = 'a.txt') => ({ file, offset, end });
const clause = (id: string, source: ReturnType<typeof slice>): Clause =>
  ({ id, texts: { en: { text: 'x', rendering: 'original', source } } }) as unknown as Clause;
const claim = (id: string, ...sources: ReturnType<typeof slice>[]): Claim =>
  ({ id, figures: sources.map((source) => ({ source })) }) as unknown as Claim;

describe('a figure belongs to the clause in whose words it stands', () => {
  test('in part or whole; beside it, or in another file, it does not', () => {
    const clauses = [clause('whole', slice(10, 40)), clause('part', slice(60, 70))];
    const claims = [
      claim('inside', slice(20, 25)),
      claim('over-the-edge', slice(35, 45), slice(69, 80)),
      claim('beside', slice(40, 60)),
      claim('elsewhere', slice(20, 25, 'b.txt')),
      claim('seen-at-an-address'),
    ];
    expect([...claimsWithFiguresOf({ claims, clauses })]).toEqual([
      ['whole', ['inside', 'over-the-edge']],
      ['part', ['over-the-edge']],
    ]);
  });

  test('a claim is named once, however many of its figures stand there', () => {
    const made = claimsWithFiguresOf({
      claims: [claim('two', slice(12, 14), slice(20, 22))],
      clauses: [clause('one', slice(10, 40))],
    });
    expect(made.get('one')).toEqual(['two']);
  });
});

describe('in the bundled pack', () => {
  const pack = bundledPack();
  const { entries } = indexInputOf(pack);
  const card = (item: string, language: 'en' | 'ru' = 'en') =>
    cardOf((id) => entries.get(id) ?? null, item, language);

  test('the card of a clause with a figure shows all that is on record, and how it agrees', () => {
    const shown = card('press-putin-2025-trade-245-billion');
    expect(shown?.figures.map(({ value }) => value)).toEqual(
      card('claim-trade-volume')?.figures.map(({ value }) => value),
    );
    expect(shown?.figures.length).toBeGreaterThan(2);
    expect(shown?.status).toBe(card('claim-trade-volume')?.status);
    expect(card('press-putin-2025-trade-245-billion', 'ru')?.status).toMatch(/[а-я]{4}/u);
  });

  test('a dozen clauses have figures, every one from a claim that names the clause', () => {
    const found = [...claimsWithFiguresOf(pack)];
    expect(found.length).toBeGreaterThanOrEqual(12);
    for (const [id, claims] of found) {
      for (const each of claims) {
        const named = pack.claims.find((one) => one.id === each)?.clauses ?? [];
        expect(named, `${each} names ${id}`).toContain(id);
      }
    }
  });

  test('a clause without figures shows none', () => {
    expect(card('readout-putin-2025-mutual-equality')).toMatchObject({ figures: [], status: null });
  });
});
