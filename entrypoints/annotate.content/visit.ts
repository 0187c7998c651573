import type { Gate } from '../../utils/match/gate.ts';
import { type CallError, callBackground, type PageTally } from '../../utils/messages.ts';
import type { Settings } from '../../utils/settings/settings.ts';
import type { PageText } from '../../utils/text/page-text.ts';
import type { Changed } from './changes.ts';
import { KnownMatches } from './known-matches.ts';

export interface AnnotatorOptions {
  readonly document: Document;
  readonly settings: Settings;
  readonly loadGates: () => Promise<readonly Gate[]>;
  /** Called when stops or state have changed. */
  readonly onChange: () => void;
  /** Called with what the badge has to show. */
  readonly report: (tally: PageTally) => void;
  /** Called when the extension was updated or removed under this page. */
  readonly onOrphaned: () => void;
  /** A frame was taken from the page. */
  readonly onFrameGone: () => void;
}

/** What is kept from one reading of a page to the next, until the reader leaves it. */
export interface Visit {
  readonly signal: AbortSignal;
  /** Aborts `signal`. */
  readonly end: () => void;
  readonly page: PageText;
  /** Forgotten as a whole when the reader asks for other matches, or for them in another language. */
  known: KnownMatches;
  /** Hears new text for the subject; null until the gates are there. */
  hear: ((nodes: readonly Node[]) => Promise<boolean>) | null;
  /** Whether something was saved here. */
  isKept: boolean | Promise<boolean>;
  /** What changed since the last reading. */
  changed: Set<Node> | 'everything';
  /** Whether the page is, or has been, longer than what is read of it. */
  isCut: boolean;
  /** Readings in a row that got no answer. */
  unanswered: number;
}

/** To begin with, or to begin again: every block is asked about. */
export const knowNothing = ({ sensitivity, interfaceLanguage }: Settings) =>
  new KnownMatches((text) =>
    callBackground('match', { text, settings: { sensitivity, interfaceLanguage } }),
  );

/** Has the worker, and its pack, come while the page is heard and read. */
export const wake = (): void => void callBackground('wake', null);

/** Pauses before a call that found no worker, or an overburdened one, is made again, in milliseconds. */
const RETRIES = [500, 2000, 8000];

/** After how many milliseconds a reading that failed is made again; null where that would not help. */
export function pauseAfter({ failure }: CallError, visit: Visit): number | null {
  if (failure !== 'no-receiver' && failure !== 'timeout') return null;
  visit.unanswered += 1;
  return RETRIES[visit.unanswered - 1] ?? null;
}

/** Adds to what has to be read again. */
export function noteChanged(visit: Visit, changed: Changed): void {
  if (changed === 'everything') visit.changed = changed;
  else if (visit.changed !== 'everything') for (const node of changed) visit.changed.add(node);
}
