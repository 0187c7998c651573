import { entriesWithId } from '../load.ts';
import { faultAt, faultIn, type Rule } from './rule.ts';

/** Wordings and translated texts belong to an item of the pack. */
export const unknownId: Rule = {
  name: 'unknown-id',
  needsWhole: true,
  check: ({ pack }) => {
    const known = new Set([pack.head.id, ...entriesWithId(pack).map(({ id }) => id)]);
    const remedy = 'Correct the id, or add the item first';
    const wordings = pack.wordings
      .filter(({ id }) => !known.has(id))
      .map((wording) => faultAt(pack, wording, ['id'], 'no item has this id', remedy));
    const texts = [...pack.texts].flatMap(([language, { items }]) =>
      Object.keys(items)
        .filter((id) => !known.has(id))
        .map((id) => ({
          ...faultIn(pack, `texts/${language}.yaml`, ['items', id], 'no item has this id', remedy),
          item: id,
        })),
    );
    return [...wordings, ...texts];
  },
};
