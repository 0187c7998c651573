import type { Fault } from '../fault.ts';
import { faultAt, type Rule } from './rule.ts';

/** A link joins different clauses, each pair once, so that one relation holds in both directions. */
export const unsoundLink: Rule = {
  name: 'unsound-link',
  needsWhole: false,
  check: ({ pack }) => {
    const joined = new Set<string>();
    return pack.links.flatMap((link): Fault[] => {
      const { clauses, relation } = link;
      const fault = (at: number, message: string, remedy: string) =>
        faultAt(pack, link, ['clauses', at], message, remedy);
      const twice = clauses.flatMap((clause, at) =>
        clauses.indexOf(clause) === at
          ? []
          : fault(at, `links "${clause}" with itself`, 'Name each clause of a link once'),
      );
      const crowded =
        relation === 'other-side' && clauses.length !== 2
          ? [
              fault(
                2,
                'names more than two for "other-side"',
                'Join two clauses, or say same-position',
              ),
            ]
          : [];
      const again = [...new Set(clauses)].flatMap((a, at, distinct) =>
        distinct.slice(0, at).flatMap((b) => {
          const pair = [a, b].sort().join(' ');
          if (!joined.has(pair)) {
            joined.add(pair);
            return [];
          }
          const message = `links "${a}" and "${b}", which another link joins already`;
          return fault(at, message, 'Keep the relation that says more');
        }),
      );
      return [...twice, ...crowded, ...again];
    });
  },
};
