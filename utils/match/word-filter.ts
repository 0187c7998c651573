/** Bits of the filter: of a text of 10,000 words, one in twenty is set. */
const BITS = 0x10000;

/**
 * A filter of words by the low bits of their hashes: a word that it does not hold was not added; one that
 * it holds may have been.
 */
export class WordFilter {
  /** @param bits those of another filter. */
  constructor(readonly bits: Uint8Array = new Uint8Array(BITS / 8)) {}

  clear(): void {
    this.bits.fill(0);
  }

  add(hash: number): void {
    const at = (hash & (BITS - 1)) >>> 3;
    this.bits[at] = (this.bits[at] ?? 0) | (1 << (hash & 7));
  }

  holds(hash: number): boolean {
    return ((this.bits[(hash & (BITS - 1)) >>> 3] ?? 0) & (1 << (hash & 7))) !== 0;
  }
}
