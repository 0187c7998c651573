import * as v from 'valibot';
import { LIMITS } from '../limits.ts';
import { address, byLanguage, id, language, quotation, slice, text } from './primitives.ts';

/** One text of a clause, as somebody printed it. */
const clauseText = v.strictObject({
  text: text(LIMITS.quotation),
  /** Key of `renderings` in pack.yaml: original, translation or report, and by whom. */
  rendering: id,
  source: v.exactOptional(slice),
  address: v.exactOptional(address),
});

/** The same passage quoted by somebody else. */
const alsoQuoted = v.strictObject({
  ...quotation.entries,
  /** Id of the source that quotes it. */
  by: id,
  /** How its words lie to the clause's. */
  how: text(LIMITS.note),
});

/** Another rendering that is known by its address, without its words. */
const elsewhere = v.strictObject({ language, address, note: text(LIMITS.note) });

const clause = v.strictObject({
  id,
  title: v.exactOptional(text(LIMITS.title)),
  gist: v.exactOptional(text(LIMITS.gist)),
  section: v.exactOptional(text(LIMITS.title)),
  subject: id,
  speaker: text(LIMITS.attribution),
  texts: byLanguage(clauseText),
  /** Our own translation for readers of a language in which no text is known; never a quotation. */
  rendering_ours: v.exactOptional(v.strictObject({ ru: text(LIMITS.quotation) })),
  /** How the texts of one clause lie to each other. */
  alignment: v.picklist([
    'aligned',
    'english-abridged',
    'english-only',
    'chinese-only',
    'russian-only',
  ]),
  also_quoted: v.exactOptional(v.array(alsoQuoted)),
  elsewhere: v.exactOptional(v.array(elsewhere)),
  note: v.exactOptional(text(LIMITS.note)),
});

/** `clauses/<document>.yaml`: the clauses of one document. */
export const clausesFile = v.strictObject({ document: id, clauses: v.array(clause) });
