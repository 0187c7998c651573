import search from 'approx-string-match';
import type { PassageSelector } from '../messages.ts';
import type { Passages, TextSpan } from './passages.ts';

/** Units of context kept before and after a passage, as the W3C Web Annotation model suggests. */
const CONTEXT = 32;
/** Quotations shorter than this are found again word for word or not at all. */
const SHORTEST_LOOSE = 12;
/** Longest quotation that is searched for with errors: the search is quadratic in the worst case. */
const LONGEST_LOOSE = 2000;
/** Share of a quotation's units that may differ. */
const ERRORS = 0.2;
/** Exact occurrences looked at, so that a quotation of one common word stays cheap. */
const MOST_OCCURRENCES = 500;

/** A passage found again. */
export interface Anchor extends TextSpan {
  /** Whether its words are the ones that were saved. */
  readonly isExact: boolean;
  /** How well words, surroundings and place agree, in `(0, 1]`. */
  readonly score: number;
}

/** Describes `span` of `passages` so that it can be found again on another visit. */
export function selectorOf(passages: Passages, span: TextSpan): PassageSelector {
  const { text, start } = passages;
  return {
    exact: text.slice(span.start, span.end),
    prefix: text.slice(onBoundary(text, Math.max(0, span.start - CONTEXT)), span.start),
    suffix: text.slice(span.end, onBoundary(text, Math.min(text.length, span.end + CONTEXT))),
    start: start + span.start,
    end: start + span.end,
  };
}

/**
 * Finds a saved passage in `passages`, or null. Every exact occurrence is weighed by its surroundings
 * and its place; where there is none, the closest passage with at most a fifth of its units changed.
 * The weights are those of the Hypothesis client (`match-quote.ts`, BSD-2-Clause).
 */
export function anchor(passages: Passages, selector: PassageSelector): Anchor | null {
  const { exact } = selector;
  if (exact.trim() === '') return null;
  const { text } = passages;
  const expected = selector.start - passages.start;
  let best: Anchor | null = null;
  const consider = (start: number, end: number, errors: number) => {
    const score = scoreOf(text, { start, end }, errors, selector, expected);
    if (best === null || score > best.score) best = { start, end, isExact: errors === 0, score };
  };
  let at = text.indexOf(exact);
  for (let n = 0; at >= 0 && n < MOST_OCCURRENCES; n += 1) {
    consider(at, at + exact.length, 0);
    at = text.indexOf(exact, at + 1);
  }
  if (best !== null || exact.length < SHORTEST_LOOSE || exact.length > LONGEST_LOOSE) return best;
  for (const { start, end, errors } of search(text, exact, Math.floor(exact.length * ERRORS))) {
    consider(...wholeWords(text, start, end), errors);
  }
  return best;
}

/** A letter or digit of a word with ends: Chinese has no blanks to cut at. */
const IN_WORD = /(?!\p{sc=Han})[\p{L}\p{N}]/u;

/** A stretch with the rest of the words that it begins or ends within. */
function wholeWords(text: string, start: number, end: number): [start: number, end: number] {
  const splits = (at: number) => IN_WORD.test(text[at - 1] ?? '') && IN_WORD.test(text[at] ?? '');
  let [from, to] = [start, end];
  while (splits(from)) from -= 1;
  while (splits(to)) to += 1;
  return [from, to];
}

function scoreOf(
  text: string,
  span: TextSpan,
  errors: number,
  selector: PassageSelector,
  expected: number,
): number {
  const words = 1 - errors / Math.max(1, selector.exact.length);
  const before = text.slice(Math.max(0, span.start - selector.prefix.length), span.start);
  const after = text.slice(span.end, span.end + selector.suffix.length);
  const place = 1 - Math.min(1, Math.abs(span.start - expected) / Math.max(1, text.length));
  const parts =
    50 * words + 20 * likeness(selector.prefix, before) + 20 * likeness(selector.suffix, after);
  return (parts + 2 * place) / 92;
}

/** Share of `wanted` that stands in `found`, with errors allowed; 1 where nothing is wanted. */
function likeness(wanted: string, found: string): number {
  if (wanted === '' || wanted === found) return 1;
  if (found === '') return 0;
  const closest = search(found, wanted, wanted.length);
  const errors = closest.reduce((least, match) => Math.min(least, match.errors), wanted.length);
  return 1 - errors / wanted.length;
}

/** `offset`, moved off the middle of a surrogate pair. */
function onBoundary(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  const before = text.charCodeAt(offset - 1);
  const splitsPair = unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff;
  return splitsPair ? offset + 1 : offset;
}
