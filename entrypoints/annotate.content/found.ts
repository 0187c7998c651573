import type { Match } from '../../utils/match/types.ts';
import type { Drawable } from '../../utils/paint/what-is-drawn.ts';
import type { Passages } from '../../utils/text/passages.ts';

/** A match on this page. Its own offsets count through the whole page, those of `match` in `passages`. */
export interface Found extends Drawable {
  readonly match: Match;
  readonly passages: Passages;
  /** Short name of the item. */
  readonly title: string;
  /** Whether the match rests on a report of an official text, not on its words. */
  readonly isReport: boolean;
}

/** A saved passage that stands on this page; offsets count through the whole page. */
export interface SavedHere {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly passages: Passages;
  /** Whether its words are the ones that were saved. */
  readonly isExact: boolean;
}

/** What one reading of the page brought. */
export interface Reading {
  readonly found: readonly Found[];
  readonly saved: readonly SavedHere[];
}

/** One place that a reader can step to: a match, within the highlight that shows it. */
export interface Stop {
  readonly found: Found;
  /** Id of the highlight. */
  readonly highlight: string;
}
