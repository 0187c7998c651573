/** Words in small letters whose point does not end a sentence. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'mr mrs ms dr prof st gen col lt sgt rep sen gov no vs etc inc ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec г гг млн млрд трлн тыс руб долл им ул'.split(
    ' ',
  ),
);

/** In UTF-16 units. */
export const LONGEST_ABBREVIATION = Math.max(...Array.from(ABBREVIATIONS, ({ length }) => length));

const POINT = 0x2e;

/** Whether a unit is a space, or one that does not break. */
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0xa0;
}

/** Whether another full stop follows the one at `at`, close or after one space. */
export function isFollowedByPoint(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return next === POINT || (isSpace(next) && text.charCodeAt(at + 2) === POINT);
}

/**
 * Whether the full stop at `at` closes a sentence: not in "..", after "Mr" or an initial, or before a small
 * letter. The last word before it is `text.slice(from, to)`. What common prose has is told without a regular
 * expression.
 */
export function isSentenceEnd(text: string, at: number, from: number, to: number): boolean {
  if (isFollowedByPoint(text, at)) return false;
  const last = text.charCodeAt(at - 1);
  if (last === POINT || (isSpace(last) && text.charCodeAt(at - 2) === POINT)) return false;
  if (to > from && to - from <= LONGEST_ABBREVIATION) {
    const word = text.slice(from, to);
    if (word.length === 1 && /\p{Lu}/u.test(word)) return false;
    if (ABBREVIATIONS.has(word.toLowerCase())) return false;
  }
  const letter = text.charCodeAt(at + 2);
  if (text.charCodeAt(at + 1) === 0x20 && letter > 0x20 && letter < 0x80)
    return letter < 0x61 || letter > 0x7a;
  const rest = text.slice(at + 1, at + 8);
  if (!/^[\s"”»’)\]」』]|^$/.test(rest)) return false;
  return !/^\s+\p{Ll}/u.test(rest);
}
