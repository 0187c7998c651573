import * as v from 'valibot';
import { DAY_UNKNOWN } from '../day-unknown.ts';
import { LIMITS } from '../limits.ts';
import { address, id, isoDate, quotation, slice, text } from './primitives.ts';

const figure = v.strictObject({
  /** By which the slots of the claim's wordings name it: `{in-2024}`. */
  key: v.exactOptional(id),
  value: v.union([v.pipe(v.number(), v.finite('a figure has an end')), text(LIMITS.title)]),
  unit: text(LIMITS.title),
  /** Which time the figure concerns. Checked by the `figure-without-period` rule. */
  period: v.exactOptional(text(LIMITS.title)),
  said_by: text(LIMITS.attribution),
  /** The day on which it was said, where the figure stands at an address; the day of a slice is its source's. */
  said_on: v.exactOptional(v.union([isoDate, v.literal(DAY_UNKNOWN)])),
  qualifier: v.exactOptional(text(LIMITS.title)),
  text: v.exactOptional(text(LIMITS.quotation)),
  source: v.exactOptional(slice),
  address: v.exactOptional(address),
});

const forms = v.pipe(v.array(text(LIMITS.title)), v.minLength(1));

/** One thing that a passage names where it makes the claim, under any of these forms. */
const name = v.strictObject({ en: forms, zh: forms, ru: forms });

const claim = v.strictObject({
  id,
  subject: id,
  statement: text(LIMITS.statement),
  /** Whether the statement says that something is so, or that it is not. */
  polarity: v.picklist(['affirms', 'denies']),
  /** What a passage names where it makes the claim, besides the parties of the subject; often nothing. */
  names: v.array(name),
  said_by: text(LIMITS.attribution),
  figures: v.array(figure),
  evidence: v.pipe(v.array(quotation), v.minLength(1)),
  status: v.strictObject({
    value: v.picklist([
      'single-source',
      'agrees',
      'sources-differ',
      'partly-checked',
      'clarified',
      'overtaken',
      'disputed',
      'reading',
    ]),
    note: text(LIMITS.note),
    /** When an overtaken claim was overtaken, and where that can be read; `note` says by what. */
    overtaken_by: v.exactOptional(v.strictObject({ date: isoDate, address })),
    addresses: v.exactOptional(v.array(address)),
  }),
  documents: v.exactOptional(v.array(id)),
  clauses: v.exactOptional(v.array(id)),
});

/** `claims/<set>.yaml`: a set of claims about one matter. */
export const claimsFile = v.strictObject({ claims: v.array(claim) });
