import { FOREIGN, FOREIGN_CONSTANT } from './constants.ts';
import { ABSENT } from './hash-table.ts';
import type { MatchMemory } from './match-memory.ts';
import type { PageTerms } from './page-terms.ts';
import type { WordingView } from './wording-view.ts';

/** The stretch of a sentence that shares most with a wording, word order left aside. */
export interface Window {
  /** Tokens `[from, to)`. */
  readonly from: number;
  readonly to: number;
  /** Weight of the different terms shared. */
  readonly shared: number;
  /** Weight of all words in the window. */
  readonly mass: number;
  /** Tokens of the window whose term the wording has. */
  readonly words: readonly number[];
}

/**
 * Finds where the window lies by a running maximum over tokens `[from, to)`: a shared term gains its weight the
 * first time, a foreign word costs a share of its own. Linear in the range. The rows of the wording stay
 * marked in `memory`.
 */
export function bestWindow(
  terms: PageTerms,
  from: number,
  to: number,
  wording: WordingView,
  memory: MatchMemory,
): Pick<Window, 'from' | 'to'> | null {
  memory.markOwn(wording.row);
  const { own, used } = memory;
  const { row: rows, weight: weights } = terms;
  let sum = 0;
  let start = from;
  let best = 0;
  let bestFrom = from;
  let bestTo = from;
  for (let at = from; at < to; at++) {
    const row = rows[at] ?? ABSENT;
    const weight = weights[at] ?? 0;
    if (own.has(row)) {
      if (used.add(row)) sum += weight + 0.05;
    } else sum -= FOREIGN * weight + FOREIGN_CONSTANT;
    if (sum <= 0) {
      sum = 0;
      start = at + 1;
      used.clear();
    } else if (sum > best) {
      best = sum;
      bestFrom = start;
      bestTo = at + 1;
    }
  }
  return bestTo > bestFrom ? { from: bestFrom, to: bestTo } : null;
}

/** Measures tokens `[from, to)` against the terms of a wording. */
export function measure(
  terms: PageTerms,
  from: number,
  to: number,
  wording: WordingView,
  memory: MatchMemory,
): Window {
  memory.markOwn(wording.row);
  const { own, used } = memory;
  const words: number[] = [];
  let shared = 0;
  let mass = 0;
  for (let at = from; at < to; at++) {
    const row = terms.row[at] ?? ABSENT;
    const weight = terms.weight[at] ?? 0;
    mass += weight;
    if (!own.has(row)) continue;
    words.push(at);
    if (used.add(row)) shared += weight;
  }
  return { from, to, shared, mass, words };
}
