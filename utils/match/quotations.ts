import type { PageText } from './page-text.ts';
import { rangeOf } from './sentences.ts';

/** Tokens `[from, to)`. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** What an apostrophe stands between: letters and digits of scripts that have one. */
const LETTER = String.raw`[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]`;

/**
 * Most apostrophes within single marks, and most units between two of them: what is repeated without end, and may
 * be in vain, takes more memory than an expression has.
 */
const APOSTROPHES = '{0,50}';
const UNITS = '{0,2000}';

/**
 * Quotation marks in pairs; of pairs within pairs the inner ones where both are alike, else the outer ones.
 * Straight marks open before a word and not behind one, so that inches and an odd mark do not turn the rest of
 * a paragraph inside out. Single marks do so too, and close behind a word and not before one: else they are
 * apostrophes. The apostrophe of “travellers’” looks like the end; what follows it is then read as not quoted.
 * A quotation that goes on in the next paragraph has no mark at the end of this one; it is read only where
 * marks are double. Each expression reads a text once, whatever stands in it.
 */
const QUOTATION = new RegExp(
  [
    '“[^“”]*(?:”|$)',
    '«[^«»]*(?:»|$)',
    '„[^„“]*(?:“|$)',
    '「[^「」]*(?:」|$)',
    String.raw`(?<!${LETTER})"(?=\S)[^"]*(?:"|$)`,
    String.raw`(?<!${LETTER})‘(?=\S)[^‘’]${UNITS}(?:’(?=${LETTER})[^‘’]${UNITS})${APOSTROPHES}’(?!${LETTER})`,
    String.raw`(?<!${LETTER})'(?=\S)[^']${UNITS}(?:(?<=${LETTER})'(?=${LETTER})[^']${UNITS})${APOSTROPHES}'(?!${LETTER})`,
  ].join('|'),
  'gu',
);

/** The quotations of a text; the marks of a paragraph are read when it is first asked about. */
export class Quotations {
  private readonly known = new Map<number, readonly TokenRange[]>();

  constructor(private readonly page: PageText) {}

  /** What stands in quotation marks of tokens `[from, to)` of one paragraph, in reading order. */
  within(from: number, to: number): TokenRange[] {
    const paragraph = rangeOf(this.page.paragraphs, from);
    let ranges = this.known.get(paragraph);
    if (!ranges) {
      ranges = this.read(paragraph);
      this.known.set(paragraph, ranges);
    }
    const found: TokenRange[] = [];
    for (let at = firstEndingAfter(ranges, from); at < ranges.length; at++) {
      const range = ranges[at];
      if (!range || range.from >= to) break;
      found.push({ from: Math.max(from, range.from), to: Math.min(to, range.to) });
    }
    return found;
  }

  private read(paragraph: number): TokenRange[] {
    const { tokens, paragraphs } = this.page;
    const first = paragraphs.start[paragraph] ?? 0;
    const end = paragraphs.start[paragraph + 1] ?? tokens.count;
    const start = first > 0 ? (tokens.end[first - 1] ?? 0) : 0;
    const text = tokens.text.slice(start, tokens.start[end] ?? tokens.text.length);
    const found: TokenRange[] = [];
    let token = first;
    for (const { 0: marked, index } of text.matchAll(QUOTATION)) {
      const opens = start + index;
      while (token < end && (tokens.start[token] ?? 0) < opens) token++;
      const from = token;
      while (token < end && (tokens.start[token] ?? 0) < opens + marked.length) token++;
      if (token > from) found.push({ from, to: token });
    }
    return found;
  }
}

/** Place of the first range that ends behind token `at`. */
function firstEndingAfter(ranges: readonly TokenRange[], at: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle]?.to ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
