import { type FigureUnit, unitNamed } from '../match/figure-units.ts';
import type { Language } from '../match/types.ts';
import { quantityOf } from './assertion-of.ts';
import type { Claim } from './model.ts';

/** A number slot of a wording: `{in-2024}` stands for the figure of its claim with the key `in-2024`. */
export interface NumberSlot {
  readonly key: string;
  /** UTF-16 offsets of the braces and what is between them. */
  readonly start: number;
  readonly end: number;
}

/** What was found where a slot or a brace stands. */
export interface FoundSlots {
  readonly slots: readonly NumberSlot[];
  /** Braces that make no slot, as they are written. */
  readonly malformed: readonly string[];
}

const SLOT = /^\{([a-z0-9]+(?:-[a-z0-9]+)*)\}$/;
/** A pair of braces, or one without its partner with the words beside it. */
const BRACES = /\{[^{}]*\}|\{[^{}]{0,20}|[^{}\s]{0,20}\}/gu;

/** The number slots of a wording, in reading order. */
export function slotsIn(text: string): FoundSlots {
  const slots: NumberSlot[] = [];
  const malformed: string[] = [];
  for (const { 0: written, index } of text.matchAll(BRACES)) {
    const key = SLOT.exec(written)?.[1];
    if (key === undefined) malformed.push(written);
    else slots.push({ key, start: index, end: index + written.length });
  }
  return { slots, malformed };
}

/** The figure of a slot, if it is one that can stand there: a number, and no year. */
export function slotFigure(claim: Claim, key: string): Claim['figures'][number] | null {
  const figure = claim.figures.find((each) => each.key === key);
  return figure !== undefined && isSlottable(figure) ? figure : null;
}

/** Whether a figure can be left open in a wording: a year or date is what it is, and words are no number. */
export function isSlottable({ value, unit }: Claim['figures'][number]): boolean {
  return typeof value === 'number' && !/^(?:dates?|year)\b/u.test(unit);
}

/** A wording with its slots filled, and where the numbers stand in it. */
export interface FilledWording {
  readonly text: string;
  readonly slots: readonly { readonly start: number; readonly unit: FigureUnit }[];
}

/**
 * Puts the claim's own figures into the slots of a wording, each written as the language usually does.
 * Slots without a figure stay as they are: the check reports them, and a pack with faults is not built.
 */
export function fillSlots(text: string, language: Language, claim: Claim): FilledWording {
  const slots: { start: number; unit: FigureUnit }[] = [];
  let filled = '';
  let done = 0;
  for (const { key, start, end } of slotsIn(text).slots) {
    const figure = slotFigure(claim, key);
    const quantity = figure === null ? null : quantityOf(figure);
    if (quantity === null) continue;
    filled += text.slice(done, start);
    slots.push({ start: filled.length, unit: unitNamed(quantity.unit)?.unit ?? 'count' });
    filled += writeNumber(quantity.value, language);
    done = end;
  }
  return { text: filled + text.slice(done), slots };
}

/** From which value on a language writes which multiplier, the largest first; below, a number stands in full. */
const MULTIPLIERS: Readonly<
  Record<Language, readonly (readonly [from: number, factor: number, sign: string])[]>
> = {
  en: [
    [1e12, 1e12, ' trillion'],
    [1e9, 1e9, ' billion'],
    [1e6, 1e6, ' million'],
  ],
  zh: [
    [1e12, 1e12, '万亿'],
    [1e8, 1e8, '亿'],
    [1e4, 1e4, '万'],
  ],
  ru: [
    [1e12, 1e12, ' трлн'],
    [1e9, 1e9, ' млрд'],
    [1e6, 1e6, ' млн'],
    [1e4, 1e3, ' тыс.'],
  ],
};

/** A number in the usual form of a language: `245 billion`, `2450亿`, `245 млрд`; `21,000`, `2.1万`, `21 тыс.` */
export function writeNumber(value: number, language: Language): string {
  const [, factor, sign] = MULTIPLIERS[language].find(([from]) => value >= from) ?? [0, 1, ''];
  // 244.81 × 10 is 2448.1000000000004 in binary fractions.
  const scaled = String(Number((value / factor).toPrecision(12)));
  if (language === 'ru') return scaled.replace('.', ',') + sign;
  return (language === 'en' ? scaled.replace(/^(\d{1,3})(\d{3})$/, '$1,$2') : scaled) + sign;
}
