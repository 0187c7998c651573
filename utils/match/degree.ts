import type { IndexSections } from '../pack/index-format.ts';
import type { Comparison } from './comparison.ts';
import { LANGUAGES, ORIGINS } from './constants.ts';
import { Before, TokenKind, type Tokens } from './tokenize.ts';
import type { Degree, ItemKind } from './types.ts';
import type { WordingView } from './wording-view.ts';

/** Words that stand side by side on both sides make a quotation in part from here on. */
const LEAST_WORDS = 4;
/** Share of the page's words that a quotation may have otherwise before it is a rendering of its own. */
const MOST_CHANGED = 0.5;

/**
 * Names the relation of a stretch of text to the wording it was found by (see `docs/matching.md`, 4).
 * Wordings of ours are never quoted: what is found by them is another translation of a clause, or a
 * restatement of a claim or framing.
 */
export function degreeOf(
  comparison: Comparison,
  view: WordingView,
  tokens: Tokens,
  sections: IndexSections,
  kind: ItemKind,
): Degree {
  const origin = ORIGINS[sections.wordingOrigin[comparison.wording] ?? 0];
  const restated: Degree = kind === 'clause' ? 'translation' : 'paraphrase';
  if (origin === 'ours') return restated;
  const { page, own } = comparison.alignment;
  const first = page[0];
  const last = page.at(-1);
  if (first === undefined || last === undefined) return restated;
  const pageWords = last - first + 1;
  const changed = 1 - page.length / pageWords;
  const isChinese = LANGUAGES[sections.wordingLanguage[comparison.wording] ?? 0] === 'zh';
  const least = isChinese ? LEAST_WORDS + 1 : LEAST_WORDS;
  if (comparison.runLength < least && page.length < Math.min(least, view.count)) return restated;
  if (changed > MOST_CHANGED || comparison.runLength < Math.min(3, view.count)) return restated;
  const isExact = comparison.exactShare === 1;
  const inserted = pageWords - page.length - bracketedBetween(tokens, page);
  const ownFirst = own[0] ?? 0;
  const ownLast = own.at(-1) ?? 0;
  const skipped = ownLast - ownFirst + 1 - own.length;
  if (isExact && inserted <= 0 && skipped === 0) {
    return own.length === view.count || isWholeSentence(view, ownFirst, ownLast)
      ? 'verbatim'
      : 'partial';
  }
  if (isExact && inserted <= 0 && skippedAtEllipses(tokens, page, own)) return 'partial';
  return 'altered';
}

function isWholeSentence(view: WordingView, first: number, last: number): boolean {
  const opens = first === 0 || ((view.before[first] ?? 0) & Before.sentence) !== 0;
  const closes = last === view.count - 1 || ((view.before[last + 1] ?? 0) & Before.sentence) !== 0;
  return opens && closes;
}

/** Whether every skip of the wording lies where the page has an ellipsis. */
function skippedAtEllipses(
  tokens: Tokens,
  page: readonly number[],
  own: readonly number[],
): boolean {
  for (let at = 1; at < own.length; at++) {
    if ((own[at] ?? 0) === (own[at - 1] ?? 0) + 1) continue;
    if (!((tokens.before[page[at] ?? 0] ?? 0) & Before.ellipsis)) return false;
  }
  return true;
}

/** Tokens between matched ones that only stand there because a word was written as several. */
function bracketedBetween(tokens: Tokens, page: readonly number[]): number {
  let count = 0;
  for (let at = 1; at < page.length; at++) {
    for (let token = (page[at - 1] ?? 0) + 1; token < (page[at] ?? 0); token++) {
      if (tokens.kind[token] === TokenKind.other) count++;
    }
  }
  return count;
}
