import { hashPair } from './hash.ts';
import type { Tokens } from './tokenize.ts';
import { TokenKind } from './tokenize.ts';

/**
 * How surprising terms are in ordinary text, from lists of common words in order of frequency. By
 * Zipf's law the rank stands for the frequency: the surprise of a word is the logarithm of its rank.
 */
export interface Background {
  /** From near 0 for the commonest words to 1 for words that are in no list. */
  surpriseOf(term: number): number;
  /** All listed terms with their surprise. */
  entries(): Iterable<readonly [number, number]>;
}

const UNLISTED_RANK = 20_000;

/** Surprise of the word at `rank` (0 for the commonest), between 0 and 1. */
function surpriseOfRank(rank: number): number {
  return Math.min(1, Math.log2(rank + 2) / Math.log2(UNLISTED_RANK));
}

/**
 * Builds the background from word lists, commonest first. Words of one stem share the best rank. For
 * Chinese, frequencies of characters and of pairs inside words are summed over the list.
 */
export function buildBackground(
  lists: {
    readonly en: readonly string[];
    readonly ru: readonly string[];
    readonly zh: readonly string[];
  },
  tokenize: (text: string) => Tokens,
): Background {
  const surprise = new Map<number, number>();
  for (const list of [lists.en, lists.ru]) {
    list.forEach((word, rank) => {
      const tokens = tokenize(word);
      for (let at = 0; at < tokens.count; at++) {
        for (const hash of new Set([tokens.stem[at] ?? 0, tokens.exact[at] ?? 0])) {
          if (!surprise.has(hash)) surprise.set(hash, surpriseOfRank(rank));
        }
      }
    });
  }
  for (const [hash, value] of hanSurprise(lists.zh, tokenize)) surprise.set(hash, value);
  return {
    surpriseOf: (term) => surprise.get(term) ?? 1,
    entries: () => surprise.entries(),
  };
}

function hanSurprise(
  list: readonly string[],
  tokenize: (text: string) => Tokens,
): Map<number, number> {
  const mass = new Map<number, number>();
  list.forEach((word, rank) => {
    const tokens = tokenize(word);
    const frequency = 1 / (rank + 2.7);
    for (let at = 0; at < tokens.count; at++) {
      if (tokens.kind[at] !== TokenKind.han) continue;
      const own = tokens.stem[at] ?? 0;
      mass.set(own, (mass.get(own) ?? 0) + frequency);
      if (at + 1 < tokens.count) {
        const pair = hashPair(own, tokens.stem[at + 1] ?? 0);
        mass.set(pair, (mass.get(pair) ?? 0) + frequency);
      }
    }
  });
  const ranked = [...mass].sort((a, b) => b[1] - a[1]);
  return new Map(ranked.map(([hash], rank) => [hash, surpriseOfRank(rank)]));
}
