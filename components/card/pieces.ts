import type { AlignmentStep, Span } from '../../utils/match/types.ts';
import type { CardText } from '../../utils/pack/card-data.ts';
import type { CardMatch } from './types.ts';

/** A run of a text, and how it lies to the other text. */
export interface Piece {
  readonly text: string;
  readonly kind: 'same' | 'differs' | 'left-out';
}

const KIND_OF_STEP = {
  equal: 'same',
  replaced: 'differs',
  inserted: 'differs',
  'left-out': 'left-out',
} as const satisfies Record<AlignmentStep['kind'], Piece['kind']>;

interface Marked extends Span {
  readonly kind: Piece['kind'];
}

const WORD = /[\p{L}\p{N}]/u;

/**
 * Cuts `text` along `marked` (in order, not overlapping). What no step covers is `unmarked` where it
 * has words; blanks and punctuation go with their neighbours.
 */
function cut(text: string, marked: readonly Marked[], unmarked: Piece['kind']): Piece[] {
  const pieces: { text: string; kind: Piece['kind'] }[] = [];
  const push = (start: number, end: number, kind: Piece['kind']): void => {
    if (end <= start) return;
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text.slice(start, end);
    else pieces.push({ text: text.slice(start, end), kind });
  };
  let at = 0;
  let before: Piece['kind'] | null = null;
  for (const { start, end, kind } of marked) {
    const isBlank = !WORD.test(text.slice(at, start));
    const joined = before === null || before === kind ? kind : 'same';
    push(at, start, isBlank ? joined : unmarked);
    push(start, end, kind);
    at = Math.max(at, end);
    before = kind;
  }
  const isBlank = !WORD.test(text.slice(at));
  push(at, text.length, isBlank ? (before ?? 'same') : unmarked);
  return pieces;
}

function markedSide(steps: readonly AlignmentStep[], side: 'page' | 'wording'): Marked[] {
  return steps
    .flatMap((step) => {
      const span = step[side];
      return span === null ? [] : [{ ...span, kind: KIND_OF_STEP[step.kind] }];
    })
    .sort((a, b) => a.start - b.start);
}

/** The wording in runs: words of the page, words that differ there, and words left out there. */
export function piecesOfWording(text: string, steps: readonly AlignmentStep[]): Piece[] {
  return cut(text, markedSide(steps, 'wording'), 'left-out');
}

/** The page's words in runs; words that the wording has not are `differs`. */
export function piecesOfPage(match: CardMatch): Piece[] {
  const { start, text, pageText, evidence } = match;
  if (pageText.slice(start, start + text.length) !== text) return [{ text, kind: 'same' }];
  const marked = markedSide(evidence.alignment, 'page')
    .map((span) => ({
      ...span,
      start: Math.max(0, span.start - start),
      end: Math.min(text.length, span.end - start),
    }))
    .filter((span) => span.end > span.start);
  return cut(text, marked, 'same');
}

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Whether the steps speak of this very text: every span lies in it, and most equal words are equal. */
function fits(text: string, match: CardMatch): boolean {
  let equal = 0;
  let agreeing = 0;
  for (const { kind, page, wording } of match.evidence.alignment) {
    if (wording !== null && (wording.start < 0 || wording.end > text.length)) return false;
    if (kind !== 'equal' || page === null || wording === null) continue;
    equal += 1;
    const mine = fold(text.slice(wording.start, wording.end));
    const theirs = fold(match.pageText.slice(page.start, page.end));
    if (mine === theirs || (match.evidence.language === 'zh' && mine.length === theirs.length)) {
      agreeing += 1;
    }
  }
  return equal > 0 && agreeing * 2 >= equal;
}

/**
 * The text of the card whose words the page's were aligned with, or null where the match was made
 * otherwise (a cue, a rendering of ours, a free restatement).
 */
export function alignedText(texts: readonly CardText[], match: CardMatch): CardText | null {
  const { language, origin, alignment } = match.evidence;
  if (alignment.length === 0) return null;
  const candidates = texts.filter(
    (text) => text.role === origin && text.language.split('-')[0] === language,
  );
  return candidates.find((text) => fits(text.text, match)) ?? null;
}
