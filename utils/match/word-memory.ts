/** Most words kept; a page of nothing but new words must not grow the memory for ever. */
const MOST_WORDS = 40_000;
const SLOTS = 0x10000;
/** Words longer than this are folded each time; their entry is one for all. */
const LONGEST = 64;
const LONG = SLOTS;

/** Both hashes of a word; see `Tokens`. */
export type WordHashes = readonly [exact: number, stem: number];

/**
 * Remembers what a word, letter for letter as it stands in a text, was folded to. An open-addressing
 * table over a pool of UTF-16 units: a word that is known is found without cutting it out of its text,
 * and no word keeps the text alive that it came from.
 */
export class WordMemory {
  /** Hash of the letters, 0 where the slot is empty. */
  private readonly keys = new Uint32Array(SLOTS);
  private readonly starts = new Uint32Array(SLOTS);
  private readonly lengths = new Uint32Array(SLOTS);
  private readonly exacts = new Uint32Array(SLOTS + 1);
  private readonly stems = new Uint32Array(SLOTS + 1);
  private pool = new Uint16Array(0x8000);
  private used = 0;
  private count = 0;

  /** @param hashesOf folds a word that is met for the first time. */
  constructor(private readonly hashesOf: (word: string) => WordHashes) {}

  /** Number of the entry of the word that stands in `text` at `[from, to)`. Good until the next call. */
  find(text: string, from: number, to: number): number {
    if (to - from > LONGEST) return this.put(LONG, text.slice(from, to));
    let hash = 0x811c9dc5;
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash = (hash ^ (hash >>> 15)) >>> 0 || 1;
    let slot = hash & (SLOTS - 1);
    for (;;) {
      const key = this.keys[slot];
      if (key === 0) return this.add(text.slice(from, to), hash, slot);
      if (key === hash && this.isAt(slot, text, from, to)) return slot;
      slot = (slot + 1) & (SLOTS - 1);
    }
  }

  exact(entry: number): number {
    return this.exacts[entry] ?? 0;
  }

  stem(entry: number): number {
    return this.stems[entry] ?? 0;
  }

  private isAt(slot: number, text: string, from: number, to: number): boolean {
    const { pool } = this;
    const start = this.starts[slot] ?? 0;
    const length = to - from;
    if (this.lengths[slot] !== length) return false;
    for (let at = 0; at < length; at++) {
      if (pool[start + at] !== text.charCodeAt(from + at)) return false;
    }
    return true;
  }

  private add(word: string, hash: number, free: number): number {
    let slot = free;
    if (this.count >= MOST_WORDS) {
      this.keys.fill(0);
      this.count = 0;
      this.used = 0;
      slot = hash & (SLOTS - 1);
    }
    this.keys[slot] = hash;
    this.starts[slot] = this.used;
    this.lengths[slot] = word.length;
    this.keep(word);
    this.count++;
    return this.put(slot, word);
  }

  private put(entry: number, word: string): number {
    const [exact, stem] = this.hashesOf(word);
    this.exacts[entry] = exact;
    this.stems[entry] = stem;
    return entry;
  }

  private keep(word: string): void {
    const end = this.used + word.length;
    if (end > this.pool.length) {
      const larger = new Uint16Array(Math.max(end, this.pool.length * 2));
      larger.set(this.pool);
      this.pool = larger;
    }
    for (let at = 0; at < word.length; at++) this.pool[this.used + at] = word.charCodeAt(at);
    this.used = end;
  }
}
