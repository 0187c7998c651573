import type { IndexSections } from '../pack/index-format.ts';
import type { Comparison } from './comparison.ts';
import { LANGUAGES, ORIGINS } from './constants.ts';
import type { Tokens } from './tokenize.ts';
import type { AlignmentStep, Evidence, Span } from './types.ts';
import { placesInWording } from './wording-tokens.ts';
import type { WordingView } from './wording-view.ts';

/** The words that carried a match, and, unless the wording is one of ours, how the two texts lie to each other. */
export function evidenceOf(
  comparison: Comparison,
  view: WordingView,
  tokens: Tokens,
  sections: IndexSections,
): Evidence {
  const origin = ORIGINS[sections.wordingOrigin[comparison.wording] ?? 0] ?? 'ours';
  const words = origin === 'ours' ? comparison.window.words : comparison.alignment.page;
  return {
    language: LANGUAGES[sections.wordingLanguage[comparison.wording] ?? 0] ?? 'en',
    origin,
    wording: sections.wordingOrdinal[comparison.wording] ?? 0,
    words: joinWords(words, tokens),
    alignment: origin === 'ours' ? [] : stepsOf(comparison, view, tokens, sections),
  };
}

/** Spans of tokens; neighbours are joined into one span. */
export function joinWords(words: readonly number[], tokens: Tokens): Span[] {
  const spans: { start: number; end: number }[] = [];
  let last = -2;
  for (const word of words) {
    const start = tokens.start[word] ?? 0;
    const end = tokens.end[word] ?? 0;
    const open = spans.at(-1);
    if (open && word === last + 1) open.end = end;
    else spans.push({ start, end });
    last = word;
  }
  return spans;
}

/** A stretch of steps of one kind is told as one step; what stands on both sides unequal is `replaced`. */
function stepsOf(
  comparison: Comparison,
  view: WordingView,
  tokens: Tokens,
  sections: IndexSections,
): AlignmentStep[] {
  const { start, end } = placesInWording(sections, comparison.wording);
  const ownSpan = (from: number, to: number): Span | null =>
    from >= to ? null : { start: start[from] ?? 0, end: end[to - 1] ?? 0 };
  const pageSpan = (from: number, to: number): Span | null =>
    from >= to ? null : { start: tokens.start[from] ?? 0, end: tokens.end[to - 1] ?? 0 };
  const steps: AlignmentStep[] = [];
  const add = (kind: AlignmentStep['kind'], page: Span | null, wording: Span | null): void => {
    if (page || wording) steps.push({ kind, page, wording });
  };
  const { page, own } = comparison.alignment;
  const gap = (pageFrom: number, pageTo: number, ownFrom: number, ownTo: number): void => {
    const here = pageSpan(pageFrom, pageTo);
    const there = ownSpan(ownFrom, ownTo);
    add(here && there ? 'replaced' : here ? 'inserted' : 'left-out', here, there);
  };
  let pageAt = page[0] ?? 0;
  let ownAt = 0;
  for (let at = 0; at < page.length; ) {
    const pageFrom = page[at] ?? 0;
    const ownFrom = own[at] ?? 0;
    gap(pageAt, pageFrom, ownAt, ownFrom);
    const isEqual = (step: number): boolean =>
      tokens.exact[page[step] ?? 0] === view.exact[own[step] ?? 0];
    let end = at + 1;
    while (
      end < page.length &&
      page[end] === (page[end - 1] ?? 0) + 1 &&
      own[end] === (own[end - 1] ?? 0) + 1 &&
      isEqual(end) === isEqual(at)
    )
      end++;
    pageAt = (page[end - 1] ?? 0) + 1;
    ownAt = (own[end - 1] ?? 0) + 1;
    add(isEqual(at) ? 'equal' : 'replaced', pageSpan(pageFrom, pageAt), ownSpan(ownFrom, ownAt));
    at = end;
  }
  gap(pageAt, pageAt, ownAt, view.count);
  return steps;
}
