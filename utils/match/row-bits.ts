import type { WholeNumbers } from '../pack/whole-numbers.ts';

/** A set of rows of the lexicon, or of items, that stays: one bit each. */
export class RowBits {
  private readonly bits: Uint32Array;

  /** @param rows how many there are in all. */
  constructor(rows: number) {
    this.bits = new Uint32Array((rows + 31) >>> 5);
  }

  /** Size in bytes. */
  get size(): number {
    return this.bits.byteLength;
  }

  add(row: number): void {
    this.bits[row >>> 5] = (this.bits[row >>> 5] ?? 0) | (1 << (row & 31));
  }

  /** Takes in the rows of a list from place `from` up to `to`. */
  addRange(rows: WholeNumbers, from: number, to: number): void {
    for (let at = from; at < to; at++) this.add(rows[at] ?? 0);
  }

  /** Takes in the rows of a set of the same size. */
  addAll(other: RowBits): void {
    const { bits } = this;
    for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] ?? 0) | (other.bits[at] ?? 0);
  }

  /** False too for what is no row (`ABSENT`). */
  has(row: number): boolean {
    return ((this.bits[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0;
  }
}
