import * as v from 'valibot';
import { LIMITS } from '../limits.ts';
import { address, id, quotation, slice, text } from './primitives.ts';

const figure = v.strictObject({
  value: v.union([v.number(), text(LIMITS.title)]),
  unit: text(LIMITS.title),
  /** Which time the figure concerns. Checked by the `figure-without-period` rule. */
  period: v.exactOptional(text(LIMITS.title)),
  said_by: text(LIMITS.attribution),
  qualifier: v.exactOptional(text(LIMITS.title)),
  text: v.exactOptional(text(LIMITS.quotation)),
  source: v.exactOptional(slice),
  address: v.exactOptional(address),
});

const claim = v.strictObject({
  id,
  subject: id,
  statement: text(LIMITS.statement),
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
    addresses: v.exactOptional(v.array(address)),
  }),
  documents: v.exactOptional(v.array(id)),
  clauses: v.exactOptional(v.array(id)),
});

/** `claims/<set>.yaml`: a set of claims about one matter. */
export const claimsFile = v.strictObject({ claims: v.array(claim) });
