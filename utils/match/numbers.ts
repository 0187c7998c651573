import { foldNumber } from './fold.ts';
import { hashWord } from './hash.ts';
import { numberInWords } from './number-words.ts';
import { TokenKind, type Tokens } from './tokenize.ts';

/** A quantity in a text: its value with the multiplier applied ("245 billion" is 2.45e11). */
export interface Quantity {
  readonly value: number;
  /** First token, and the token after the last one. */
  readonly from: number;
  readonly to: number;
  /** A bare number from 1900 to 2100 without separators, which is more likely a year than a quantity. */
  readonly isYear: boolean;
  /** A part of a whole in words, told as a percentage: "a third" is 33.3. */
  readonly isShare: boolean;
}

const WORD_MULTIPLIERS: readonly (readonly [number, string])[] = [
  [1e3, 'thousand k тысяча тысячи тысяче тысячу тысячей тысяч тысячам тысячами тысячах тыс'],
  [
    1e6,
    'million millions m mn mln миллион миллиона миллиону миллионом миллионе миллионы миллионов миллионам миллионами миллионах млн',
  ],
  [
    1e9,
    'billion billions b bn миллиард миллиарда миллиарду миллиардом миллиарде миллиарды миллиардов миллиардам миллиардами миллиардах млрд',
  ],
  [
    1e12,
    'trillion trillions tn trn триллион триллиона триллиону триллионом триллионе триллионы триллионов триллионам триллионами триллионах трлн',
  ],
];
const HAN_MULTIPLIERS: readonly (readonly [number, string])[] = [
  [10, '十'],
  [100, '百'],
  [1e3, '千'],
  [1e4, '万'],
  [1e8, '亿'],
  [1e12, '兆'],
];

/** Multipliers by hash of the word or character. */
const MULTIPLIERS: ReadonlyMap<number, number> = new Map(
  [...WORD_MULTIPLIERS, ...HAN_MULTIPLIERS].flatMap(([factor, words]) =>
    words.split(' ').map((word) => [hashWord(word), factor] as const),
  ),
);

/** "More than", said in Chinese between the digits and their multiplier: 150多万. */
const AND_MORE: ReadonlySet<number> = new Set(['多', '余', '来'].map(hashWord));

/** As in "a 245-billion-dollar trade". */
const HYPHEN = /^[-\u2010\u2011]$/;

/** Finds the quantities, in digits or words, with the multipliers that follow them. */
export function quantitiesOf(tokens: Tokens): Quantity[] {
  const quantities: Quantity[] = [];
  for (let at = 0; at < tokens.count; at++) {
    const isDigits = tokens.kind[at] === TokenKind.number;
    const inWords = isDigits ? null : numberInWords(tokens, at);
    if (!isDigits && !inWords) continue;
    const raw = tokens.text.slice(tokens.start[at], tokens.end[at]);
    let value = inWords?.value ?? Number.parseFloat(foldNumber(raw));
    if (!Number.isFinite(value)) continue;
    const after = inWords?.to ?? at + 1;
    const first = isMoreOfMany(tokens, after) ? after + 1 : after;
    let to = first;
    for (; to < tokens.count && to < first + 3; to++) {
      const between = tokens.text.slice(tokens.end[to - 1], tokens.start[to]);
      const isJoined = !tokens.before[to] || HYPHEN.test(between);
      const factor = isJoined ? MULTIPLIERS.get(tokens.exact[to] ?? 0) : undefined;
      if (factor === undefined) break;
      value *= factor;
    }
    const isYear =
      isDigits && to === at + 1 && value >= 1900 && value <= 2100 && /^\p{Nd}{4}$/u.test(raw);
    quantities.push({ value, from: at, to, isYear, isShare: inWords?.isShare === true });
    at = to - 1;
  }
  return quantities;
}

/** Whether a word for "and more" stands at a token, with a multiplier right after it. */
function isMoreOfMany({ exact, before }: Tokens, at: number): boolean {
  return (
    AND_MORE.has(exact[at] ?? 0) &&
    !before[at] &&
    !before[at + 1] &&
    MULTIPLIERS.has(exact[at + 1] ?? 0)
  );
}

/** Those of a text's quantities that begin in tokens `[from, to)`, without going through all of them. */
export function quantitiesIn<Q extends Quantity>(
  quantities: readonly Q[],
  from: number,
  to: number,
): Q[] {
  let low = 0;
  let high = quantities.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((quantities[middle]?.from ?? from) < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < quantities.length && (quantities[end]?.from ?? to) < to) end++;
  return quantities.slice(low, end);
}

/** Whether two values are the same figure, rounding allowed for: within 1.5 per cent. */
export function isSameFigure(a: number, b: number): boolean {
  return Math.abs(a - b) <= 0.015 * Math.max(Math.abs(a), Math.abs(b));
}
