import type { IndexSections } from '../pack/index-format.ts';
import { type Alignment, align } from './align.ts';
import { TELLING, TELLING_SURPRISE } from './constants.ts';
import type { MatchMemory } from './match-memory.ts';
import { openWeight } from './number-slots.ts';
import { isSameFigure, type Quantity, quantitiesIn } from './numbers.ts';
import type { PageText } from './page-text.ts';
import { Before, TokenKind, type Tokens } from './tokenize.ts';
import { measure, type Window } from './window.ts';
import type { WordingView } from './wording-view.ts';

/** A stretch of the text beside a wording: how much they share, in which order, with which figures. */
export interface Comparison {
  readonly wording: number;
  /** Tokens `[from, to)` of the text. */
  readonly from: number;
  readonly to: number;
  readonly window: Window;
  readonly alignment: Alignment;
  /** Weight of all different terms of the wording, numbers apart that it leaves open and the text gives. */
  readonly wordingMass: number;
  /** Weight shared in the same order. */
  readonly ordered: number;
  /** The heaviest run of words equal side by side: its weight and its length in tokens. */
  readonly runMass: number;
  readonly runLength: number;
  /** Pairs whose words are equal to the letter, as a share of all pairs. */
  readonly exactShare: number;
  /** Number of different telling words that are shared, and how many of them are names or figures. */
  readonly telling: number;
  readonly tellingNames: number;
  /** Weight of the shared words that are names (capitals inside a sentence) or figures. */
  readonly names: number;
  /** Whether the stretch begins right after an opening quotation mark. */
  readonly isQuoted: boolean;
  /** Figures of the wording that the text gives, that it gives otherwise, and that it does not give. */
  readonly figures: {
    readonly equal: number;
    readonly different: number;
    readonly missing: number;
  };
}

/** How the words of an alignment lie in the wording's order. */
export type Order = Pick<Comparison, 'ordered' | 'runMass' | 'runLength' | 'exactShare'>;

/**
 * Compares tokens `[from, to)` with a wording. `alignment` may be given where it is known
 * for just this range.
 */
export function compare(
  page: ComparedPage,
  sections: IndexSections,
  wording: number,
  view: WordingView,
  from: number,
  to: number,
  memory: MatchMemory,
  alignment: Alignment = align(page.tokens, page.terms, from, to, view, memory),
): Comparison {
  const { tokens, terms, quantities } = page;
  const measured = measure(terms, from, to, view, memory);
  const open = openWeight(page, sections, wording, view, from, to);
  const window = {
    from,
    to,
    shared: measured.shared + open.same,
    mass: measured.mass - open.page + open.same,
    words: measured.words,
  };
  const order = measureOrder(page, view, alignment);
  const { telling, tellingNames, names } = countTelling(page, window, memory);
  return {
    wording,
    from,
    to,
    window,
    alignment,
    wordingMass: (sections.wordingMass[wording] ?? 0) - open.own,
    ordered: order.ordered,
    runMass: order.runMass,
    runLength: order.runLength,
    exactShare: order.exactShare,
    telling,
    tellingNames,
    names,
    isQuoted: ((tokens.before[from] ?? 0) & Before.opening) !== 0,
    figures: compareFigures(quantities, sections, wording, from, to),
  };
}

/** What a comparison needs to know of a text. */
type ComparedPage = Pick<PageText, 'tokens' | 'terms' | 'quantities' | 'named'>;

function countTelling(
  { tokens, terms, named }: ComparedPage,
  window: Window,
  memory: MatchMemory,
): Pick<Comparison, 'telling' | 'tellingNames' | 'names'> {
  const isHeadline = isTitleCase(tokens, window);
  let telling = 0;
  let tellingNames = 0;
  let names = 0;
  const { own: counted, used: different } = memory;
  counted.clear();
  different.clear();
  for (const word of window.words) {
    const row = terms.row[word] ?? 0;
    const weight = terms.weight[word] ?? 0;
    const isNamed = named[word] === 1 || isName(tokens, word, isHeadline);
    if (counted.add(row) && isNamed) names += weight;
    if (weight < TELLING || (terms.surprise[word] ?? 0) < TELLING_SURPRISE) continue;
    if (!different.add(row)) continue;
    telling++;
    if (isNamed) tellingNames++;
  }
  return { telling, tellingNames, names };
}

