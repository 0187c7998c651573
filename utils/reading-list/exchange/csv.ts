import Papa from 'papaparse';
import type { ListedPage, PageRecord, PassageRecord } from '../model.ts';
import { linkOf, type Outgoing } from './lines.ts';

/** Columns, in their order. A page that was saved itself has a row of its own, without a quotation. */
const COLUMNS = [
  ...['kind', 'id', 'title', 'site', 'author', 'published', 'address', 'link', 'language'],
  ...['quotation', 'prefix', 'suffix', 'start', 'end'],
  ...['item', 'item_kind', 'degree', 'topic', 'item_title', 'original', 'original_language'],
  ...['attribution', 'pack', 'pack_version', 'note', 'tags', 'status', 'saved_at'],
] as const;

type Row = { readonly [Column in (typeof COLUMNS)[number]]?: string | number | null | undefined };

function pageCells({ title, site, author, published, address }: PageRecord): Row {
  return { title, site, author, published, address };
}

function ownCells({ id, note, tags, status, savedAt, language }: PageRecord | PassageRecord): Row {
  return { id, note, tags: tags.join(', '), status, saved_at: savedAt, language };
}

function passageRow({ page }: ListedPage, passage: PassageRecord): Row {
  const { selector, match } = passage;
  return {
    kind: 'passage',
    ...pageCells(page),
    ...ownCells(passage),
    address: passage.source,
    link: linkOf(passage),
    quotation: selector.exact,
    prefix: selector.prefix,
    suffix: selector.suffix,
    start: selector.start,
    end: selector.end,
    item: match?.item,
    item_kind: match?.kind,
    degree: match?.degree,
    topic: match?.topic,
    item_title: match?.title,
    original: match?.original?.text,
    original_language: match?.original?.language,
    attribution: match?.attribution,
    pack: match?.pack,
    pack_version: match?.packVersion,
  };
}

/**
 * Writes a list as CSV, a page a part (RFC 4180: commas, quotes where needed, CRLF; UTF-8 with a byte order mark, so
 * that spreadsheets read it as such). A cell that a spreadsheet would take for a formula has an
 * apostrophe before it: text from a web page must not be computed.
 */
export function* csvParts(pages: Outgoing): Generator<string> {
  yield `\ufeff${linesOf([COLUMNS])}`;
  for (const listed of pages) {
    const { page, passages } = listed;
    const rows: Row[] = [
      ...(page.isEntry ? [{ kind: 'page', ...pageCells(page), ...ownCells(page) }] : []),
      ...passages.map((passage) => passageRow(listed, passage)),
    ];
    if (rows.length > 0) yield linesOf(rows.map((row) => COLUMNS.map((name) => row[name] ?? '')));
  }
}

const linesOf = (rows: readonly (readonly (string | number)[])[]): string =>
  `${Papa.unparse(rows as (string | number)[][], { newline: '\r\n', escapeFormulae: /^[=+\-@\t\r]/ })}\r\n`;
