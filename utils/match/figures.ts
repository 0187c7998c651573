import { type FigureUnit, unitAround, unitNamed } from './figure-units.ts';
import { isSameFigure, quantitiesOf } from './numbers.ts';
import { rangeOf, sentencesOf } from './sentences.ts';
import type { Tokens } from './tokenize.ts';
import type { Span } from './types.ts';
import { yearsBeside, yearsOfPeriod } from './years.ts';

/** A figure of a claim, as the pack has it in English. */
export interface RecordedFigure {
  readonly value: number | string;
  /** "billion USD", "documents": see `unitNamed`. */
  readonly unit: string;
  readonly period: string | null;
  /** The unit's names in other languages: a count is compared where its noun stands beside the number. */
  readonly unitNames: readonly string[];
}

/**
 * How the figure on a page lies to the one on record. `near`: within 1.5 per cent, as rounding makes
 * it. `other-period`: the page names another year than the record.
 */
export type FigureRelation = 'equal' | 'near' | 'different' | 'other-period';

export interface FigureComparison {
  /** The page's figure: its value, its unit, where it stands (UTF-16 offsets into the text), its years. */
  readonly page: {
    readonly value: number;
    readonly unit: FigureUnit;
    readonly at: Span;
    readonly years: readonly number[];
  };
  /** Position of the figure in the list that was given. */
  readonly record: number;
  readonly relation: FigureRelation;
}

type PageFigure = FigureComparison['page'] & { readonly noun: ReadonlySet<number> };

/** How much text beside a number is looked at for its unit, its qualifier and its noun. */
const BESIDE = 40;
const NOUN_WORDS = 4;
/** "more than", "about": they belong to what a page says. */
const QUALIFIER =
  /(?:more than|over|above|at least|no (?:fewer|less) than|fewer than|less than|under|up to|about|around|nearly|almost|roughly|some|approximately|более|больше|свыше|не менее|менее|до|около|почти|примерно|порядка|超过|超過|逾|至少|不到|约|約|近|将近|將近) ?$/iu;
const ORDER: readonly FigureRelation[] = ['equal', 'near', 'other-period', 'different'];

/**
 * Compares the figures in and around `span` (the sentences that it touches) with those of a claim, and
 * gives the one comparison that says most; null where the two have nothing to compare. A count is only
 * compared with a count of the same noun; "different" is only said where the page has one figure of
 * that kind.
 */
export function compareFigures(
  text: string,
  span: Span,
  records: readonly RecordedFigure[],
  tokenize: (text: string) => Tokens,
): FigureComparison | null {
  const figures = figuresIn(tokenize(text), span);
  const found: (FigureComparison & { readonly distance: number })[] = [];
  records.forEach((figure, record) => {
    const named = unitNamed(figure.unit);
    if (named === null || typeof figure.value !== 'number') return;
    const value = figure.value * named.factor;
    const years = yearsOfPeriod(figure.period);
    const nouns = stemsOf([named.noun, ...figure.unitNames].join('\n'), tokenize);
    const alike = figures.filter(
      ({ unit, noun }) =>
        unit === named.unit && (unit !== 'count' || [...noun].some((stem) => nouns.has(stem))),
    );
    for (const { noun: _, ...page } of alike) {
      const relation = relationOf(page, value, years);
      if (relation === 'different' && alike.length > 1) continue;
      const distance = Math.abs(Math.log(page.value / value));
      found.push({ page, record, relation, distance });
    }
  });
  const isNamed = ({ page, record }: FigureComparison): number =>
    yearsOfPeriod(records[record]?.period ?? null).some((year) => page.years.includes(year))
      ? 0
      : 1;
  found.sort(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      isNamed(a) - isNamed(b) ||
      a.distance - b.distance ||
      a.record - b.record,
  );
  const [best] = found;
  if (best === undefined) return null;
  const { page, record, relation } = best;
  return { page, record, relation };

  /** What concerns the very year that the page names goes before what is equal by chance. */
  function rankOf(one: FigureComparison): number {
    return isNamed(one) === 0 ? 0 : 1 + ORDER.indexOf(one.relation);
  }
}

function relationOf(
  { value, years }: Pick<PageFigure, 'value' | 'years'>,
  recorded: number,
  recordedYears: readonly number[],
): FigureRelation {
  const isOther =
    years.length > 0 &&
    recordedYears.length > 0 &&
    !years.some((year) => recordedYears.includes(year));
  if (isOther) return 'other-period';
  if (Math.abs(value - recorded) <= 1e-9 * Math.abs(recorded)) return 'equal';
  return isSameFigure(value, recorded) ? 'near' : 'different';
}

/** The figures of the sentences that `span` touches. */
function figuresIn(tokens: Tokens, span: Span): PageFigure[] {
  const { text, count, start, end } = tokens;
  const sentences = sentencesOf(tokens);
  const first = start.subarray(0, count).findLastIndex((at) => at <= span.start);
  const last = start.subarray(0, count).findLastIndex((at) => at < span.end);
  const from = sentences.start[rangeOf(sentences, Math.max(0, first))] ?? 0;
  const to = sentences.start[rangeOf(sentences, Math.max(0, last)) + 1] ?? count;
  const all = quantitiesOf(tokens);
  return all.flatMap((quantity) => {
    if (quantity.isYear || quantity.from < from || quantity.from >= to) return [];
    const sentence = rangeOf(sentences, quantity.from);
    // From the end of the sentence before: a sign such as $ is no token.
    const opens = end[(sentences.start[sentence] ?? 0) - 1] ?? 0;
    const closes = end[(sentences.start[sentence + 1] ?? count) - 1] ?? text.length;
    const at = { start: start[quantity.from] ?? 0, end: end[quantity.to - 1] ?? 0 };
    const before = text.slice(Math.max(opens, at.start - BESIDE), at.start);
    const unit = unitAround(before, text.slice(at.end, at.end + BESIDE));
    const bare = before.slice(0, before.length - unit.before);
    const qualifier = QUALIFIER.exec(bare)?.[0].length ?? 0;
    const noun = new Set(tokens.stem.subarray(quantity.to, Math.min(to, quantity.to + NOUN_WORDS)));
    return [
      {
        value: quantity.value * unit.factor,
        unit: quantity.isShare ? 'per-cent' : unit.unit,
        at: { start: at.start - unit.before - qualifier, end: at.end + unit.behind },
        years: yearsBeside(text.slice(opens, closes)),
        noun,
      },
    ];
  });
}

/** Words that say nothing of what is counted. */
const EMPTY = new Set(['of', 'to', 'in', 'the', 'a', 'and', 'are', 'в', 'на', 'и', 'с', 'из']);

function stemsOf(names: string, tokenize: (text: string) => Tokens): ReadonlySet<number> {
  const tokens = tokenize(names);
  const stems = new Set<number>();
  for (let at = 0; at < tokens.count; at++) {
    const word = names.slice(tokens.start[at], tokens.end[at]).toLowerCase();
    if (!EMPTY.has(word)) stems.add(tokens.stem[at] ?? 0);
  }
  return stems;
}
