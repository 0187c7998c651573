import { hashWord } from './hash.ts';
import { TokenKind, type Tokens } from './tokenize.ts';
import { WordFilter } from './word-filter.ts';

/** A number in words: its value, and the token after its last one. */
export interface NumberInWords {
  readonly value: number;
  readonly to: number;
  /** A part of a whole, told as a percentage. */
  readonly isShare: boolean;
}

const UNITS: readonly (readonly [number, string])[] = [
  [1, 'one один одна одно одного одной'],
  [2, 'two два две двух двум двумя'],
  [3, 'three три трех трем'],
  [4, 'four четыре четырех четырем'],
  [5, 'five пять пяти'],
  [6, 'six шесть шести'],
  [7, 'seven семь семи'],
  [8, 'eight восемь восьми'],
  [9, 'nine девять девяти'],
  [10, 'ten десять десяти'],
  [11, 'eleven одиннадцать одиннадцати'],
  [12, 'twelve двенадцать двенадцати'],
  [13, 'thirteen тринадцать тринадцати'],
  [14, 'fourteen четырнадцать четырнадцати'],
  [15, 'fifteen пятнадцать пятнадцати'],
  [16, 'sixteen шестнадцать шестнадцати'],
  [17, 'seventeen семнадцать семнадцати'],
  [18, 'eighteen восемнадцать восемнадцати'],
  [19, 'nineteen девятнадцать девятнадцати'],
];
const TENS: readonly (readonly [number, string])[] = [
  [20, 'twenty двадцать двадцати'],
  [30, 'thirty тридцать тридцати'],
  [40, 'forty сорок сорока'],
  [50, 'fifty пятьдесят пятидесяти'],
  [60, 'sixty шестьдесят шестидесяти'],
  [70, 'seventy семьдесят семидесяти'],
  [80, 'eighty восемьдесят восьмидесяти'],
  [90, 'ninety девяносто девяноста'],
];
const HUNDREDS: readonly (readonly [number, string])[] = [
  [100, 'сто ста'],
  [200, 'двести двухсот'],
  [300, 'триста трехсот'],
  [400, 'четыреста четырехсот'],
  [500, 'пятьсот пятисот'],
  [600, 'шестьсот шестисот'],
  [700, 'семьсот семисот'],
  [800, 'восемьсот восьмисот'],
  [900, 'девятьсот девятисот'],
];
/** Parts of a whole, as the number that divides it. Quarters are left out where they may be months. */
const PARTS: readonly (readonly [number, string])[] = [
  [3, 'third thirds треть трети третью третей'],
  [4, 'quarters четверть четверти четвертью четвертей'],
  [5, 'fifth fifths'],
  [10, 'tenth tenths'],
];
const HAN_DIGITS = '零一二三四五六七八九';
const HAN_STEPS: readonly (readonly [number, string])[] = [
  [10, '十'],
  [100, '百'],
  [1e3, '千'],
];

const read = (list: readonly (readonly [number, string])[]): ReadonlyMap<number, number> =>
  new Map(
    list.flatMap(([value, words]) => words.split(' ').map((word) => [hashWord(word), value])),
  );
const units = read(UNITS);
const tens = read(TENS);
const hundreds = read(HUNDREDS);
const parts = read(PARTS);
const hanDigits = new Map(
  [...HAN_DIGITS, '两'].map((sign, at) => [hashWord(sign), at === 10 ? 2 : at]),
);
const hanSteps = read(HAN_STEPS);
const A = hashWord('a');
const AND = hashWord('and');
const HUNDRED = hashWord('hundred');
const HAN_PART = [hashWord('分'), hashWord('之')] as const;

/** Words and signs with which a number can begin: nearly every token is passed over by them. */
const FIRST: ReadonlySet<number> = new Set([
  ...[units, tens, hundreds, parts, hanDigits].flatMap((words) => [...words.keys()]),
  hashWord('十'),
  HUNDRED,
  A,
]);
const MAY_BE_FIRST = new WordFilter();
for (const word of FIRST) MAY_BE_FIRST.add(word);

