import type { Tokens } from './tokenize.ts';

/** Bits of the filter: of a text of 10,000 words, one in twenty is set. */
const BITS = 0x10000;

/**
 * A filter of the words of a text by the low bits of their hashes: a word that it does not hold is not in
 * the text, in no form; one that it holds may be.
 */
export class WordFilter {
  private readonly bits = new Uint8Array(BITS / 8);

  constructor({ count, stem, exact }: Tokens) {
    for (let at = 0; at < count; at++) {
      const hash = stem[at] ?? 0;
      this.add(hash);
      if (exact[at] !== hash) this.add(exact[at] ?? 0);
    }
  }

  holds(hash: number): boolean {
    return ((this.bits[(hash & (BITS - 1)) >>> 3] ?? 0) & (1 << (hash & 7))) !== 0;
  }

  private add(hash: number): void {
    const at = (hash & (BITS - 1)) >>> 3;
    this.bits[at] = (this.bits[at] ?? 0) | (1 << (hash & 7));
  }
}
