import type { IndexSections } from '../pack/index-format.ts';
import { hashPair } from './hash.ts';
import { ABSENT, lookUp } from './hash-table.ts';
import { findNegations, negatedRows } from './polarity.ts';
import { TokenKind } from './tokenize.ts';
import { wordAt } from './wording-tokens.ts';

/** One wording of the index, with the weight of each of its tokens; arrays are parallel. */
export interface WordingView {
  readonly count: number;
  readonly stem: Uint32Array;
  readonly exact: Uint32Array;
  readonly kind: Uint8Array;
  readonly before: Uint8Array;
  readonly term: Uint32Array;
  /** Row of each term in the lexicon. */
  readonly row: Uint32Array;
  readonly weight: Float32Array;
  /** Rows of the words that a negation turns. */
  readonly negated: readonly number[];
}

/** Reads wording number `wording` of the index. Terms are as `termsOf` makes them. */
export function wordingView(sections: IndexSections, wording: number): WordingView {
  const from = sections.wordingStart[wording] ?? 0;
  const to = sections.wordingStart[wording + 1] ?? 0;
  const count = to - from;
  const stem = new Uint32Array(count);
  const exact = new Uint32Array(count);
  const kind = new Uint8Array(count);
  for (let at = 0; at < count; at++) {
    const word = wordAt(sections, from + at);
    stem[at] = sections.wordStem[word] ?? 0;
    exact[at] = sections.wordExact[word] ?? 0;
    kind[at] = sections.wordKind[word] ?? 0;
  }
  const before = sections.tokenBefore.subarray(from, to);
  const term = new Uint32Array(count);
  const rows = new Uint32Array(count);
  const weight = new Float32Array(count);
  const lexicon = { keys: sections.lexiconKeys, values: sections.lexiconValues };
  for (let at = 0; at < count; at++) {
    const own = stem[at] ?? 0;
    const isPair = kind[at] === TokenKind.han && kind[at + 1] === TokenKind.han && !before[at + 1];
    const hash = isPair ? hashPair(own, stem[at + 1] ?? 0) : own;
    term[at] = hash;
    const row = lookUp(lexicon, hash);
    rows[at] = row;
    weight[at] = row === ABSENT ? 0 : (sections.lexiconWeight[row] ?? 0);
  }
  return {
    count,
    stem,
    exact,
    kind,
    before,
    term,
    row: rows,
    weight,
    negated: negatedRows({ row: rows, weight, before, negations: findNegations(exact) }, 0, count),
  };
}

/** Keeps the views of wordings that were used, within bounds. */
export class WordingViews {
  private readonly views = new Map<number, WordingView>();
  constructor(private readonly sections: IndexSections) {}

  get(wording: number): WordingView {
    const known = this.views.get(wording);
    if (known) return known;
    if (this.views.size > 4000) this.views.clear();
    const view = wordingView(this.sections, wording);
    this.views.set(wording, view);
    return view;
  }
}
