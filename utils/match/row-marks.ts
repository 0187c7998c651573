/**
 * A set of rows of the lexicon that is emptied at no cost, for the innermost loops: a row is in it where
 * its mark is the current one. Rows that are not in the lexicon (`ABSENT`) never are.
 */
export class RowMarks {
  private readonly marks: Uint32Array;
  private current = 1;

  /** @param rows number of rows of the lexicon. */
  constructor(rows: number) {
    this.marks = new Uint32Array(rows);
  }

  clear(): void {
    this.current++;
    if (this.current < 0xffffffff) return;
    this.marks.fill(0);
    this.current = 1;
  }

  has(row: number): boolean {
    return row < this.marks.length && this.marks[row] === this.current;
  }

  /** Takes a row in; false where it was in already. */
  add(row: number): boolean {
    if (row >= this.marks.length || this.marks[row] === this.current) return false;
    this.marks[row] = this.current;
    return true;
  }
}
