import { hashPair } from './hash.ts';
import { Before, TokenKind, type Tokens } from './tokenize.ts';

const BREAK = Before.sentence | Before.paragraph;

/**
 * The terms by which restatements are compared: a word's stem; for Han text the pair of a character
 * and the next one, since single characters say too little and segmenters gain nothing. The last
 * character of a run stands alone. One hash a token, parallel to `tokens`; the stems themselves where none is Han.
 */
export function termsOf(tokens: Tokens): Uint32Array {
  const { count, kind, stem, before } = tokens;
  if (!kind.includes(TokenKind.han)) return stem;
  const terms = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    const own = stem[at] ?? 0;
    const isPair =
      kind[at] === TokenKind.han &&
      kind[at + 1] === TokenKind.han &&
      !((before[at + 1] ?? 0) & BREAK) &&
      !(before[at + 1] ?? 0);
    terms[at] = isPair ? hashPair(own, stem[at + 1] ?? 0) : own;
  }
  return terms;
}
