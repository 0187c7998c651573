import { type PageText, spanOf } from './page-text.ts';
import { rangeOf } from './sentences.ts';
import { Before, TokenKind } from './tokenize.ts';
import type { Span } from './types.ts';

/** Words of at most this surprise (0 to 255) say nothing at the end of a stretch: "and", "in", "of the". */
const FUNCTION_WORD = 60;
/** Words that are left at least. */
const LEAST_WORDS = 3;

/**
 * The span of a stretch that nobody quotes, tokens `[from, to)`, as a reader would mark it: it does not end
 * in words or names that belong to what follows, and does not cut a Chinese word in two. Whole words of Chinese are
 * those of the platform's segmenter, which is asked for the sentence, so that the answer does not depend on
 * what stands around it.
 */
export function neatSpan(page: PageText, from: number, to: number): Span {
  const { tokens } = page;
  const end = neatEnd(page, from, to);
  const span = spanOf(tokens, from, end);
  const cutsBefore = isInsideHan(page, from);
  const cutsAfter = isInsideHan(page, end);
  if (!cutsBefore && !cutsAfter) return span;
  const sentence = rangeOf(page.sentences, from);
  const first = tokens.start[page.sentences.start[sentence] ?? 0] ?? 0;
  const lastToken = (page.sentences.start[sentence + 1] ?? tokens.count) - 1;
  const words = segmenter().segment(tokens.text.slice(first, tokens.end[lastToken] ?? 0));
  const start = cutsBefore ? words.containing(span.start - first) : undefined;
  const stop = cutsAfter ? words.containing(span.end - first - 1) : undefined;
  return {
    start: start ? first + start.index : span.start,
    end: stop ? first + stop.index + stop.segment.length : span.end,
  };
}

/** Where the stretch ends without what says nothing: words as "of the", and names that begin a new part. */
function neatEnd(page: PageText, from: number, to: number): number {
  const { tokens, named } = page;
  let end = to;
  let withoutPart = to;
  for (let last = to - 1; last - from >= LEAST_WORDS; last--) {
    const kind = tokens.kind[last];
    const isWord = kind === TokenKind.latin || kind === TokenKind.cyrillic;
    if (!isWord || !(named[last] || isFunctionWord(page, last))) break;
    if (end === last + 1 && !named[last]) end = last;
    if ((tokens.before[last] ?? 0) & Before.comma) withoutPart = last;
  }
  return Math.min(end, withoutPart);
}

function isFunctionWord({ terms }: PageText, at: number): boolean {
  return (terms.surprise[at] ?? 255) <= FUNCTION_WORD;
}

/** Whether a Chinese character stands on both sides of the place before token `at`, with nothing between. */
function isInsideHan({ tokens }: PageText, at: number): boolean {
  return (
    at > 0 &&
    tokens.kind[at - 1] === TokenKind.han &&
    tokens.kind[at] === TokenKind.han &&
    tokens.end[at - 1] === tokens.start[at]
  );
}

let known: Intl.Segmenter | null = null;

/**
 * Made when it is first needed, which takes milliseconds: it loads a dictionary. Chinese is cut by that
 * dictionary in every locale; those of the Chinese locale take longer to load.
 */
export function segmenter(): Intl.Segmenter {
  known ??= new Intl.Segmenter('en', { granularity: 'word' });
  return known;
}
