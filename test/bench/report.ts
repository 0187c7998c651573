/** One line of the report. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  /** The bar, where one is set; `isMet` says whether it is reached. */
  readonly bar?: string;
  readonly isMet?: boolean;
}

/** What one part of the bench brought. */
export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** Value in the middle; NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Milliseconds in as many figures as they bear. */
export function ms(value: number): string {
  return `${value < 1 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : Math.round(value)} ms`;
}

export function times(ratio: number): string {
  return `${ratio < 10 ? ratio.toFixed(2) : Math.round(ratio)} ×`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 2 : 1)} MB`;
}

/** A row with a bar that is not to be exceeded, or, if `isLeast`, to be reached. */
export function barred(
  what: string,
  value: number,
  limit: number,
  show: (value: number) => string,
  isLeast = false,
): Row {
  const isMet = isLeast ? value >= limit : value <= limit;
  const bar = `${isLeast ? '≥' : '≤'} ${show(limit)}`;
  return { what, measured: show(value), bar, isMet };
}

/** The sections as tables of Markdown, ready to be pasted into `docs/benchmarks.md`. */
export function tablesOf(sections: readonly Section[]): string {
  const tables = sections.map(({ title, rows }) => {
    const lines = rows.map(
      ({ what, measured, bar = '', isMet }) =>
        `| ${what} | ${measured} | ${bar}${isMet === false ? ' **missed**' : ''} |`,
    );
    return [`### ${title}`, '', '| what | measured | bar |', '|---|---|---|', ...lines].join('\n');
  });
  return tables.join('\n\n');
}
