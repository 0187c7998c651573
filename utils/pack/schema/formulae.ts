import * as v from 'valibot';
import { LIMITS } from '../limits.ts';
import { address, id, slice, text, textsByLanguage, voice } from './primitives.ts';

const evidence = v.strictObject({
  text: v.exactOptional(text(LIMITS.quotation)),
  source: v.exactOptional(slice),
  address: v.exactOptional(address),
});

const occurrence = v.strictObject({
  document: id,
  status: v.picklist(['present', 'absent', 'changed', 'unknown']),
  wording: v.exactOptional(text(LIMITS.quotation)),
  evidence: v.exactOptional(v.array(evidence)),
  note: v.exactOptional(text(LIMITS.note)),
});

const formula = v.strictObject({
  id,
  label: text(LIMITS.title),
  /** The forms to look for; some are ours and none is a quotation. */
  wordings: textsByLanguage(LIMITS.title),
  note: v.exactOptional(text(LIMITS.note)),
  in_documents: v.array(occurrence),
  clauses: v.exactOptional(v.array(id)),
  framings: v.exactOptional(v.array(id)),
});

/** `formulae.yaml`: short formulae and the documents in which they were seen or not seen. */
export const formulaeFile = v.strictObject({ formulae: v.array(formula) });

const difference = v.strictObject({
  id,
  label: text(LIMITS.title),
  kind: v.picklist([
    'figures-of-different-years',
    'figures-of-different-things',
    'different-things',
    'naming',
    'assessment',
    'wording',
    'translation',
  ]),
  a: voice,
  b: voice,
  note: text(LIMITS.note),
  resolution: v.exactOptional(text(LIMITS.note)),
  addresses: v.exactOptional(v.array(address)),
  items: v.pipe(v.array(id), v.minLength(1)),
});

/** `differences.yaml`: pairs of statements in the sources that differ. No side is taken. */
export const differencesFile = v.strictObject({ differences: v.array(difference) });
