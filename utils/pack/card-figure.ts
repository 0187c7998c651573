import { citationOf, type ReadEntry } from './card-citation.ts';
import type { CardFigure } from './card-data.ts';
import { atStart, type Words } from './card-language.ts';
import type { Claim } from './model.ts';

const MULTIPLIERS: Readonly<Record<string, number>> = {
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
/** Chinese counts in ten thousands and hundred millions: the names under which a pack gives the signs. */
const HAN_MULTIPLIERS = [
  [1e8, 'hundred million'],
  [1e4, 'ten thousand'],
] as const;

/** A figure as the card shows it, in the reader's language. */
export function figureOf(
  figure: Claim['figures'][number],
  read: ReadEntry,
  words: Words,
): CardFigure {
  const isPlaced = figure.source !== undefined || figure.address !== undefined;
  return {
    ...amountOf(figure, words),
    period: figure.period === undefined ? null : words.name(figure.period),
    saidBy: atStart(words.name(figure.said_by)),
    qualifier: figure.qualifier === undefined ? null : words.name(figure.qualifier),
    quotation: figure.text ?? null,
    citation: isPlaced ? citationOf(figure, read, words) : null,
  };
}

function amountOf(
  { value, unit }: Claim['figures'][number],
  words: Words,
): Pick<CardFigure, 'value' | 'unit'> {
  if (typeof value === 'string') return { value: words.name(value), unit: words.name(unit) };
  const [first = '', ...rest] = unit.split(' ');
  const multiplier = MULTIPLIERS[first];
  const whole = value * (multiplier ?? 1);
  const [factor, name] = HAN_MULTIPLIERS.find(([each]) => whole >= each) ?? [1, ''];
  const sign = words.name(name);
  if (words.reads !== 'zh' || multiplier === undefined || sign === name)
    return { value, unit: words.name(unit) };
  // 244.81 × 10 is 2448.1000000000004 in binary fractions.
  const scaled = Number((whole / factor).toPrecision(12));
  return { value: scaled, unit: `${sign}${words.name(rest.join(' '))}` };
}
