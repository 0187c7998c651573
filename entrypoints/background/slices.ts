import { shifted } from '../../utils/match/shifted.ts';
import type { Match, Sensitivity, Span } from '../../utils/match/types.ts';
import type { Matcher } from './pack-service.ts';

/** Aim of a slice to begin with, in UTF-16 units: a millisecond or a few of matching, also on dense pages. */
const SLICE = 1_500;
/** A slice that took less, in milliseconds, is followed by one twice as long, up to `LONGEST_AIM`: each has a cost of its own. */
const QUICK = 1.5;
const LONGEST_AIM = 4_000;
/** How long slices are matched before others have a turn, in milliseconds. */
const BUDGET = 12;
/** A single paragraph longer than this is cut at a blank. */
const LONGEST = 20_000;

/**
 * Cuts a text at ends of paragraphs into slices of about `aim` units, which is asked anew for each. The
 * slices follow each other without gap; only a paragraph beyond all measure is cut within.
 */
export function* slicesOf(text: string, aim: () => number = () => SLICE): Generator<Span> {
  for (let start = 0; start < text.length; ) {
    const end = endOfSlice(text, start, aim());
    yield { start, end };
    start = end;
  }
}

function endOfSlice(text: string, start: number, aim: number): number {
  if (text.length - start <= aim) return text.length;
  const near = text.lastIndexOf('\n\n', start + aim);
  if (near > start) return near + 2;
  const next = text.indexOf('\n\n', start + aim);
  const end = next < 0 ? text.length : next + 2;
  if (end - start <= LONGEST) return end;
  const blank = text.lastIndexOf(' ', start + LONGEST);
  return blank > start ? blank + 1 : onBoundary(text, start + LONGEST);
}

/** `offset`, moved off the middle of a surrogate pair. */
function onBoundary(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset + 1 : offset;
}

/** A clock in milliseconds, and a pause that resolves once others have had their turn. */
export interface Turns {
  readonly now: () => number;
  readonly pause: () => Promise<void>;
}

/**
 * Finds all matches of a text slice by slice, and lets others run whenever the budget of time is used
 * up, so that no task takes long. Nothing is matched across paragraphs, so nothing is lost between
 * slices.
 */
export async function matchInSlices(
  engine: Matcher,
  text: string,
  sensitivity: Sensitivity,
  { now, pause }: Turns,
): Promise<Match[]> {
  const matches: Match[] = [];
  let began = now();
  let last = began;
  let aim = SLICE;
  for (const { start, end } of slicesOf(text, () => aim)) {
    if (last - began >= BUDGET) {
      await pause();
      began = now();
      last = began;
    }
    for (const match of engine.match(text.slice(start, end), sensitivity)) {
      matches.push(shifted(match, start));
    }
    const took = now() - last;
    last += took;
    aim = took < QUICK ? Math.min(LONGEST_AIM, 2 * aim) : SLICE;
  }
  return matches;
}
