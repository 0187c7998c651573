import * as v from 'valibot';
import { LIMITS } from '../limits.ts';

/** A text of at least one and at most `limit` UTF-16 code units. */
export const text = (limit: number) =>
  v.pipe(v.string(), v.minLength(1, 'the text is empty'), v.maxLength(limit));

/** An id: lower-case words joined by hyphens. Ids are permanent. */
export const id = v.pipe(
  text(LIMITS.id),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens'),
);

export const isoDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is written as YYYY-MM-DD, in quotation marks'),
);

export const address = v.pipe(
  text(LIMITS.address),
  v.regex(/^https?:\/\/[^\s"<>]+$/, 'an address begins with http:// or https:// and has no spaces'),
);

/** Languages of indexed texts. `zh` is written in simplified characters. */
export const language = v.picklist(['en', 'zh', 'ru']);

/** Languages of the interface texts that stand beside the English ones. */
export const interfaceLanguage = v.picklist(['zh-Hans', 'zh-Hant', 'ru']);

/** A value for one or more languages. */
export const byLanguage = <T extends v.GenericSchema>(schema: T) =>
  v.strictObject({
    en: v.exactOptional(schema),
    zh: v.exactOptional(schema),
    ru: v.exactOptional(schema),
  });

/** Some list of texts for one or more languages. */
export const textsByLanguage = (limit: number) => byLanguage(v.array(text(limit)));

const offset = v.pipe(
  v.number(),
  v.integer('an offset is a whole number'),
  v.minValue(0, 'an offset is 0 or more'),
);

/** A piece of a source file: offsets in UTF-16 code units from its start, `end` exclusive. */
export const slice = v.strictObject({ file: text(LIMITS.title), offset, end: offset });

/** Words of somebody else: a slice of a source, or words with the address where they can be read. */
export const quotation = v.strictObject({
  text: text(LIMITS.quotation),
  language: v.exactOptional(language),
  source: v.exactOptional(slice),
  address: v.exactOptional(address),
});

/** A quotation with the one who said or wrote it. */
export const voice = v.strictObject({
  ...quotation.entries,
  by: text(LIMITS.attribution),
  /** The same words in the language in which they were said, for readers of it. */
  original: v.exactOptional(v.strictObject({ ...quotation.entries, language })),
});

export const notes = v.array(text(LIMITS.note));