/** A figure, or a word with a capital that is not there because a sentence begins or a headline has it. */
function isName(tokens: Tokens, word: number, isHeadline: boolean): boolean {
  if (tokens.kind[word] === TokenKind.number) return true;
  if (isHeadline || !hasCapital(tokens, word)) return false;
  const opens = (tokens.before[word] ?? 0) & (Before.sentence | Before.opening);
  return !opens || hasCapital(tokens, word + 1);
}

function hasCapital(tokens: Tokens, word: number): boolean {
  const code = tokens.text.charCodeAt(tokens.start[word] ?? 0);
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  return tokens.kind[word] !== TokenKind.han && CAPITAL.test(String.fromCharCode(code));
}

const CAPITAL = /^\p{Lu}/u;

/** Words on either side of a stretch that show whether capitals mean anything there. */
const AROUND = 6;
const MOST_CAPITALS = 0.7;

/** Whether most words in and around a stretch have capitals, as in headlines. */
function isTitleCase(tokens: Tokens, window: Window): boolean {
  let from = window.from;
  let to = window.to;
  const startsParagraph = (word: number): boolean =>
    ((tokens.before[word] ?? 0) & Before.paragraph) !== 0;
  while (from > 0 && window.from - from < AROUND && !startsParagraph(from)) from--;
  while (to < tokens.count && to - window.to < AROUND && !startsParagraph(to)) to++;
  let capitals = 0;
  for (let word = from; word < to; word++) if (hasCapital(tokens, word)) capitals++;
  return capitals > MOST_CAPITALS * (to - from);
}

/** Most that a figure or a party's name adds to a run: a date is long and rare, and says nothing. */
const FIGURE = 2;

/** Measures an alignment of a text with a wording. */
export function measureOrder(
  { tokens, named }: ComparedPage,
  view: WordingView,
  alignment: Alignment,
): Order {
  const { page, own } = alignment;
  let ordered = 0;
  let exact = 0;
  let runMass = 0;
  let runLength = 0;
  let mass = 0;
  let length = 0;
  for (let at = 0; at < page.length; at++) {
    const token = page[at] ?? 0;
    const position = own[at] ?? 0;
    const weight = view.weight[position] ?? 0;
    ordered += weight;
    if (tokens.exact[token] === view.exact[position]) exact++;
    const continues = at > 0 && page[at - 1] === token - 1 && own[at - 1] === position - 1;
    const isFigure = view.kind[position] === TokenKind.number;
    const surprise = isFigure || named[token] ? Math.min(FIGURE, weight) : weight;
    mass = continues ? mass + surprise : surprise;
    length = continues ? length + 1 : 1;
    if (mass > runMass) runMass = mass;
    if (length > runLength) runLength = length;
  }
  return { ordered, runMass, runLength, exactShare: page.length ? exact / page.length : 0 };
}

const NO_FIGURES: Comparison['figures'] = { equal: 0, different: 0, missing: 0 };

function compareFigures(
  quantities: readonly Quantity[],
  sections: IndexSections,
  wording: number,
  from: number,
  to: number,
): Comparison['figures'] {
  const first = sections.figureStart[wording] ?? 0;
  const end = sections.figureStart[wording + 1] ?? 0;
  if (first >= end) return NO_FIGURES;
  const here = quantitiesIn(quantities, from, to);
  const result = { equal: 0, different: 0, missing: 0 };
  for (let at = first; at < end; at++) {
    const isYear = sections.figureIsYear[at] === 1;
    const value = sections.figureValue[at] ?? 0;
    const alike = here.filter((quantity) => quantity.isYear === isYear);
    if (
      alike.some((quantity) =>
        isYear ? quantity.value === value : isSameFigure(quantity.value, value),
      )
    )
      result.equal++;
    else if (alike.length > 0) result.different++;
    else result.missing++;
  }
  return result;
}
