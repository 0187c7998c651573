import type { Fault } from '../fault.ts';
import { faultAt, type Rule } from './rule.ts';

/** A figure can be looked up, and what overtook a claim has its date. */
export const incompleteClaim: Rule = {
  name: 'incomplete-claim',
  needsWhole: false,
  check: ({ pack }) =>
    pack.claims.flatMap((claim): Fault[] => {
      const placeless = claim.figures.flatMap(({ value, unit, source, address }, at) => {
        if (source !== undefined || address !== undefined) return [];
        const message = `the figure ${value} ${unit} has no place where it can be read`;
        return faultAt(pack, claim, ['figures', at], message, 'Add source with text, or address');
      });
      const { value, overtaken_by } = claim.status;
      const isOvertaken = value === 'overtaken';
      if (isOvertaken === (overtaken_by !== undefined)) return placeless;
      const message = isOvertaken
        ? 'is overtaken and does not say when'
        : `says what overtook it, and its status is "${value}"`;
      const remedy = isOvertaken
        ? 'Add status.overtaken_by with date and address'
        : 'Set the status to overtaken, or take overtaken_by out';
      return [...placeless, faultAt(pack, claim, ['status'], message, remedy)];
    }),
};
