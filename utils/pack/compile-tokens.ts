import type { Tokens } from '../match/tokenize.ts';
import { wideOf } from '../match/wide.ts';
import { FAR } from '../match/wording-tokens.ts';
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
    | 'tokenWord'
    | 'tokenWordHigh'
    | 'tokenGap'
    | 'tokenBefore'
    | 'farToken'
    | 'farGap'
  >;
  /** The stem of each token. */
  readonly stem: Uint32Array;
}

/**
 * Joins the tokens. Each different word (its hashes, kind and length) is kept once and named by its number,
 * since a pack uses few words often; places are kept as the gaps between tokens.
 */
export function compileTokens(all: readonly Tokens[]): CompiledTokens {
  const wordingStart = new Uint32Array(all.length + 1);
  all.forEach((tokens, at) => {
    wordingStart[at + 1] = (wordingStart[at] ?? 0) + tokens.count;
  });
  const total = wordingStart[all.length] ?? 0;
  const words = new Words();
  const word = new Uint32Array(total);
  const stem = new Uint32Array(total);
  const tokenGap = new Uint8Array(total);
  const tokenBefore = new Uint8Array(total);
  const far: { readonly token: number; readonly gap: number }[] = [];
  all.forEach((tokens, wording) => {
    const base = wordingStart[wording] ?? 0;
    stem.set(tokens.stem, base);
    tokenBefore.set(tokens.before, base);
    let last = 0;
    for (let at = 0; at < tokens.count; at++) {
      const start = tokens.start[at] ?? 0;
      const end = tokens.end[at] ?? 0;
      word[base + at] = words.numberOf(
        tokens.stem[at] ?? 0,
        tokens.exact[at] ?? 0,
        tokens.kind[at] ?? 0,
        end - start,
      );
      const gap = start - last;
      tokenGap[base + at] = Math.min(FAR, gap);
      if (gap >= FAR) far.push({ token: base + at, gap });
      last = end;
    }
  });
  const { low, high } = wideOf(word);
  return {
    sections: {
      wordingStart,
      ...words.columns(),
      tokenWord: low,
      tokenWordHigh: high,
      tokenGap,
      tokenBefore,
      farToken: Uint32Array.from(far, ({ token }) => token),
      farGap: Uint16Array.from(far, ({ gap }) => gap),
    },
    stem,
  };
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
