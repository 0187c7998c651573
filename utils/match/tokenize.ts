import { foldNumber, foldWord, traditionalToSimplified } from './fold.ts';
import { hashWord } from './hash.ts';

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

export const TokenKind = { latin: 1, cyrillic: 2, han: 3, number: 4, other: 5 } as const;

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

const Class = {
  separator: 0,
  ...TokenKind,
  invisible: 6,
  apostrophe: 7,
  mark: 8,
  unknown: 255,
} as const;

/** Words in small letters whose point does not end a sentence. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'mr mrs ms dr prof st gen col lt sgt rep sen gov no vs etc inc ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec г гг млн млрд трлн тыс руб долл им ул'.split(
    ' ',
  ),
);

/** Makes a tokenizer. It keeps tables and a memory of folded words, so make one and use it often. */
export function createTokenizer(): (text: string) => Tokens {
  const classes = new Uint8Array(0x10000).fill(Class.unknown);
  const simplified = traditionalToSimplified();
  const hanHash = new Map<number, number>();
  let words = new Map<string, readonly [number, number]>();

  const classOf = (code: number): number => {
    const known = classes[code] ?? 0;
    if (known !== Class.unknown) return known;
    const fresh = classify(code);
    classes[code] = fresh;
    return fresh;
  };

  const hashesOf = (raw: string, kind: number): readonly [number, number] => {
    const key = kind === TokenKind.number ? `#${raw}` : raw;
    const known = words.get(key);
    if (known) return known;
    // The memory is bounded: a page of nothing but new words must not grow it for ever.
    if (words.size > 60_000) words = new Map();
    let pair: readonly [number, number];
    if (kind === TokenKind.number) {
      const hash = hashWord(foldNumber(raw));
      pair = [hash, hash];
    } else {
      const { exact, stem } = foldWord(raw);
      const hash = hashWord(exact);
      pair = exact === stem ? [hash, hash] : [hash, hashWord(stem)];
    }
    words.set(key, pair);
    return pair;
  };

  const hashOfHan = (code: number): number => {
    const known = hanHash.get(code);
    if (known !== undefined) return known;
    // Files made from PDF hold radicals and compatibility forms in place of the characters.
    const plain = String.fromCharCode(code).normalize('NFKC').charCodeAt(0);
    const hash = hashWord(String.fromCharCode(simplified.get(plain) ?? plain));
    hanHash.set(code, hash);
    return hash;
  };

  return (text) => scan(text, classOf, hashesOf, hashOfHan);
}

function classify(code: number): number {
  const c = String.fromCharCode(code);
  if (/\p{Default_Ignorable_Code_Point}/u.test(c)) return Class.invisible;
  if (/['\u2018\u2019\u02bc\uff07]/.test(c)) return Class.apostrophe;
  if (/\p{M}/u.test(c)) return Class.mark;
  if (/\p{Nd}/u.test(c)) return Class.number;
  if (/[\p{Script=Han}\u3007]/u.test(c)) return Class.han;
  if (/\p{L}/u.test(c)) {
    if (/\p{Script=Cyrillic}/u.test(c)) return Class.cyrillic;
    if (/\p{Script=Latin}/u.test(c)) return Class.latin;
    return Class.other;
  }
  return Class.separator;
}

/** Growing columns of the tokens found so far. */
class Columns {
  count = 0;
  start: Uint32Array;
  end: Uint32Array;
  exact: Uint32Array;
  stem: Uint32Array;
  kind: Uint8Array;
  before: Uint8Array;

  constructor(capacity: number) {
    this.start = new Uint32Array(capacity);
    this.end = new Uint32Array(capacity);
    this.exact = new Uint32Array(capacity);
    this.stem = new Uint32Array(capacity);
    this.kind = new Uint8Array(capacity);
    this.before = new Uint8Array(capacity);
  }

  add(start: number, end: number, exact: number, stem: number, kind: number, before: number): void {
    const at = this.count++;
    this.start[at] = start;
    this.end[at] = end;
    this.exact[at] = exact;
    this.stem[at] = stem;
    this.kind[at] = kind;
    this.before[at] = before;
  }
}

function scan(
  text: string,
  classOf: (code: number) => number,
  hashesOf: (raw: string, kind: number) => readonly [number, number],
  hashOfHan: (code: number) => number,
): Tokens {
  const columns = new Columns(text.length + 1);
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
      const [exact, stem] = hashesOf(text.slice(at, end), kind);
      columns.add(at, end, exact, stem, kind, before);
      before = 0;
      at = end;
    } else {
      const next = separatorAt(text, at, columns, before);
      before = next;
      at++;
    }
  }
  const { count } = columns;
  return {
    text,
    count,
    start: columns.start.slice(0, count),
    end: columns.end.slice(0, count),
    exact: columns.exact.slice(0, count),
    stem: columns.stem.slice(0, count),
    kind: columns.kind.slice(0, count),
    before: columns.before.slice(0, count),
  };
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
  if (at - from > LONGEST_NUMBER || !/[ \u00a0\u2009\u202f]/.test(text[at] ?? '')) return false;
  return (
    /^\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})*$/.test(text.slice(from, at)) &&
    /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5))
  );
}

