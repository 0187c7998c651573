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
  /**
   * The surprise of two Chinese characters side by side, given by their stems: that of the pair inside words,
   * or of the end of one word and the start of the next where that is commoner. 系中 is in no list of words,
   * and yet stands in every 关系中.
   */
  surpriseOfPair(first: number, second: number): number;
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
  const han = measureHan(lists.zh, tokenize);
  for (const hash of han.mass.keys()) surprise.set(hash, han.surpriseOf(han.mass.get(hash) ?? 0));
  return {
    surpriseOf: (term) => surprise.get(term) ?? 1,
    surpriseOfPair: (first, second) => {
      const inside = han.mass.get(hashPair(first, second)) ?? 0;
      const across = ((han.ends.get(first) ?? 0) * (han.starts.get(second) ?? 0)) / han.total;
      return han.surpriseOf(inside + across);
    },
    entries: () => surprise.entries(),
  };
}

interface HanFrequencies {
  /** Frequency of characters and of pairs inside words. */
  readonly mass: ReadonlyMap<number, number>;
  /** Frequency of characters at the start and at the end of words. */
  readonly starts: ReadonlyMap<number, number>;
  readonly ends: ReadonlyMap<number, number>;
  /** Frequency of all words. */
  readonly total: number;
  /** Surprise of what has a frequency, by the rank that it would have. */
  surpriseOf(mass: number): number;
}

function measureHan(list: readonly string[], tokenize: (text: string) => Tokens): HanFrequencies {
  const mass = new Map<number, number>();
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  let total = 0;
  const add = (to: Map<number, number>, key: number, frequency: number): void => {
    to.set(key, (to.get(key) ?? 0) + frequency);
  };
  list.forEach((word, rank) => {
    const tokens = tokenize(word);
    const frequency = 1 / (rank + 2.7);
    total += frequency;
    for (let at = 0; at < tokens.count; at++) {
      if (tokens.kind[at] !== TokenKind.han) continue;
      const own = tokens.stem[at] ?? 0;
      add(mass, own, frequency);
      if (at === 0) add(starts, own, frequency);
      if (at + 1 === tokens.count) add(ends, own, frequency);
      else add(mass, hashPair(own, tokens.stem[at + 1] ?? 0), frequency);
    }
  });
  const ranked = Float64Array.from(mass.values()).sort().reverse();
  return {
    mass,
    starts,
    ends,
    total,
    surpriseOf: (frequency) => (frequency > 0 ? surpriseOfRank(rankIn(ranked, frequency)) : 1),
  };
}

/** How many of the numbers, largest first, are greater than a number; beyond the last, as Zipf's law goes on. */
function rankIn(ranked: Float64Array, frequency: number): number {
  const last = ranked[ranked.length - 1] ?? 0;
  if (frequency < last) return (ranked.length * last) / frequency;
  let low = 0;
  let high = ranked.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranked[middle] ?? 0) > frequency) low = middle + 1;
    else high = middle;
  }
  return low;
}
