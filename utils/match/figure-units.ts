/** What a number counts: money by currency, a share, a volume, an area, a ratio, or things by their noun. */
export const FIGURE_UNITS = [
  'usd',
  'eur',
  'cny',
  'rub',
  'per-cent',
  'cubic-metres',
  'square-kilometres',
  'times',
  'count',
] as const;

export type FigureUnit = (typeof FIGURE_UNITS)[number];

const USD = 'USD|(?:US|U\\.S\\.)?[ -]?dollars?|долл\\p{L}*\\.?(?: США)?|美元';
const EUR = 'EUR|euros?|евро|欧元|歐元';
const CNY = 'CNY|RMB|yuan|renminbi|юан\\p{L}*|人民币|人民幣|元';
const RUB = 'RUB|rou?bles?|руб\\p{L}*\\.?|卢布|盧布';

/** Units that stand behind a number and its multiplier. */
const BEHIND: readonly (readonly [FigureUnit, RegExp])[] = [
  ['per-cent', /^[ -]?(?:%|％|per[ -]?cent|процент)/iu],
  ['usd', new RegExp(`^[ -]?(?:${USD})`, 'iu')],
  ['eur', new RegExp(`^[ -]?(?:${EUR})`, 'iu')],
  ['rub', new RegExp(`^[ -]?(?:${RUB})`, 'iu')],
  ['cny', new RegExp(`^[ -]?(?:${CNY})`, 'iu')],
  ['cubic-metres', /^[ -]?(?:bcm\b|cubic|cu\.? ?m|куб|м³|m³|立方米)/iu],
  [
    'square-kilometres',
    /^[ -]?(?:(?:square|sq\.?) ?(?:km|kilomet)|km[²2]|км[²2]|кв\.? ?км|квадратн\p{L}* километр|平方公里|平方千米)/iu,
  ],
  ['times', /^(?:[ -]?times\b|-?fold\b|[ -]?раза?(?!\p{L})|倍)/iu],
];
/** Units that stand before a number. */
const BEFORE: readonly (readonly [FigureUnit, RegExp])[] = [
  ['per-cent', /百分之\s*$/u],
  ['usd', /(?:US ?\$|\$|USD) ?$/u],
  ['eur', /(?:€|EUR) ?$/u],
  ['cny', /(?:¥|￥|RMB|CNY) ?$/u],
  ['rub', /(?:₽|RUB) ?$/u],
];
const MULTIPLIERS = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 } as const;
/** A billion cubic metres in one word, with its multiplier in it. */
const BCM = /^[ -]?bcm\b/iu;

/** What stands around a number on a page: the unit, a factor hidden in it, and how far it reaches. */
export interface UnitAround {
  readonly unit: FigureUnit;
  readonly factor: number;
  /** UTF-16 units that belong to the figure before the number, and behind it. */
  readonly before: number;
  readonly behind: number;
}

/** The unit of a number between two texts; a count of things where none is written. */
export function unitAround(before: string, behind: string): UnitAround {
  for (const [unit, pattern] of BEFORE) {
    const found = pattern.exec(before);
    if (found) return { unit, factor: 1, before: found[0].length, behind: 0 };
  }
  // The point of an abbreviated multiplier: "600 тыс. кв. км".
  const point = behind.startsWith('.') ? 1 : 0;
  const rest = behind.slice(point);
  for (const [unit, pattern] of BEHIND) {
    const found = pattern.exec(rest);
    if (!found) continue;
    const factor = BCM.test(rest) ? 1e9 : 1;
    return { unit, factor, before: 0, behind: point + found[0].length };
  }
  return { unit: 'count', factor: 1, before: 0, behind: 0 };
}

/**
 * The unit of a figure of a pack ("billion USD", "per cent of payments", "documents"), with its
 * multiplier; null for what is no quantity (a date, a year, a share in words).
 */
export function unitNamed(name: string): { unit: FigureUnit; factor: number; noun: string } | null {
  const [, word = '', rest = name] =
    /^(?:(thousand|million|billion|trillion) )?(.*)$/u.exec(name) ?? [];
  const factor = MULTIPLIERS[word as keyof typeof MULTIPLIERS] ?? 1;
  if (/^(?:dates?|year|share)\b/u.test(rest)) return null;
  const { unit } = unitAround('', rest);
  return { unit, factor, noun: rest };
}
