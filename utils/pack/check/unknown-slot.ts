import type { Fault } from '../fault.ts';
import { isSlottable } from '../number-slots.ts';
import { keyHolders } from './foreign-slot.ts';
import { faultAt, type Rule } from './rule.ts';
import { slotsInWordings } from './slots-in.ts';

/** A number slot names a figure of its claim, and one that is a number: no date, no year, nothing in words. */
export const unknownSlot: Rule = {
  name: 'unknown-slot',
  needsWhole: true,
  check: ({ pack }) => {
    const holders = keyHolders(pack);
    return slotsInWordings(pack).flatMap(({ entry, path, slots, claim }) =>
      slots.flatMap(({ key }): Fault[] => {
        const fault = (message: string, remedy: string) => [
          faultAt(pack, entry, path, message, remedy),
        ];
        if (claim === null)
          return fault(
            `has the slot {${key}} and is no claim`,
            'Write the words; only claims have figures',
          );
        const figure = claim.figures.find((each) => each.key === key);
        if (figure !== undefined)
          return isSlottable(figure)
            ? []
            : fault(
                `leaves {${key}} open, whose figure is "${figure.value} ${figure.unit}"`,
                'Write it out: only a number that is no year can be left open',
              );
        if (holders.has(key)) return [];
        const keys = claim.figures.flatMap((each) => each.key ?? []).join(', ');
        return fault(
          `no figure of the claim has the key "${key}"`,
          keys === ''
            ? 'Give the figure a key, or write the number'
            : `Use one of ${keys}, or add the key to its figure`,
        );
      }),
    );
  },
};
