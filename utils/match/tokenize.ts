import { CharClass as Class, createCharClasses, TokenKind } from './char-classes.ts';
import { foldNumber, foldWord, traditionalToSimplified } from './fold.ts';
import { hashWord } from './hash.ts';
import { isFollowedByPoint, isSentenceEnd, isSpace } from './sentence-end.ts';
import { TokenColumns } from './token-columns.ts';
import { type WordHashes, WordMemory } from './word-memory.ts';

export { TokenKind };

/**
 * A text as the engine reads it: one entry a word, number or Han character, in parallel typed arrays.
 * Offsets are UTF-16 code units into `text`. `exact` and `stem` are hashes (see hash.ts) of the folded
 * word and of its stem; for Han characters and numbers both are the same. `kind` is a `TokenKind`;
 * `before` holds the `Before` bits of what stands between the previous token and this one.
 */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly exact: Uint32Array;
  readonly stem: Uint32Array;
  readonly kind: Uint8Array;
  readonly before: Uint8Array;
}

/** Bits: what was seen between the previous token and this one. */
export const Before = {
  comma: 1,
  sentence: 2,
  paragraph: 4,
  ellipsis: 8,
  opening: 16,
  closing: 32,
  bracket: 64,
} as const;

export type Tokenizer = (text: string) => Tokens;

/** Makes a tokenizer. It keeps tables and a memory of folded words, so make one and use it often. */
export function createTokenizer(): Tokenizer {
  const reader: Reader = {
    classOf: createCharClasses(),
    bitsOf: createSeparatorBits(),
    words: new WordMemory(hashesOf),
    hashOfHan: createHanHashes(),
    columns: new TokenColumns(SMALL),
  };
  return (text) => scan(text, reader);
}

/** What a tokenizer keeps between texts. */
interface Reader {
  readonly classOf: (code: number) => number;
  readonly bitsOf: (code: number) => number;
  readonly words: WordMemory;
  readonly hashOfHan: (code: number) => number;
  /** Columns for texts of ordinary length, filled anew for each. */
  readonly columns: TokenColumns;
}

/** Units of a text up to which columns are kept for the next one. */
const SMALL = 0x10000;

function hashesOf(word: string): WordHashes {
  if (/^\p{Nd}/u.test(word)) {
    const hash = hashWord(foldNumber(word));
    return [hash, hash];
  }
  const { exact, stem } = foldWord(word);
  const hash = hashWord(exact);
  return [hash, exact === stem ? hash : hashWord(stem)];
}

/** Makes a function that gives the hash of a Han character, folded to its simplified form. */
function createHanHashes(): (code: number) => number {
  const hashes = new Uint32Array(0x10000);
  const simplified = traditionalToSimplified();
  return (code) => {
    const known = hashes[code] ?? 0;
    if (known !== 0) return known;
    // Files made from PDF hold radicals and compatibility forms in place of the characters.
    const plain = String.fromCharCode(code).normalize('NFKC').charCodeAt(0);
    const hash = hashWord(String.fromCharCode(simplified.get(plain) ?? plain));
    hashes[code] = hash;
    return hash;
  };
}

function scan(text: string, reader: Reader): Tokens {
  const { classOf, words, hashOfHan } = reader;
  const columns = text.length < SMALL ? reader.columns : new TokenColumns(text.length + 1);
  columns.count = 0;
  let before: number = Before.paragraph | Before.sentence;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const kind = classOf(code);
    if (kind === Class.han) {
      const hash = hashOfHan(code);
      columns.add(at, at + 1, hash, hash, kind, before);
      before = 0;
      at++;
    } else if (kind >= Class.latin && kind <= Class.other) {
      const end =
        kind === Class.number ? endOfNumber(text, at, classOf) : endOfWord(text, at, kind, classOf);
      const word = words.find(text, at, end);
      columns.add(at, end, words.exact(word), words.stem(word), kind, before);
      before = 0;
      at = end;
    } else {
      if (code !== 0x20) before = separatorAt(text, at, columns, before, reader.bitsOf);
      at++;
    }
  }
  return columns.tokensOf(text);
}

function endOfWord(
  text: string,
  from: number,
  kind: number,
  classOf: (code: number) => number,
): number {
  let at = from + 1;
  let end = at;
  while (at < text.length) {
    const next = classOf(text.charCodeAt(at));
    if (next === kind || next === Class.mark) end = ++at;
    else if (next === Class.invisible) at++;
    else if (next === Class.apostrophe && classOf(text.charCodeAt(at + 1)) === kind) at++;
    else if (isAcronymPoint(text, at, end, kind, classOf)) end = ++at;
    else break;
  }
  return end;
}

