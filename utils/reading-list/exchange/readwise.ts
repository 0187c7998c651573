import { type Drafted, fieldsIn, textIn } from './drafts.ts';

/** Columns of the CSV that Readwise writes. */
export const READWISE_COLUMNS = ['Highlight', 'Book Title', 'Note', 'Highlighted at'] as const;

/**
 * Reads a row of the CSV that Readwise writes. It has no address of the page; the book or article is
 * named by a `urn:` then, so that all its passages stand together and nothing pretends to be a link.
 */
export function readReadwiseRow(raw: unknown): Drafted {
  const row = fieldsIn(raw);
  const exact = textIn(row.Highlight);
  if (exact === '') return { refused: 'no-highlight' };
  const title = textIn(row['Book Title']);
  const author = textIn(row['Book Author']);
  const given = [row.URL, row['Source URL'], row.Location].map(textIn);
  const name = encodeURIComponent(`${title} ${author}`.replace(/\p{Surrogate}/gu, '').trim());
  return {
    id: null,
    address: given.find((each) => /^https?:/i.test(each)) ?? `urn:readwise:${name.slice(0, 900)}`,
    title,
    author: author || null,
    ...{ language: null, start: null, end: null, prefix: '', suffix: '' },
    exact,
    note: textIn(row.Note),
    tags: textIn(row.Tags).split(','),
    savedAt: textIn(row['Highlighted at']) || null,
    editedAt: null,
  };
}
