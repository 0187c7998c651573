import { faultAt, type Rule } from './rule.ts';
import { slotsInWordings } from './slots-in.ts';

/** Braces in a wording hold the key of a figure and nothing else: `{in-2024}`. */
export const malformedSlot: Rule = {
  name: 'malformed-slot',
  needsWhole: false,
  check: ({ pack }) =>
    slotsInWordings(pack).flatMap(({ entry, path, malformed }) =>
      malformed.map((written) =>
        faultAt(
          pack,
          entry,
          path,
          `"${written}" is no number slot`,
          'Write the key of a figure between braces, as in {in-2024}, or take the braces out',
        ),
      ),
    ),
};