/** A full stop inside "U.S." or "U.N.": between, or closing, a run of single letters. */
function isAcronymPoint(
  text: string,
  at: number,
  end: number,
  kind: number,
  classOf: (code: number) => number,
): boolean {
  if (kind !== TokenKind.latin || text.charCodeAt(at) !== 0x2e || end !== at) return false;
  const previous = at < 2 ? Class.separator : classOf(text.charCodeAt(at - 2));
  if (previous === kind || previous === Class.mark || previous === Class.number) return false;
  const isInner =
    classOf(text.charCodeAt(at + 1)) === kind && classOf(text.charCodeAt(at + 2)) !== kind;
  return isInner || text.charCodeAt(at - 2) === 0x2e;
}

function endOfNumber(text: string, from: number, classOf: (code: number) => number): number {
  let at = from + 1;
  let end = at;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (classOf(code) === Class.number) end = ++at;
    else if (classOf(code) === Class.invisible) at++;
    else if (
      (code === 0x2e || code === 0x2c || isThousandsSpace(text, from, at)) &&
      classOf(text.charCodeAt(at + 1)) === Class.number
    )
      at++;
    else break;
  }
  return end + (ORDINAL.exec(text.slice(end, end + 4))?.[0].length ?? 0);
}

/** The ending of "11th" or "9-й": by itself it would pass for a rare word. */
const ORDINAL = /^(?:st|nd|rd|th|-?(?:й|я|е|го|му|м|х))(?!\p{L})/iu;

/** Characters after which no further group of thousands is looked for: six groups are 10^18. */
const LONGEST_NUMBER = 24;

/** A space inside "10 375": after one to three digits or a group of three, before just three more. */
function isThousandsSpace(text: string, from: number, at: number): boolean {
  if (at - from > LONGEST_NUMBER || !isThinSpace(text.charCodeAt(at))) return false;
  return (
    /^\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})*$/.test(text.slice(from, at)) &&
    /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5))
  );
}

/** A space that may part thousands. */
function isThinSpace(code: number): boolean {
  return isSpace(code) || code === 0x2009 || code === 0x202f;
}

const COMMA = /[,、，;；:：\u2010-\u2015—-]/;
const SENTENCE = /[!?。！？｡]/;
/** Three full stops, close or spaced as American papers set them. */
const ELLIPSIS = /^\.[ \u00a0]?\.[ \u00a0]?\./;
const OPENING = /[“„«「『‹《〈"＂‘]/;
const CLOSING = /[”»」』›》〉"＂’]/;
const BRACKET = /[()[\]（）［］【】]/;

/** Makes a function that gives the bits of a unit that parts words wherever it stands; full stops aside. */
function createSeparatorBits(): (code: number) => number {
  const known = new Uint8Array(0x10000).fill(UNKNOWN);
  return (code) => {
    const bits = known[code] ?? 0;
    if (bits !== UNKNOWN) return bits;
    const c = String.fromCharCode(code);
    let fresh = 0;
    if (c === '…') fresh = Before.ellipsis;
    else if (SENTENCE.test(c)) fresh = Before.sentence;
    else if (COMMA.test(c)) fresh = Before.comma;
    if (OPENING.test(c)) fresh |= Before.opening;
    if (CLOSING.test(c)) fresh |= Before.closing;
    if (BRACKET.test(c)) fresh |= Before.bracket;
    known[code] = fresh;
    return fresh;
  };
}

const UNKNOWN = 255;

function separatorAt(
  text: string,
  at: number,
  columns: TokenColumns,
  before: number,
  bitsOf: (code: number) => number,
): number {
  const code = text.charCodeAt(at);
  // What stood before a paragraph's end says nothing of the next one: a text may be cut there.
  if (code === 0x2029) return Before.paragraph | Before.sentence;
  if (code === 0x0a) return isBlankLine(text, at) ? Before.paragraph | Before.sentence : before;
  if (code !== 0x2e) return before | bitsOf(code);
  if (isFollowedByPoint(text, at) && ELLIPSIS.test(text.slice(at, at + 5)))
    return before | Before.ellipsis;
  const last = columns.count - 1;
  const from = last < 0 ? 0 : (columns.start[last] ?? 0);
  const to = last < 0 ? 0 : (columns.end[last] ?? 0);
  return isSentenceEnd(text, at, from, to) ? before | Before.sentence : before;
}

/** Whether the line feed at `at` ends a line that is empty but for white space: only then does a paragraph end. */
function isBlankLine(text: string, at: number): boolean {
  let back = at - 1;
  for (; back >= 0; back--) {
    const code = text.charCodeAt(back);
    if (!isSpace(code) && code !== 0x09 && code !== 0x0d) break;
  }
  return text.charCodeAt(back) === 0x0a;
}
