import { faultAt, type Rule } from './rule.ts';

const NEGATION = /\b(?:no|not|never|neither|nor|nobody|nothing|none|cannot|without)\b|n[’']t\b/iu;

/**
 * A claim that denies says so in its statement, and one that affirms holds no negation: a matcher compares
 * the polarity with that of a passage, so the two must not contradict each other.
 */
export const unclearPolarity: Rule = {
  name: 'unclear-polarity',
  needsWhole: false,
  check: ({ pack }) =>
    pack.claims.flatMap((claim) => {
      const word = NEGATION.exec(claim.statement)?.[0];
      if ((word !== undefined) === (claim.polarity === 'denies')) return [];
      return word === undefined
        ? faultAt(
            pack,
            claim,
            ['polarity'],
            'denies something, and its statement has no negation',
            'Set polarity to affirms, or word the statement as a denial',
          )
        : faultAt(
            pack,
            claim,
            ['polarity'],
            `affirms something, and its statement says "${word}"`,
            'Set polarity to denies, or word the statement without a negation',
          );
    }),
};
