import type { PageView } from '../messages.ts';

/** A page's state and the number of its matches: what its badge shows. */
export interface PageTally {
  readonly state: PageView['state'];
  readonly count: number;
}

/** A step from the last match of one frame to the first of the next, or back. */
export interface FrameStep {
  readonly by: 1 | -1;
  /** Whether the card is opened there. */
  readonly opens: boolean;
  /** Whether the reader has gone from this frame to another, and is not back yet. */
  readonly hasLeft: boolean;
}