/** The most a part of a whole can be, as a percentage. */
const WHOLE = 100;

/**
 * Reads a number in words at token `at`: "two hundred and forty-five", `сорок`, `四十`; a part of a whole as
 * a percentage: "a third", `треть`, `三分之一`. Null where none begins. One and two to nine alone are no
 * figures: "one of them", `三国`.
 */
export function numberInWords(tokens: Tokens, at: number): NumberInWords | null {
  const word = tokens.exact[at] ?? 0;
  if (!MAY_BE_FIRST.holds(word) || !FIRST.has(word)) return null;
  return tokens.kind[at] === TokenKind.han ? hanNumber(tokens, at) : wordNumber(tokens, at);
}

function wordNumber(tokens: Tokens, at: number): NumberInWords | null {
  const word = (place: number): number =>
    place === at || !tokens.before[place] || isHyphen(tokens, place)
      ? (tokens.exact[place] ?? 0)
      : 0;
  const part = partOf(word, at);
  if (part) return part;
  let to = at;
  let value = 0;
  const take = (map: ReadonlyMap<number, number>): boolean => {
    const found = map.get(word(to));
    if (found === undefined) return false;
    value += found;
    to++;
    return true;
  };
  if (word(to) === A && word(to + 1) === HUNDRED) to++;
  const isCounted = take(units);
  if (word(to) === HUNDRED) {
    value = Math.max(1, value) * 100;
    to++;
    if (word(to) === AND && (tens.has(word(to + 1)) || units.has(word(to + 1)))) to++;
    if (take(tens)) take(units);
    else take(units);
  } else if (!isCounted) {
    take(hundreds);
    take(tens);
    take(units);
  }
  return value >= LEAST ? { value, to, isShare: false } : null;
}

/** Least number that is a figure by itself when it stands in words. */
const LEAST = 10;

function partOf(word: (place: number) => number, at: number): NumberInWords | null {
  const bare = parts.get(word(at));
  if (bare !== undefined && RUSSIAN_PARTS.has(word(at)))
    return { value: WHOLE / bare, to: at + 1, isShare: true };
  const count = word(at) === A ? 1 : units.get(word(at));
  const divisor = parts.get(word(at + 1));
  if (count === undefined || divisor === undefined || count >= divisor) return null;
  return { value: (WHOLE * count) / divisor, to: at + 2, isShare: true };
}

/** Russian says the part without an article: `треть торговли`. */
const RUSSIAN_PARTS: ReadonlySet<number> = new Set(['треть', 'трети', 'третью'].map(hashWord));

function isHyphen(tokens: Tokens, place: number): boolean {
  return /^[-\u2010\u2011]$/.test(tokens.text.slice(tokens.end[place - 1], tokens.start[place]));
}

function hanNumber(tokens: Tokens, at: number): NumberInWords | null {
  const sign = (place: number): number =>
    place === at || !tokens.before[place] ? (tokens.exact[place] ?? 0) : 0;
  const divisor = hanDigits.get(sign(at));
  if (divisor && sign(at + 1) === HAN_PART[0] && sign(at + 2) === HAN_PART[1]) {
    const count = hanDigits.get(sign(at + 3));
    if (count && count < divisor)
      return { value: (WHOLE * count) / divisor, to: at + 4, isShare: true };
  }
  let value = 0;
  let digit: number | undefined;
  let to = at;
  let steps = 0;
  for (; ; to++) {
    const step = hanSteps.get(sign(to));
    if (step !== undefined && (digit !== undefined || step === 10)) {
      value += (digit ?? 1) * step;
      digit = undefined;
      steps++;
    } else if (digit === undefined && hanDigits.has(sign(to))) digit = hanDigits.get(sign(to));
    else break;
  }
  if (steps === 0 || to === at + 1) return null;
  return { value: value + (digit ?? 0), to, isShare: false };
}
