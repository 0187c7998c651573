import type { IndexSections } from '../pack/index-format.ts';
import { hashPair } from './hash.ts';
import { ABSENT, lexiconOf, lookUp } from './hash-table.ts';
import { findNegations, negatedRows } from './polarity.ts';
import { TokenKind } from './tokenize.ts';

/** One wording of the index, with the weight of each of its tokens; arrays are parallel. */
export class WordingView {
  readonly stem: Uint32Array;
  readonly exact: Uint32Array;
  readonly kind: Uint8Array;
  readonly before: Uint8Array;
  /** Row of each token's term in the lexicon; terms are as `termsOf` makes them. */
  readonly row: Uint32Array;
  readonly weight: Float32Array;
  private turned: readonly number[] | null = null;

  /** @param count number of its tokens. */
  constructor(readonly count: number) {
    this.stem = new Uint32Array(count);
    this.exact = new Uint32Array(count);
    this.kind = new Uint8Array(count);
    this.before = new Uint8Array(count);
    this.row = new Uint32Array(count);
    this.weight = new Float32Array(count);
  }

  /** Rows of the words that a negation turns. Looked for when they are first asked for: only claims need them. */
  get negated(): readonly number[] {
    if (this.turned === null) {
      const { row, weight, before, exact, count } = this;
      const negations = findNegations(exact);
      this.turned = negatedRows({ row, weight, before, negations }, 0, count);
    }
    return this.turned;
  }
}

/** Reads wording number `wording` of the index. */
export function wordingView(sections: IndexSections, wording: number): WordingView {
  const from = sections.wordingStart[wording] ?? 0;
  const to = sections.wordingStart[wording + 1] ?? 0;
  const { tokenWord, tokenBefore, beforeBits } = sections;
  const view = new WordingView(to - from);
  const { count, stem, exact, kind, before } = view;
  for (let at = 0; at < count; at++) {
    const word = tokenWord[from + at] ?? 0;
    stem[at] = sections.wordStem[word] ?? 0;
    exact[at] = sections.wordExact[word] ?? 0;
    kind[at] = sections.wordKind[word] ?? 0;
    before[at] = beforeBits[tokenBefore[from + at] ?? 0] ?? 0;
  }
  const lexicon = lexiconOf(sections);
  for (let at = 0; at < count; at++) {
    const own = stem[at] ?? 0;
    const isPair = kind[at] === TokenKind.han && kind[at + 1] === TokenKind.han && !before[at + 1];
    const row = lookUp(lexicon, isPair ? hashPair(own, stem[at + 1] ?? 0) : own);
    view.row[at] = row;
    view.weight[at] = row === ABSENT ? 0 : (sections.lexiconWeight[row] ?? 0);
  }
  return view;
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
