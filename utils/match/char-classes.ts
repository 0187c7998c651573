/** What a token is made of. */
export const TokenKind = { latin: 1, cyrillic: 2, han: 3, number: 4, other: 5 } as const;

/** What a UTF-16 unit is to the tokenizer: part of a token of that kind, or one of the rest. */
export const CharClass = {
  separator: 0,
  ...TokenKind,
  invisible: 6,
  apostrophe: 7,
  mark: 8,
} as const;

const UNKNOWN = 255;

/** Makes a function that tells the class of a unit; it looks closely at each unit once. */
export function createCharClasses(): (code: number) => number {
  const classes = new Uint8Array(0x10000).fill(UNKNOWN);
  // Most of what is ever read, without a regular expression.
  classes.fill(CharClass.separator, 0, 0x80);
  classes.fill(CharClass.number, 0x30, 0x3a);
  classes.fill(CharClass.latin, 0x41, 0x5b);
  classes.fill(CharClass.latin, 0x61, 0x7b);
  classes[0x27] = CharClass.apostrophe;
  classes.fill(CharClass.cyrillic, 0x410, 0x450);
  classes.fill(CharClass.han, 0x4e00, 0x9fd6);
  return (code) => {
    const known = classes[code] ?? CharClass.separator;
    if (known !== UNKNOWN) return known;
    const fresh = classify(code);
    classes[code] = fresh;
    return fresh;
  };
}

/** The same by Unicode's properties alone. */
export function classify(code: number): number {
  const c = String.fromCharCode(code);
  if (/\p{Default_Ignorable_Code_Point}/u.test(c)) return CharClass.invisible;
  if (/['\u2018\u2019\u02bc\uff07]/.test(c)) return CharClass.apostrophe;
  if (/\p{M}/u.test(c)) return CharClass.mark;
  if (/\p{Nd}/u.test(c)) return CharClass.number;
  if (/[\p{Script=Han}\u3007]/u.test(c)) return CharClass.han;
  if (/\p{L}/u.test(c)) {
    if (/\p{Script=Cyrillic}/u.test(c)) return CharClass.cyrillic;
    if (/\p{Script=Latin}/u.test(c)) return CharClass.latin;
    return CharClass.other;
  }
  return CharClass.separator;
}
