import { entriesWithId } from '../load.ts';
import { faultIn, type Rule } from './rule.ts';

/** An id that an edition has published is still there, or a redirect says what stands for it. */
export const vanishedId: Rule = {
  name: 'vanished-id',
  needsWhole: true,
  check: ({ pack }) => {
    const known = new Set([...entriesWithId(pack).map(({ id }) => id), ...pack.redirects.keys()]);
    return pack.publishedIds.flatMap((id, at) => {
      if (known.has(id)) return [];
      const message = 'the id was published and has vanished';
      const remedy = 'Bring the item back, or add the id to redirects.yaml';
      return { ...faultIn(pack, 'ids.yaml', ['ids', at], message, remedy), item: id };
    });
  },
};
