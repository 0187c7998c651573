import type { IndexAssertion, IndexQuantity } from './index-input.ts';
import type { Claim } from './model.ts';

const MULTIPLIERS: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

/** What a claim says, as data for a matcher: polarity, names, and its figures as far as they are numbers. */
export function assertionOf({ polarity, names, figures }: Claim): IndexAssertion {
  return { polarity, names, quantities: figures.flatMap((figure) => quantityOf(figure) ?? []) };
}

/** A figure with the multiplier of its unit applied; null for one in words ("nearly all", "7–10 May"). */
export function quantityOf(figure: Claim['figures'][number]): IndexQuantity | null {
  if (typeof figure.value !== 'number') return null;
  const [first = '', ...rest] = figure.unit.split(' ');
  const multiplier = MULTIPLIERS[first];
  return {
    value: figure.value * (multiplier ?? 1),
    unit: multiplier === undefined ? figure.unit : rest.join(' '),
    period: figure.period ?? null,
    qualifier: figure.qualifier ?? null,
  };
}
