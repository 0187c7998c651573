/** Lists of numbers by row, laid out one after the other: row r is `values[start[r] … start[r + 1])`. */
export interface Lists {
  readonly start: Uint32Array;
  readonly values: Uint32Array;
}

/**
 * Lays pairs (row, value) out as lists by counting sort: linear, and the values of a row keep the order
 * of the pairs. `rows` and `values` are parallel; every row is below `rowCount`.
 */
export function listsOf(
  rows: ArrayLike<number>,
  values: ArrayLike<number>,
  rowCount: number,
): Lists & { order: Uint32Array } {
  const start = new Uint32Array(rowCount + 1);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    start[row + 1] = (start[row + 1] ?? 0) + 1;
  }
  for (let row = 0; row < rowCount; row++)
    start[row + 1] = (start[row + 1] ?? 0) + (start[row] ?? 0);
  const next = start.slice(0, rowCount);
  const sorted = new Uint32Array(rows.length);
  const order = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    const place = next[row] ?? 0;
    sorted[place] = values[at] ?? 0;
    order[place] = at;
    next[row] = place + 1;
  }
  return { start, values: sorted, order };
}

/** Where each list begins when they are laid out one after the other; one entry more than there are lists. */
export function startsOf(lengths: ArrayLike<number>): Uint32Array {
  const start = new Uint32Array(lengths.length + 1);
  for (let at = 0; at < lengths.length; at++) start[at + 1] = (start[at] ?? 0) + (lengths[at] ?? 0);
  return start;
}
