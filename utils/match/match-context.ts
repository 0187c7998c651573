import type { NamedParties } from './parties.ts';
import type { Company } from './rivals.ts';

/** What stands around a possible match. */
export interface MatchContext {
  /** The parties named in its sentence and in its paragraph. */
  readonly sentence: NamedParties;
  readonly paragraph: NamedParties;
  /** How many other places of the paragraph speak for the same topic. */
  readonly support: number;
  /** What lies over it. */
  readonly company: Company;
}

export const NOBODY: NamedParties = { own: 0, others: 0 };
export const ALONE: Company = {
  rivalWording: 0,
  rivalCue: 0,
  hasAllyWording: false,
  hasAllyCue: false,
};
