import { faultAt, type Rule } from './rule.ts';

/** A figure says which time it concerns, so that two years are never shown as a contradiction. */
export const figureWithoutPeriod: Rule = {
  name: 'figure-without-period',
  needsWhole: false,
  check: ({ pack }) =>
    pack.claims.flatMap((claim) =>
      claim.figures.flatMap((figure, at) => {
        if (figure.period !== undefined) return [];
        const message = `the figure ${figure.value} ${figure.unit} has no period`;
        const remedy = 'Add period, with words such as "not stated" where the source is silent';
        return faultAt(pack, claim, ['figures', at], message, remedy);
      }),
    ),
};
