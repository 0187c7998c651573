import type { Link, Pack } from './model.ts';

/** A clause that belongs to another, and how. */
export interface Sibling {
  readonly clause: string;
  readonly relation: Link['relation'];
}

/**
 * The siblings of every clause: those that `links.yaml` names with it, then those that carry a formula
 * with it. The relation is symmetric: where A has B, B has A, with the same word. A link says more than
 * a shared formula and goes before it; no clause is its own sibling or stands twice.
 */
export function siblingsOf(pack: Pick<Pack, 'links' | 'formulae'>): Map<string, Sibling[]> {
  const siblings = new Map<string, Sibling[]>();
  const join = (a: string, b: string, relation: Sibling['relation']): void => {
    const own = siblings.get(a) ?? [];
    if (own.some(({ clause }) => clause === b)) return;
    siblings.set(a, [...own, { clause: b, relation }]);
  };
  const joinAll = (clauses: readonly string[], relation: Sibling['relation']): void => {
    for (const a of clauses) for (const b of clauses) if (a !== b) join(a, b, relation);
  };
  for (const { relation, clauses } of pack.links) joinAll(clauses, relation);
  for (const { clauses = [] } of pack.formulae) joinAll(clauses, 'same-formula');
  return siblings;
}
