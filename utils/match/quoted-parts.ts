import type { IndexSections } from '../pack/index-format.ts';
import type { Alignment } from './align.ts';
import { type Comparison, measureOrder } from './comparison.ts';
import { ORIGINS } from './constants.ts';
import type { PageText } from './page-text.ts';
import type { Quotations, TokenRange } from './quotations.ts';
import type { WordingView } from './wording-view.ts';

/** Words (Chinese characters) in the wording's order that make a part by themselves. */
const LEAST_WORDS = 3;

/**
 * The parts of a comparison that have quotation marks of their own, where the page departs from the wording
 * between them, with words of its own or by leaving some out: what stands there belongs to neither. A word or
 * two before the first and behind the last go in the same way, unless the wording is ours, which nobody quotes;
 * more stay with them. A comparison that is quoted at one go, or not at all, is its only part.
 */
export function quotedParts(
  page: PageText,
  quotations: Quotations,
  comparison: Comparison,
  view: WordingView,
  sections: IndexSections,
): readonly Comparison[] {
  const { alignment } = comparison;
  const quoted = quotations
    .within(comparison.from, comparison.to)
    .filter((range) => countIn(alignment.page, range) >= LEAST_WORDS);
  const first = quoted[0];
  const last = quoted.at(-1);
  if (!first || !last) return [comparison];
  const isOurs = ORIGINS[sections.wordingOrigin[comparison.wording] ?? 0] === 'ours';
  const { from, to } = isOurs ? comparison : withoutStrays(comparison, first, last);
  const cuts = quoted.slice(1).flatMap((next, at) => {
    const between = { from: quoted[at]?.to ?? from, to: next.from };
    return departs(alignment, between) ? [between] : [];
  });
  if (cuts.length === 0 && from === comparison.from && to === comparison.to) return [comparison];
  return [...cuts, { from: to, to }].map((cut, at) =>
    partOf(page, comparison, view, { from: cuts[at - 1]?.to ?? from, to: cut.from }),
  );
}

/** A stretch without the word or two that stand apart from its first and last quotation. */
function withoutStrays(
  { from, to, alignment, window }: Comparison,
  first: TokenRange,
  last: TokenRange,
): TokenRange {
  const { page } = alignment;
  const areStray = (range: TokenRange, gap: TokenRange): boolean => {
    const inOrder = countIn(page, range);
    if (inOrder === 0) return countIn(window.words, range) < LEAST_WORDS;
    return inOrder < LEAST_WORDS && departs(alignment, gap);
  };
  const before = { from: (page[0] ?? from) + 1, to: first.from };
  const behind = { from: last.to, to: page.at(-1) ?? to };
  return {
    from: areStray({ from, to: first.from }, before) ? first.from : from,
    to: areStray({ from: last.to, to }, behind) ? last.to : to,
  };
}

/** Whether an alignment has a gap on either side from the last word before a range to the first one behind it. */
function departs({ page, own }: Alignment, between: TokenRange): boolean {
  const first = page.findLastIndex((token) => token < between.from);
  for (let at = first; at >= 0 && (page[at] ?? between.to) < between.to; at++) {
    const isNext = page[at + 1] === (page[at] ?? 0) + 1 && own[at + 1] === (own[at] ?? 0) + 1;
    if (!isNext) return true;
  }
  return false;
}

/** How many of the tokens lie in a range. */
function countIn(tokens: readonly number[], { from, to }: TokenRange): number {
  let count = 0;
  for (const token of tokens) if (token >= from && token < to) count++;
  return count;
}

/** What a comparison says of a part of its stretch: the same alignment, cut off at both ends. */
function partOf(
  page: PageText,
  comparison: Comparison,
  view: WordingView,
  range: TokenRange,
): Comparison {
  const { alignment, window } = comparison;
  const isInside = (token: number): boolean => token >= range.from && token < range.to;
  const part = {
    page: alignment.page.filter(isInside),
    own: alignment.own.filter((_, at) => isInside(alignment.page[at] ?? 0)),
    score: alignment.score,
  };
  const words = window.words.filter(isInside);
  const from = part.page[0] ?? range.from;
  const to = (part.page.at(-1) ?? range.to - 1) + 1;
  return {
    ...comparison,
    ...measureOrder(page, view, part),
    from,
    to,
    alignment: part,
    window: { ...window, from, to, words, shared: weightOf(page, words) },
  };
}

/** Weight of the different terms of some words. */
function weightOf({ terms }: PageText, words: readonly number[]): number {
  const weights = new Map(words.map((word) => [terms.row[word], terms.weight[word] ?? 0]));
  let sum = 0;
  for (const weight of weights.values()) sum += weight;
  return sum;
}
