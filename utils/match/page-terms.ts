import type { IndexSections } from '../pack/index-format.ts';
import { MOST_WEIGHT } from './constants.ts';
import { ABSENT, lexiconOf, lookUp } from './hash-table.ts';
import { termsOf } from './terms.ts';
import type { Tokens } from './tokenize.ts';

/** The terms of a text with what the index knows of them; parallel to the tokens. */
export interface PageTerms {
  readonly term: Uint32Array;
  /** Lexicon row, or `ABSENT`. */
  readonly row: Uint32Array;
  /** 0 to `MOST_WEIGHT`; words that no list and no wording has weigh most. */
  readonly weight: Float32Array;
  /** How surprising the term is in ordinary text, 0 to 255. */
  readonly surprise: Uint8Array;
}

/** Looks every term of a text up, once. */
export function pageTermsOf(tokens: Tokens, sections: IndexSections): PageTerms {
  const term = termsOf(tokens);
  const row = new Uint32Array(tokens.count);
  const weight = new Float32Array(tokens.count);
  const surprise = new Uint8Array(tokens.count).fill(255);
  const lexicon = lexiconOf(sections);
  for (let at = 0; at < tokens.count; at++) {
    const found = lookUp(lexicon, term[at] ?? 0);
    row[at] = found;
    weight[at] = found === ABSENT ? MOST_WEIGHT : (sections.lexiconWeight[found] ?? 0);
    if (found !== ABSENT) surprise[at] = sections.lexiconSurprise[found] ?? 0;
  }
  return { term, row, weight, surprise };
}
