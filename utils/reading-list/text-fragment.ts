import type { PassageSelector } from '../messages.ts';

/** From this length on a passage is named by its first and last words, in UTF-16 units. */
const LONG = 240;
/** Below this length a passage may stand twice on a page, so its surroundings are named too. */
const SHORT = 100;
/** Least length of each end of a long passage, and most of a surrounding, in UTF-16 units. */
const END = 40;
const CONTEXT = 32;

const segmenter = (language: string | null): Intl.Segmenter => {
  const options = { granularity: 'word' } as const;
  try {
    return new Intl.Segmenter(language ?? undefined, options);
  } catch {
    return new Intl.Segmenter(undefined, options);
  }
};

const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Percent-encodes a text directive's part; the dash separates parts, so it is encoded as well. */
const encode = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replaceAll('-', '%2D');

/** Offsets at which a word begins or ends in `text`, ascending. */
function boundaries(text: string, words: Intl.Segmenter): number[] {
  return [...words.segment(text)].map(({ index }) => index).concat(text.length);
}

function firstWords(text: string, words: Intl.Segmenter, length: number): string {
  const end = boundaries(text, words).find((at) => at >= length) ?? text.length;
  return text.slice(0, end);
}

function lastWords(text: string, words: Intl.Segmenter, length: number): string {
  const start = boundaries(text, words).findLast((at) => text.length - at >= length) ?? 0;
  return text.slice(start);
}

/** The passage with the rest of words that it begins or ends within: directives match whole words. */
function wholeWords({ exact, prefix, suffix }: PassageSelector, words: Intl.Segmenter) {
  const text = prefix + exact + suffix;
  const from = prefix.length;
  const to = from + exact.length;
  const marks = boundaries(text, words);
  const start = marks.findLast((at) => at <= from) ?? from;
  const end = marks.find((at) => at >= to) ?? to;
  return { exact: text.slice(start, end), prefix: text.slice(0, start), suffix: text.slice(end) };
}

/** The part of the text before a passage that stands in its own line, in whole words. */
function near(text: string, words: Intl.Segmenter, side: 'before' | 'after'): string {
  const lines = text.split(/\n+/);
  const line = side === 'before' ? (lines.at(-1) ?? '') : (lines[0] ?? '');
  const marks = boundaries(line, words);
  const cut =
    side === 'before'
      ? line.slice(marks.find((at) => at > 0 && line.length - at <= CONTEXT) ?? line.length)
      : line.slice(0, marks.findLast((at) => at < line.length && at <= CONTEXT) ?? 0);
  return collapse(cut);
}

/**
 * The text directive for a passage (WICG Scroll to Text Fragment): `prefix-,exact,-suffix` for short
 * passages, the passage alone for longer ones, `textStart,textEnd` for those that are long or reach
 * over more than one paragraph. Null for a passage without words.
 */
export function textDirective(selector: PassageSelector, language: string | null): string | null {
  const words = segmenter(language);
  const { exact, prefix, suffix } = wholeWords(selector, words);
  const whole = collapse(exact);
  if (whole === '') return null;
  const lines = exact
    .split(/\n+/)
    .map(collapse)
    .filter((line) => line !== '');
  const first = lines[0] ?? whole;
  const last = lines.at(-1) ?? whole;
  if (lines.length > 1 || whole.length > LONG) {
    const start = firstWords(first, words, END);
    const end = lastWords(last, words, END);
    return `text=${encode(collapse(start))},${encode(collapse(end))}`;
  }
  if (whole.length > SHORT) return `text=${encode(whole)}`;
  const before = near(prefix, words, 'before');
  const after = near(suffix, words, 'after');
  const parts = [
    ...(before === '' ? [] : [`${encode(before)}-`]),
    encode(whole),
    ...(after === '' ? [] : [`-${encode(after)}`]),
  ];
  return `text=${parts.join(',')}`;
}

/** The address that opens a page at a passage; the page's own fragment stays. */
export function addressAtPassage(
  address: string,
  selector: PassageSelector,
  language: string | null,
): string {
  const directive = textDirective(selector, language);
  if (directive === null) return address;
  const [bare = address] = address.split(':~:');
  return `${bare.includes('#') ? bare : `${bare}#`}:~:${directive}`;
}