const COMMA = /[,、，;；:：\u2010-\u2015—-]/;
const SENTENCE = /[!?。！？｡]/;
/** Three full stops, close or spaced as American papers set them. */
const ELLIPSIS = /^\.[ \u00a0]?\.[ \u00a0]?\./;
const OPENING = /[“„«「『‹《〈"＂‘]/;
const CLOSING = /[”»」』›》〉"＂’]/;
const BRACKET = /[()[\]（）［］【】]/;

function separatorAt(text: string, at: number, columns: Columns, before: number): number {
  const c = text[at] ?? '';
  let bits = before;
  if (c === ' ' || c === '\u00a0') return bits;
  // What stood before a paragraph's end says nothing of the next one: a text may be cut there.
  if (c === '\u2029' || (c === '\n' && isBlankLine(text, at)))
    return Before.paragraph | Before.sentence;
  if (c === '\n') return bits;
  if (c === '…' || (c === '.' && ELLIPSIS.test(text.slice(at, at + 5))))
    return bits | Before.ellipsis;
  if (c === '.') return isSentenceEnd(text, at, columns) ? bits | Before.sentence : bits;
  if (SENTENCE.test(c)) bits |= Before.sentence;
  else if (COMMA.test(c)) bits |= Before.comma;
  if (OPENING.test(c)) bits |= Before.opening;
  if (CLOSING.test(c)) bits |= Before.closing;
  if (BRACKET.test(c)) bits |= Before.bracket;
  return bits;
}

/** Whether the line feed at `at` ends a line that is empty but for white space: only then does a paragraph end. */
function isBlankLine(text: string, at: number): boolean {
  let back = at - 1;
  while (back >= 0 && /[ \t\r\u00a0]/.test(text[back] ?? '')) back--;
  return text[back] === '\n';
}

/** Whether the full stop at `at` closes a sentence: not in "..", after "Mr" or an initial, or before a small letter. */
function isSentenceEnd(text: string, at: number, columns: Columns): boolean {
  if (/^(?:\.|[ \u00a0]\.)/.test(text.slice(at + 1, at + 3))) return false;
  if (/\.[ \u00a0]?$/.test(text.slice(Math.max(0, at - 2), at))) return false;
  const last = columns.count - 1;
  if (last >= 0) {
    const word = text.slice(columns.start[last], columns.end[last]);
    if (word.length === 1 && /\p{Lu}/u.test(word)) return false;
    if (ABBREVIATIONS.has(word.toLowerCase())) return false;
  }
  const rest = text.slice(at + 1, at + 8);
  if (!/^[\s"”»’)\]」』]|^$/.test(rest)) return false;
  return !/^\s+\p{Ll}/u.test(rest);
}
