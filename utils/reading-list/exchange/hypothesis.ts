import { type Drafted, fieldsIn, listIn, textIn } from './drafts.ts';

/** The entries of what Hypothesis writes: its export (`annotations`) or its service (`rows`); or null. */
export function hypothesisIn(file: unknown): readonly unknown[] | null {
  const { annotations, rows } = fieldsIn(file);
  const list = Array.isArray(annotations) ? annotations : rows;
  if (!Array.isArray(list)) return null;
  return list.length === 0 || list.some((each) => 'uri' in fieldsIn(each)) ? list : null;
}

/** Reads an annotation of Hypothesis. */
export function readHypothesis(raw: unknown): Drafted {
  const { id, uri, text, tags, target, document, created, updated } = fieldsIn(raw);
  if (textIn(uri) === '') return { refused: 'no-page' };
  const selectors = listIn(fieldsIn(listIn(target)[0]).selector).map(fieldsIn);
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
  const position = selectors.find(({ type }) => type === 'TextPositionSelector');
  return {
    id: textIn(id) === '' ? null : `hypothesis-${textIn(id)}`,
    address: textIn(uri),
    title: textIn(listIn(fieldsIn(document).title)[0]),
    author: null,
    language: null,
    exact: quote === undefined ? null : textIn(quote.exact),
    prefix: textIn(quote?.prefix),
    suffix: textIn(quote?.suffix),
    start: typeof position?.start === 'number' ? position.start : null,
    end: typeof position?.end === 'number' ? position.end : null,
    note: textIn(text),
    tags: listIn(tags).map(textIn),
    savedAt: textIn(created) || null,
    editedAt: textIn(updated) || null,
  };
}

/** Columns of the CSV that Hypothesis writes. */
export const HYPOTHESIS_COLUMNS = ['Created at', 'URL', 'Quote', 'Comment', 'Tags'] as const;

/** Reads a row of the CSV that Hypothesis writes. */
export function readHypothesisRow(raw: unknown): Drafted {
  const row = fieldsIn(raw);
  if (textIn(row.URL) === '') return { refused: 'no-page' };
  return {
    id: null,
    address: textIn(row.URL),
    title: textIn(row.Page),
    ...{ author: null, language: null, start: null, end: null, prefix: '', suffix: '' },
    exact: textIn(row.Quote) || null,
    note: textIn(row.Comment),
    tags: textIn(row.Tags).split(','),
    savedAt: textIn(row['Created at']) || null,
    editedAt: null,
  };
}
