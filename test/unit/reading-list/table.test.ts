import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../../utils/reading-list/exchange/read-file.ts';
import { readTable } from '../../../utils/reading-list/exchange/table.ts';

const rest = async (): Promise<void> => {};
const HEAD = 'Highlight,Book Title,Note,Highlighted at';
const AT = '2024-05-06 07:08:09+00:00';

/** A file as Readwise writes it: quotes where they are needed, a line end after each row. */
const fileOf = (rows: string[][]): string =>
  `${Papa.unparse({ fields: HEAD.split(','), data: rows }, { newline: '\n' })}\n`;

const ROWS = Array.from({ length: 40 }, (_, at) => [
  `passage ${at}, with "quotes",\nlines and commas`,
  'A book, twice',
  at % 3 === 0 ? '' : `noted “${at}”`,
  AT,
]);

const read = async (text: string) => {
  const sources = { now: () => new Date('2026-01-01'), newId: () => crypto.randomUUID() };
  const incoming = await readFile(new Blob([text]), sources);
  if (!incoming.ok) throw new Error(incoming.message);
  return incoming;
};

describe('a table', () => {
  it('is read to the letter, however it is cut into slices', async () => {
    const many = Array.from({ length: 9_000 }, (_, at) => [
      `"${at}",\r\n`,
      'é 中文',
      'x'.repeat(60),
      '',
    ]);
    const text = fileOf(many);
    expect(text.length).toBeGreaterThan(2 * 250_000);
    const parts: number[] = [];
    const { columns, rows } = await readTable(text, async (part) => {
      parts.push(part ?? -1);
    });
    expect(columns).toEqual(HEAD.split(','));
    expect(rows.map(({ cells }) => HEAD.split(',').map((column) => cells[column]))).toEqual(many);
    expect(rows.every(({ fault }) => fault === null)).toBe(true);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
  });

  it.each([
    ['within a quoted cell', '"second, wi'],
    ['within a quoted cell that holds lines', '"second\nand a line'],
    ['after a cell that needs no quotes', 'second,A bo'],
    ['before its last cells', 'second'],
    ['after a quotation mark that may close a cell', '"second ""'],
  ])('that was cut off %s keeps the rows before and tells of the last', async (_, end) => {
    const { rows } = await readTable(`${HEAD}\nfirst,A book,,${AT}\n${end}`, rest);
    expect(rows.map(({ fault }) => fault)).toEqual([null, 'cut-off']);
    expect(rows[0]?.cells.Highlight).toBe('first');
  });

  it('that ends without a line end, but whole, is whole', async () => {
    const { rows } = await readTable(`${HEAD}\nfirst,A book,,${AT}`, rest);
    expect(rows.map(({ fault }) => fault)).toEqual([null]);
  });

  it('that leaves out empty cells at the end of a row in its middle is whole', async () => {
    const { rows } = await readTable(`${HEAD}\nfirst,A book\nsecond,A book,,${AT}\n\n ,\n`, rest);
    expect(rows.map(({ fault }) => fault)).toEqual([null, null]);
  });

  it.each([
    [
      'more cells than columns',
      `first,A book,,${AT},one more\nsecond,A book,,\n`,
      ['malformed', null],
    ],
    ['a stray quotation mark', `"first"x,A book,,\nsecond,A book,,\n`, ['malformed']],
  ])('tells of a row with %s', async (_, body, faults) => {
    const { rows } = await readTable(`${HEAD}\n${body}`, rest);
    expect(rows.map(({ fault }) => fault)).toEqual(faults);
  });

  it('has columns that reach no prototype, and the first of two of one name', async () => {
    const { rows } = await readTable('__proto__,constructor,a,a\nx,y,1,2\n', rest);
    expect(Object.keys(rows[0]?.cells ?? {})).toEqual(['__proto__', 'constructor', 'a']);
    expect(rows[0]?.cells.a).toBe('1');
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('ends where the reader cancels', async () => {
    const gone = new Error('cancelled');
    const text = fileOf(Array.from({ length: 9_000 }, () => ['x'.repeat(90), '', '', '']));
    await expect(readTable(text, () => Promise.reject(gone))).rejects.toBe(gone);
  });
});

describe('an export of Readwise that was cut off at any place', () => {
  const text = fileOf(ROWS);
  const ends = Array.from({ length: 211 }, (_, at) =>
    Math.max(HEAD.length + 1, Math.floor((text.length * (at + 1)) / 212)),
  );

  it('keeps every row before that place, and names the broken one', async () => {
    const whole = ROWS.map(([exact = ''], at) => ({
      exact,
      end: fileOf(ROWS.slice(0, at + 1)).length,
    }));
    let broken = 0;
    for (const end of ends) {
      const cut = text.slice(0, end);
      const { passages, refused } = await read(cut);
      const before = whole.filter((row) => row.end <= end).map(({ exact }) => exact);
      const words = passages.map(({ selector }) => selector.exact);
      expect(words.slice(0, before.length)).toEqual(before);
      const left = cut.slice(whole[before.length - 1]?.end ?? HEAD.length + 1);
      // Cut in the last cell, the time, which no quotation mark closes: the passage itself is whole.
      const isWhole = left === '' || Papa.parse<string[]>(left).data[0]?.length === 4;
      expect(words).toHaveLength(before.length + (isWhole && left !== '' ? 1 : 0));
      expect(refused.map(({ fault }) => fault)).toEqual(
        isWhole ? [] : [expect.objectContaining({ code: 'cut-off', entry: before.length + 1 })],
      );
      broken += isWhole ? 0 : 1;
    }
    expect(broken).toBeGreaterThan(100);
  });
});
