import Papa from 'papaparse';
import type { Rest } from './incoming.ts';

/** What can be wrong with a row as such: the file ends within it, or its marks are not in order. */
export type RowFault = 'cut-off' | 'malformed';

export interface TableRow {
  /** By column; without a prototype, so that a column's name reaches none. */
  readonly cells: Readonly<Record<string, string>>;
  /** Null where the row is whole; the cells of any other are not what was written. */
  readonly fault: RowFault | null;
}

/** A table (RFC 4180) as it was read; rows without any text are left out. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** UTF-16 units that are parsed between two rests: some ten milliseconds. */
const SLICE = 250_000;

/**
 * Reads a table, with rests in between. A file that was cut off ends within a quoted cell, or in a row
 * that has fewer cells than columns and no line end after it: such a row is told of, and every row
 * before it is whole. A file that was cut off exactly between two rows cannot be told from a whole one.
 */
export async function readTable(text: string, rest: Rest): Promise<Table> {
  const lines: { readonly cells: readonly string[]; readonly fault: RowFault | null }[] = [];
  const isEnded = /[\r\n]$/.test(text);
  await eachSlice(text, rest, ({ data, errors }) => {
    for (const [at, cells] of data.entries()) {
      const codes = errors.flatMap(({ row, code }) => (row === at ? [code] : []));
      const fault = codes.includes('InvalidQuotes')
        ? 'malformed'
        : codes.includes('MissingQuotes')
          ? 'cut-off'
          : null;
      if (cells.some((cell) => cell.trim() !== '')) lines.push({ cells, fault });
    }
  });
  const [head, ...rows] = lines;
  const columns = head?.fault === null ? head.cells : [];
  return {
    columns,
    rows: rows.map(({ cells, fault }, at): TableRow => {
      const isLast = at === rows.length - 1;
      const isShort = isLast && !isEnded && cells.length < columns.length;
      const ofShape = isShort ? 'cut-off' : cells.length > columns.length ? 'malformed' : null;
      const named: Record<string, string> = Object.create(null);
      for (const [place, column] of columns.entries()) named[column] ??= cells[place] ?? '';
      return { cells: named, fault: fault ?? ofShape };
    }),
  };
}

type Slice = Papa.ParseResult<readonly string[]>;

/** Parses slice by slice; places of rows in errors are those within the slice. */
function eachSlice(text: string, rest: Rest, take: (slice: Slice) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    Papa.parse<readonly string[]>(text, {
      chunkSize: SLICE,
      chunk(slice: Slice, parser: Papa.Parser) {
        take(slice);
        parser.pause();
        rest(slice.meta.cursor / text.length).then(
          () => parser.resume(),
          (error: unknown) => {
            reject(error);
            parser.abort();
          },
        );
      },
      complete: () => resolve(),
    });
  });
}
