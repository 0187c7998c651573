import type { Pack } from '../model.ts';
import { faultAt, type Rule } from './rule.ts';
import { slotsInWordings } from './slots-in.ts';

/** A number slot names a figure of its own claim, not one that another claim has. */
export const foreignSlot: Rule = {
  name: 'foreign-slot',
  needsWhole: false,
  check: ({ pack }) => {
    const holders = keyHolders(pack);
    return slotsInWordings(pack).flatMap(({ entry, path, slots, claim }) =>
      slots
        .filter(({ key }) => claim?.figures.every((figure) => figure.key !== key))
        .flatMap(({ key }) => {
          const holder = holders.get(key);
          if (holder === undefined) return [];
          const message = `the slot {${key}} names a figure of "${holder}"`;
          return faultAt(
            pack,
            entry,
            path,
            message,
            'Name a figure of the same claim, or move the wording',
          );
        }),
    );
  },
};

/** Key of a figure → the first claim that has it. */
export function keyHolders(pack: Pack): ReadonlyMap<string, string> {
  const holders = new Map<string, string>();
  for (const { id, figures } of pack.claims)
    for (const { key } of figures) if (key !== undefined && !holders.has(key)) holders.set(key, id);
  return holders;
}
