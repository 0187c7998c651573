import { DAY_UNKNOWN } from '../day-unknown.ts';
import type { Fault } from '../fault.ts';
import { faultAt, type Rule } from './rule.ts';

/** A figure can be looked up and has a day or says that it is unknown; what overtook a claim has its date. */
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
      const dayless = claim.figures.flatMap(({ value, unit, address, said_on }, at) => {
        if ((address === undefined) === (said_on === undefined)) return [];
        const message =
          address === undefined
            ? `the figure ${value} ${unit} has a day of its own beside a source that has one`
            : `the figure ${value} ${unit} stands at an address and does not say on which day`;
        const remedy =
          address === undefined
            ? 'Take said_on out'
            : `Add said_on with the day of the page, or "${DAY_UNKNOWN}" where it shows none`;
        return faultAt(pack, claim, ['figures', at], message, remedy);
      });
      const { value, overtaken_by } = claim.status;
      const isOvertaken = value === 'overtaken';
      const figures = [...placeless, ...dayless];
      if (isOvertaken === (overtaken_by !== undefined)) return figures;
      const message = isOvertaken
        ? 'is overtaken and does not say when'
        : `says what overtook it, and its status is "${value}"`;
      const remedy = isOvertaken
        ? 'Add status.overtaken_by with date and address'
        : 'Set the status to overtaken, or take overtaken_by out';
      return [...figures, faultAt(pack, claim, ['status'], message, remedy)];
    }),
};
