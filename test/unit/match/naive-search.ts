import { Converter } from 'opencc-js';
import type { Span } from '../../../utils/match/types.ts';

const toSimplified = Converter({ from: 't', to: 'cn' });

/** The words of a text as one line, with the offset of each of its characters. */
export interface Folded {
  readonly line: string;
  readonly offsets: readonly number[];
}

/**
 * Folds a text in the plainest way: small letters, no marks and no signs, one space between words, no
 * space between Chinese characters. Shares no code with the tokenizer.
 */
export function foldPlainly(text: string): Folded {
  let line = ' ';
  const offsets = [0];
  const add = (c: string, at: number): void => {
    if (c === ' ' && line.endsWith(' ')) return;
    line += c;
    for (let unit = 0; unit < c.length; unit++) offsets.push(at);
  };
  for (let at = 0; at < text.length; at++) {
    const c = text.charAt(at);
    if (/[\u00ad\u200b-\u200f\u2060\ufeff]|\p{M}/u.test(c)) continue;
    const plain = toSimplified(c.normalize('NFKD').toLowerCase()).replace(/\p{M}/gu, '');
    if (/\p{Script=Han}/u.test(plain)) {
      add(' ', at);
      add(plain, at);
      add(' ', at + 1);
    } else add(/^[\p{L}\p{Nd}]+$/u.test(plain) ? plain : ' ', at);
  }
  add(' ', text.length);
  return { line, offsets };
}

/** Where the words of `wanted` stand in a text, one after the other and whole. */
export function searchPlainly(text: Folded, wanted: Folded): Span[] {
  const found: Span[] = [];
  if (wanted.line.trim() === '') return found;
  for (
    let at = text.line.indexOf(wanted.line);
    at >= 0;
    at = text.line.indexOf(wanted.line, at + 1)
  ) {
    const start = text.offsets[at + 1] ?? 0;
    const end = (text.offsets[at + wanted.line.length - 2] ?? 0) + 1;
    found.push({ start, end });
  }
  return found;
}
