import { expect, test } from 'vitest';
import { siblingsOf } from '../../../utils/pack/siblings-of.ts';
import { bundledPack } from '../../support/bundled-pack.ts';

const pack = bundledPack();

const formula = (...clauses: string[]) => ({
  id: 'phrase-open',
  label: 'Open',
  wordings: {},
  in_documents: [],
  clauses,
});

test('clauses of one link and of one formula are siblings of each other', () => {
  const links = [{ relation: 'other-side' as const, clauses: ['a', 'b'] }];
  expect([...siblingsOf({ links, formulae: [formula('b', 'c')] })]).toEqual([
    ['a', [{ clause: 'b', relation: 'other-side' }]],
    [
      'b',
      [
        { clause: 'a', relation: 'other-side' },
        { clause: 'c', relation: 'same-formula' },
      ],
    ],
    ['c', [{ clause: 'b', relation: 'same-formula' }]],
  ]);
});

test('a link says more than a shared formula, and none is named twice', () => {
  const links = [{ relation: 'same-position' as const, clauses: ['a', 'b'] }];
  expect(siblingsOf({ links, formulae: [formula('a', 'b')] }).get('a')).toEqual([
    { clause: 'b', relation: 'same-position' },
  ]);
});

test('in the bundled pack every sibling has the other as its own, with the same word', () => {
  const siblings = siblingsOf(pack);
  const clauses = new Set(pack.clauses.map(({ id }) => id));
  expect(siblings.size).toBeGreaterThan(80);
  for (const [clause, own] of siblings)
    for (const { clause: other, relation } of own) {
      expect(clauses, other).toContain(other);
      expect(siblings.get(other), `${clause} ${other}`).toContainEqual({ clause, relation });
    }
});
