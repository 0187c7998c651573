import * as v from 'valibot';
import { LIMITS } from '../limits.ts';
import { address, byLanguage, id, isoDate, notes, quotation, slice, text } from './primitives.ts';

/** A fact with how sure it is. */
const fact = v.strictObject({
  value: v.nullable(text(LIMITS.quotation)),
  certainty: v.picklist(['seen', 'from-address', 'seen-elsewhere', 'inferred', 'unknown']),
  note: v.exactOptional(text(LIMITS.note)),
});

/** An address with how sure it is. It becomes a link, so it is held to what any address is held to. */
const addressFact = v.strictObject({ ...fact.entries, value: v.nullable(address) });

const source = v.strictObject({
  id,
  file: text(LIMITS.title),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'a SHA-256 sum has 64 hexadecimal digits')),
  characters: v.pipe(v.number(), v.integer(), v.minValue(1)),
  language: text(LIMITS.title),
  kind: text(LIMITS.title),
  title: fact,
  publisher: fact,
  author: fact,
  date: fact,
  address: addressFact,
  event: v.exactOptional(text(LIMITS.note)),
  perspective: v.exactOptional(text(LIMITS.note)),
  contributes: v.exactOptional(text(LIMITS.note)),
  text_notes: v.exactOptional(notes),
});

/** `sources.yaml`: the texts from which the pack quotes. */
export const sourcesFile = v.strictObject({ sources: v.array(source) });

const title = v.strictObject({
  text: text(LIMITS.documentTitle),
  source: v.exactOptional(slice),
  address: v.exactOptional(address),
});

const place = v.strictObject({
  address,
  language: text(LIMITS.title),
  what: text(LIMITS.note),
});

const document = v.strictObject({
  id,
  kind: text(LIMITS.title),
  date: isoDate,
  place: v.exactOptional(text(LIMITS.title)),
  issuers: v.pipe(v.array(text(LIMITS.attribution)), v.minLength(1)),
  /** A short name of ours, for documents whose title is not known or is long. */
  name: text(LIMITS.title),
  title: byLanguage(title),
  /** The address to which a card links: the most official one known. */
  read_at: v.exactOptional(address),
  addresses: v.array(place),
  /** Which of its words the pack holds, by language. */
  texts_held: byLanguage(text(LIMITS.note)),
  mentioned_in: v.exactOptional(v.array(quotation)),
  notes: v.exactOptional(notes),
});

/** Another text that the documents name and of which the pack holds nothing. */
const instrument = v.strictObject({
  id,
  name: text(LIMITS.documentTitle),
  mentioned_in: v.exactOptional(v.array(quotation)),
});

/** `documents.yaml`: the documents whose clauses and formulae the pack knows. */
export const documentsFile = v.strictObject({
  documents: v.array(document),
  instruments: v.exactOptional(v.array(instrument)),
});
