const PRIME = 0x01000193;
const BASIS = 0x811c9dc5;
/** Bytes that are summed at a time: a word for each lane. */
const BLOCK = 16;

/**
 * The check sum of an index file, which can be reckoned piece by piece while the file comes: FNV-1a over its
 * words, in four lanes side by side, since a processor would have to wait for a single one at every word.
 */
export class CheckSum {
  private a = BASIS;
  private b = BASIS;
  private c = BASIS;
  private d = BASIS;
  private summed: number;

  /** @param from where the sum begins, in bytes: a multiple of four. */
  constructor(from: number) {
    this.summed = from;
  }

  /** Sums on to byte `to`, or to the last whole block before it. `file` holds the bytes before `to`. */
  add(file: ArrayBufferLike, to: number): void {
    const blocks = Math.floor((to - this.summed) / BLOCK);
    if (blocks <= 0) return;
    this.sumWords(new Uint32Array(file, this.summed, (blocks * BLOCK) / 4));
    this.summed += blocks * BLOCK;
  }

  /** Sums what is left of the whole file, the last block filled up with zeros, and returns the sum of all. */
  finish(file: ArrayBufferLike): number {
    this.add(file, file.byteLength);
    if (this.summed < file.byteLength) {
      const last = new Uint8Array(BLOCK);
      last.set(new Uint8Array(file, this.summed));
      this.sumWords(new Uint32Array(last.buffer));
      this.summed = file.byteLength;
    }
    return (
      [this.b, this.c, this.d].reduce((sum, lane) => Math.imul(sum ^ lane, PRIME), this.a) >>> 0
    );
  }

  private sumWords(words: Uint32Array): void {
    let { a, b, c, d } = this;
    for (let at = 0; at < words.length; at += 4) {
      a = Math.imul(a ^ (words[at] ?? 0), PRIME);
      b = Math.imul(b ^ (words[at + 1] ?? 0), PRIME);
      c = Math.imul(c ^ (words[at + 2] ?? 0), PRIME);
      d = Math.imul(d ^ (words[at + 3] ?? 0), PRIME);
    }
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
  }
}
