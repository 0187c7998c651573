import type { MatchMemory } from './match-memory.ts';
import type { PageTerms } from './page-terms.ts';
import { Before, type Tokens } from './tokenize.ts';
import type { WordingView } from './wording-view.ts';

/** Tokens that stand for each other: `page[n]` of the text and `own[n]` of the wording; both ascend. */
export interface Alignment {
  readonly page: readonly number[];
  readonly own: readonly number[];
  /** Sum of what the pairs gained less what the gaps cost. */
  readonly score: number;
}

/** What a pair gains besides its weight, so that small words count a little. */
const PAIR_GAIN = 0.5;
/** Cost of a word of the page that the wording lacks, and the reverse: a share of its weight, and a constant. */
const INSERTED = { share: 0.3, constant: 0.15 };
const LEFT_OUT = { share: 0.1, constant: 0.06 };
/** Words in brackets are said to be inserted; an ellipsis says that words were left out. */
const MARKED = 0.15;

/**
 * The best local alignment of tokens `[from, to)` of a text with a wording, in order (Smith and Waterman,
 * 1981, over words, with gaps that cost by the weight of the words in them). Time and memory are the
 * product of the two lengths; the memory is lent by `memory`.
 */
export function align(
  tokens: Tokens,
  terms: PageTerms,
  from: number,
  to: number,
  wording: WordingView,
  memory: MatchMemory,
): Alignment {
  const rows = to - from;
  const columns = wording.count;
  const width = columns + 1;
  const { scores: score, steps: step } = memory.tables((rows + 1) * width);
  score.fill(0, 0, width);
  step.fill(0, 0, width);
  let best = 0;
  let bestCell = 0;
  const bracketed = bracketsIn(tokens, from, to, memory);
  const { weight: weights, stem: stems } = wording;
  for (let row = 1; row <= rows; row++) {
    const token = from + row - 1;
    const stem = tokens.stem[token];
    const insertion =
      (INSERTED.share * (terms.weight[token] ?? 0) + INSERTED.constant) *
      (bracketed[row - 1] ? MARKED : 1);
    const around = (tokens.before[token] ?? 0) | (tokens.before[token + 1] ?? 0);
    const omission = around & Before.ellipsis ? MARKED : 1;
    score[row * width] = 0;
    step[row * width] = 0;
    // The cell before: its step, and its score as the table keeps it.
    let stepBefore = 0;
    let scoreBefore = 0;
    for (let column = 1; column <= columns; column++) {
      const cell = row * width + column;
      const isPair = stem === stems[column - 1];
      // No pair here, and nothing that a gap could go on from: nothing to reckon.
      if (!isPair && stepBefore === 0 && step[cell - width] === 0) {
        score[cell] = 0;
        step[cell] = 0;
        scoreBefore = 0;
        continue;
      }
      const weight = weights[column - 1] ?? 0;
      const up = (score[cell - width] ?? 0) - insertion;
      const left = scoreBefore - (LEFT_OUT.share * weight + LEFT_OUT.constant) * omission;
      let value = 0;
      let from_ = 0;
      if (isPair) {
        value = (score[cell - width - 1] ?? 0) + weight + PAIR_GAIN;
        from_ = 1;
      }
      if (up > value) {
        value = up;
        from_ = 2;
      }
      if (left > value) {
        value = left;
        from_ = 3;
      }
      stepBefore = value > 0 ? from_ : 0;
      scoreBefore = Math.fround(value);
      score[cell] = value;
      step[cell] = stepBefore;
      if (value > best) {
        best = value;
        bestCell = cell;
      }
    }
  }
  return trace(step, bestCell, width, from, best);
}

/**
 * Whether the alignment with tokens `[from, to)` is also the one with the part of them that it covers.
 * What lies outside of the best alignment has no part in it, unless a bracket opened there.
 */
export function holdsAlone({ page }: Alignment, tokens: Tokens, from: number): boolean {
  const first = page[0] ?? from;
  for (let at = from; at <= first; at++)
    if ((tokens.before[at] ?? 0) & Before.bracket) return false;
  return true;
}

function trace(
  step: Uint8Array,
  bestCell: number,
  width: number,
  from: number,
  score: number,
): Alignment {
  const page: number[] = [];
  const own: number[] = [];
  let cell = bestCell;
  while (step[cell]) {
    const kind = step[cell];
    if (kind === 1) {
      page.push(from + Math.floor(cell / width) - 1);
      own.push((cell % width) - 1);
      cell -= width + 1;
    } else cell -= kind === 2 ? width : 1;
  }
  return { page: page.reverse(), own: own.reverse(), score };
}

/** Which tokens stand between brackets. */
function bracketsIn(tokens: Tokens, from: number, to: number, memory: MatchMemory): Uint8Array {
  const inside = memory.tokenMarks(to - from);
  let isOpen = false;
  for (let at = from; at < to; at++) {
    if ((tokens.before[at] ?? 0) & Before.bracket) {
      const gap = tokens.text.slice(at > 0 ? tokens.end[at - 1] : 0, tokens.start[at]);
      isOpen = /[([（［【][^)\]）］】]*$/.test(gap);
    }
    inside[at - from] = isOpen ? 1 : 0;
  }
  return inside;
}
