import type { Span } from './types.ts';

const PAIRS: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['‘', '’'],
  ['«', '»'],
  ['„', '“'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['〈', '〉'],
  ['(', ')'],
  ['（', '）'],
  ['[', ']'],
];

/**
 * Widens a span by the quotation mark or bracket that stands right beside it, where the span holds the
 * other one of the pair: `“dual containment` followed by `”` takes the closing mark in, and the full stop
 * before it.
 */
export function balanceQuotes(text: string, span: Span): Span {
  let { start, end } = span;
  const inside = text.slice(start, end);
  if (!ANY_MARK.test(inside)) return { start, end };
  for (const [open, close] of PAIRS) {
    if (!inside.includes(open) && !inside.includes(close)) continue;
    const { opened, closed } = unmatched(inside, open, close);
    if (opened > 0 && text.startsWith(close, end)) end += close.length;
    else if (opened > 0 && STOP.test(text[end] ?? '') && text.startsWith(close, end + 1))
      end += 1 + close.length;
    if (closed > 0 && text.startsWith(open, start - open.length)) start -= open.length;
  }
  if ((inside.split('"').length - 1) % 2 === 1) {
    if (text[end] === '"') end++;
    else if (text[start - 1] === '"') start--;
  }
  return { start, end };
}

const ANY_MARK = /["“”‘’«»„「」『』《》〈〉()（）[\]]/;
const STOP = /[.,;。，；]/;

/** How many marks open without closing, and close without having been opened. */
function unmatched(text: string, open: string, close: string): { opened: number; closed: number } {
  let opened = 0;
  let closed = 0;
  for (const c of text) {
    if (c === open) opened++;
    else if (c === close && opened > 0) opened--;
    else if (c === close) closed++;
  }
  return { opened, closed };
}
