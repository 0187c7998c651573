import type { Tokens } from './tokenize.ts';

/** Columns of the tokens found so far. */
export class TokenColumns {
  count = 0;
  start: Uint32Array;
  end: Uint32Array;
  exact: Uint32Array;
  stem: Uint32Array;
  kind: Uint8Array;
  before: Uint8Array;

  constructor(capacity: number) {
    this.start = new Uint32Array(capacity);
    this.end = new Uint32Array(capacity);
    this.exact = new Uint32Array(capacity);
    this.stem = new Uint32Array(capacity);
    this.kind = new Uint8Array(capacity);
    this.before = new Uint8Array(capacity);
  }

  add(start: number, end: number, exact: number, stem: number, kind: number, before: number): void {
    const at = this.count++;
    this.start[at] = start;
    this.end[at] = end;
    this.exact[at] = exact;
    this.stem[at] = stem;
    this.kind[at] = kind;
    this.before[at] = before;
  }

  /** What was added, as the tokens of a text: views of one buffer, which takes less time to make than one each. */
  tokensOf(text: string): Tokens {
    const { count } = this;
    const buffer = new ArrayBuffer(COLUMN_BYTES * count);
    const start = new Uint32Array(buffer, 0, count);
    const end = new Uint32Array(buffer, 4 * count, count);
    const exact = new Uint32Array(buffer, 8 * count, count);
    const stem = new Uint32Array(buffer, 12 * count, count);
    const kind = new Uint8Array(buffer, 16 * count, count);
    const before = new Uint8Array(buffer, 17 * count, count);
    for (let at = 0; at < count; at++) {
      start[at] = this.start[at] ?? 0;
      end[at] = this.end[at] ?? 0;
      exact[at] = this.exact[at] ?? 0;
      stem[at] = this.stem[at] ?? 0;
      kind[at] = this.kind[at] ?? 0;
      before[at] = this.before[at] ?? 0;
    }
    return { text, count, start, end, exact, stem, kind, before };
  }
}

/** Four columns of numbers of four bytes, and two of one. */
const COLUMN_BYTES = 4 * 4 + 2;
