import { quotationsIn } from './quotations-in.ts';
import { faultAt, type Rule } from './rule.ts';

/** Words of somebody else say where they can be read: a slice of a source, or an address, not both. */
export const quotationWithoutPlace: Rule = {
  name: 'quotation-without-place',
  needsWhole: false,
  check: ({ pack }) =>
    quotationsIn(pack).flatMap(({ entry, path, text, source, address }) => {
      const places = (source === null ? 0 : 1) + (address === undefined ? 0 : 1);
      if (places === 1) {
        if (text !== undefined || source === null) return [];
        const message = 'names a slice of a source without its words';
        return faultAt(pack, entry, path, message, 'Add text with the words of the slice');
      }
      const message =
        places === 0
          ? 'quotes words without a place to read them'
          : 'gives two places for one quotation';
      return faultAt(pack, entry, path, message, 'Give either source or address');
    }),
};
