import type { IndexSections } from '../pack/index-format.ts';
import { FIGURE_UNITS, type FigureUnit, unitAround } from './figure-units.ts';
import { isSameFigure, type Quantity, quantitiesIn } from './numbers.ts';
import type { PageTerms } from './page-terms.ts';
import type { PageText } from './page-text.ts';
import type { Tokens } from './tokenize.ts';
import type { WordingView } from './wording-view.ts';

/** How much of a text beside a number is looked at for its unit, in UTF-16 units. */
const BESIDE = 20;

/** What a quantity of a text counts. */
function unitOf({ text, start, end }: Tokens, quantity: Quantity): FigureUnit {
  if (quantity.isShare) return 'per-cent';
  const from = start[quantity.from] ?? 0;
  const to = end[quantity.to - 1] ?? 0;
  const before = text.slice(Math.max(0, from - BESIDE), from);
  return unitAround(before, text.slice(to, to + BESIDE)).unit;
}

/** Weights by which a comparison changes where a wording has slots. */
export interface OpenWeight {
  /** Of the slots that a number of the text fills with another figure: they are no words that are missing. */
  readonly own: number;
  /** Of the numbers of the text that fill slots: they are no foreign words. */
  readonly page: number;
  /** Of the slots that the text fills with the same figure, written in another way or rounded: they are shared. */
  readonly same: number;
}

const NOTHING: OpenWeight = { own: 0, page: 0, same: 0 };

/**
 * The numbers that a wording leaves open and tokens `[from, to)` of a text give in their own way: each slot
 * takes one number of its unit, the same figure by rule 8.3 before any other. A slot whose very number
 * is there is not open, and one without a number of its unit stays missing.
 */
export function openWeight(
  { tokens, terms, quantities }: Pick<PageText, 'tokens' | 'terms' | 'quantities'>,
  sections: IndexSections,
  wording: number,
  view: WordingView,
  from: number,
  to: number,
): OpenWeight {
  const first = sections.figureStart[wording] ?? 0;
  const end = sections.figureStart[wording + 1] ?? 0;
  if (first === end) return NOTHING;
  let isOpen = false;
  for (let at = first; at < end; at++) if (sections.figureSlot[at] !== 0) isOpen = true;
  if (!isOpen) return NOTHING;
  const slots = sections.figureSlot.subarray(first, end);
  const free = quantitiesIn(quantities, from, to)
    .filter((each) => !each.isYear && !view.row.includes(terms.row[each.from] ?? 0))
    .map((each) => ({ ...each, unit: unitOf(tokens, each) }));
  let own = 0;
  let page = 0;
  let same = 0;
  slots.forEach((slot, at) => {
    const unit = FIGURE_UNITS[slot - 1];
    const position = sections.figureToken[first + at] ?? 0;
    if (unit === undefined || holds(terms, from, to, view.row[position] ?? 0)) return;
    const value = sections.figureValue[first + at] ?? 0;
    const alike = free.filter((each) => each.unit === unit);
    const equal = alike.find((each) => isSameFigure(each.value, value));
    const taken = equal ?? alike[0];
    if (taken === undefined) return;
    free.splice(free.indexOf(taken), 1);
    const weight = view.weight[position] ?? 0;
    if (equal) same += weight;
    else own += weight;
    page += terms.weight[taken.from] ?? 0;
  });
  return { own, page, same };
}

function holds(terms: PageTerms, from: number, to: number, row: number): boolean {
  return terms.row.subarray(from, to).includes(row);
}
