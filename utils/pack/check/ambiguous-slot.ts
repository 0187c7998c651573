import type { Fault } from '../fault.ts';
import { faultAt, type Rule } from './rule.ts';

/** A key names one figure of its claim, so that a slot says which is meant. */
export const ambiguousSlot: Rule = {
  name: 'ambiguous-slot',
  needsWhole: false,
  check: ({ pack }) =>
    pack.claims.flatMap((claim) =>
      claim.figures.flatMap(({ key }, at): Fault[] => {
        if (key === undefined || claim.figures.findIndex((figure) => figure.key === key) === at)
          return [];
        const message = `two figures have the key "${key}"`;
        return [
          faultAt(
            pack,
            claim,
            ['figures', at, 'key'],
            message,
            'Give each figure a key of its own',
          ),
        ];
      }),
    ),
};
