import type { IndexSections } from '../pack/index-format.ts';
import { RowMarks } from './row-marks.ts';

/**
 * Working memory of the comparing stages, kept between calls: to allocate it for each of thousands of
 * comparisons costs more than to compare. Nothing in it outlasts the function that uses it.
 */
export class MatchMemory {
  /** Rows of the wording that is compared, and those of them that were met. */
  readonly own: RowMarks;
  readonly used: RowMarks;
  private scores = new Float32Array(4096);
  private steps = new Uint8Array(4096);
  private marks = new Uint8Array(256);

  constructor(sections: IndexSections) {
    const rows = sections.lexiconWeight.length;
    this.own = new RowMarks(rows);
    this.used = new RowMarks(rows);
  }

  /** Makes `own` the rows of a wording, and `used` empty. */
  markOwn(rows: Uint32Array): void {
    this.own.clear();
    this.used.clear();
    for (let at = 0; at < rows.length; at++) this.own.add(rows[at] ?? 0);
  }

  /** A table of scores and one of steps, of at least `cells` cells; what stands in them is left over. */
  tables(cells: number): { readonly scores: Float32Array; readonly steps: Uint8Array } {
    if (cells > this.scores.length) {
      const { scores, steps } = { scores: new Float32Array(cells), steps: new Uint8Array(cells) };
      if (cells > MOST_KEPT) return { scores, steps };
      this.scores = scores;
      this.steps = steps;
    }
    return { scores: this.scores, steps: this.steps };
  }

  /** One byte a token of the text that is aligned; what stands in it is left over. */
  tokenMarks(count: number): Uint8Array {
    if (count > this.marks.length) this.marks = new Uint8Array(count);
    return this.marks;
  }
}

/** Largest tables that are kept: 2.5 MB. A sentence without end must not cost memory for ever. */
const MOST_KEPT = 500_000;
