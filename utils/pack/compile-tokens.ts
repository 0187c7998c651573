import type { Tokens } from '../match/tokenize.ts';
import type { IndexSections } from './index-format.ts';

/** The tokens of all wordings, one wording after the other. */
export interface CompiledTokens {
  readonly sections: Pick<
    IndexSections,
    | 'wordingStart'
    | 'wordStem'
    | 'wordExact'
    | 'wordKind'
    | 'wordLength'
    | 'beforeGap'
    | 'beforeBits'
    | 'tokenWord'
    | 'tokenBefore'
  >;
  /** The stem of each token. */
  readonly stem: Uint32Array;
}

/**
 * Joins the tokens. Each different word (its hashes, kind and length) is kept once and named by its number,
 * since a pack uses few words often; so is what stands before a token: the gap, by which its place is known,
 * and its bits.
 */
export function compileTokens(all: readonly Tokens[]): CompiledTokens {
  const wordingStart = new Uint32Array(all.length + 1);
  all.forEach((tokens, at) => {
    wordingStart[at + 1] = (wordingStart[at] ?? 0) + tokens.count;
  });
  const total = wordingStart[all.length] ?? 0;
  const words = new Words();
  const befores = new Befores();
  const tokenWord = new Uint32Array(total);
  const stem = new Uint32Array(total);
  const tokenBefore = new Uint32Array(total);
  all.forEach((tokens, wording) => {
    const base = wordingStart[wording] ?? 0;
    stem.set(tokens.stem, base);
    let last = 0;
    for (let at = 0; at < tokens.count; at++) {
      const start = tokens.start[at] ?? 0;
      const end = tokens.end[at] ?? 0;
      tokenWord[base + at] = words.numberOf(
        tokens.stem[at] ?? 0,
        tokens.exact[at] ?? 0,
        tokens.kind[at] ?? 0,
        end - start,
      );
      const before = tokens.before[at] ?? 0;
      tokenBefore[base + at] = befores.numberOf(start - last, before);
      last = end;
    }
  });
  return {
    sections: {
      wordingStart,
      ...words.columns(),
      ...befores.columns(),
      tokenWord,
      tokenBefore,
    },
    stem,
  };
}

/** Numbers what stands before tokens, gap and bits, in the order in which it comes. */
class Befores {
  private readonly gap: number[] = [];
  private readonly bits: number[] = [];
  private readonly known = new Map<number, number>();
  private last = -1;
  private lastNumber = 0;

  numberOf(gap: number, bits: number): number {
    const key = gap * 256 + bits;
    // Mostly the same as before the token before.
    if (key === this.last) return this.lastNumber;
    let number = this.known.get(key);
    if (number === undefined) {
      number = this.gap.push(gap) - 1;
      this.bits.push(bits);
      this.known.set(key, number);
    }
    this.last = key;
    this.lastNumber = number;
    return number;
  }

  columns(): Pick<IndexSections, 'beforeGap' | 'beforeBits'> {
    return { beforeGap: Uint32Array.from(this.gap), beforeBits: Uint8Array.from(this.bits) };
  }
}

/** Numbers different words in the order in which they come. */
class Words {
  private readonly stem: number[] = [];
  private readonly exact: number[] = [];
  private readonly kind: number[] = [];
  private readonly length: number[] = [];
  /** Number of the word plus one by hash, 0 where the slot is empty; a power of two, at most half full. */
  private slots = new Uint32Array(1 << 12);

  numberOf(stem: number, exact: number, kind: number, length: number): number {
    const mask = this.slots.length - 1;
    let slot = slotOf(exact, length) & mask;
    for (;;) {
      const number = (this.slots[slot] ?? 0) - 1;
      if (number < 0) break;
      const isSame =
        this.exact[number] === exact &&
        this.length[number] === length &&
        this.stem[number] === stem &&
        this.kind[number] === kind;
      if (isSame) return number;
      slot = (slot + 1) & mask;
    }
    this.stem.push(stem);
    this.exact.push(exact);
    this.kind.push(kind);
    this.slots[slot] = this.length.push(length);
    if (this.length.length * 2 > this.slots.length) this.grow();
    return this.length.length - 1;
  }

  columns(): Pick<IndexSections, 'wordStem' | 'wordExact' | 'wordKind' | 'wordLength'> {
    return {
      wordStem: Uint32Array.from(this.stem),
      wordExact: Uint32Array.from(this.exact),
      wordKind: Uint8Array.from(this.kind),
      wordLength: Uint16Array.from(this.length),
    };
  }

  private grow(): void {
    const slots = new Uint32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    this.exact.forEach((exact, number) => {
      let slot = slotOf(exact, this.length[number] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    });
    this.slots = slots;
  }
}

function slotOf(exact: number, length: number): number {
  return exact ^ Math.imul(length, 0x9e3779b1);
}
