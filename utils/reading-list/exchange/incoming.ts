import type { PageRecord, PassageRecord, Unreadable } from '../model.ts';
import { nextTask } from '../next-task.ts';

/** The formats that can be brought in. */
export type IncomingFormat = 'parallax' | 'annotations' | 'hypothesis' | 'readwise';

/**
 * What a record of another program's file can say that none of ours has a place for; each has its text
 * in every language (`import.without.…`).
 */
export const OMISSIONS = [
  'place',
  'circumstances',
  'choice',
  'content',
  'people',
  'looks',
  'match',
] as const;
export type Omission = (typeof OMISSIONS)[number];

/** The records that a file holds. */
export interface Incoming {
  readonly ok: true;
  readonly format: IncomingFormat;
  readonly pages: readonly PageRecord[];
  readonly passages: readonly PassageRecord[];
  /** Records of the file that are left out, each with its reason. */
  readonly refused: readonly Unreadable[];
  /** What was left out of records that are taken, and of how many entries of the file. */
  readonly without: readonly { readonly what: Omission; readonly count: number }[];
}

export const REFUSAL_REASONS = [
  'empty',
  'too-large',
  'unreadable',
  'cut-off',
  'foreign',
  'newer',
] as const;

/** Why nothing of a file can be taken; in the reader's language by `import.` and the reason. */
export interface Refusal {
  readonly ok: false;
  readonly reason: (typeof REFUSAL_REASONS)[number];
  readonly message: string;
  readonly remedy: string;
}

const REMEDY =
  'Choose a file that this extension, Hypothesis or Readwise has exported, or W3C annotations.';

const WORDS: Readonly<Record<Refusal['reason'], readonly [message: string, remedy: string]>> = {
  empty: ['The file is empty.', REMEDY],
  'too-large': ['The file is larger than 200 MB.', 'Export it in parts.'],
  unreadable: [
    'The file could not be read.',
    'It may have been moved or changed since it was chosen: choose it again.',
  ],
  'cut-off': ['The file is not whole JSON.', 'It may have been cut off: export it again.'],
  foreign: ['The file is not a reading list.', REMEDY],
  newer: [
    'The file was written by a newer version of the extension.',
    'Update the extension and import again.',
  ],
};

/** The refusal of a file as a whole. */
export function refuse(reason: Refusal['reason']): Refusal {
  const [message, remedy] = WORDS[reason];
  return { ok: false, reason, message, remedy };
}

/**
 * Rests now and then, so that the browser has its turn; rejects where the reader cancelled. `part` is
 * how much of the present step is done, from 0 to 1.
 */
export type Rest = (part?: number) => Promise<void>;

/** A `Rest` that yields to the browser once 12 ms have gone by since the last time. */
export function restsOf(signal?: AbortSignal, progress?: (part: number) => void): Rest {
  let last = performance.now();
  return async (part) => {
    if (performance.now() - last < 12) return;
    signal?.throwIfAborted();
    if (part !== undefined) progress?.(part);
    await nextTask();
    signal?.throwIfAborted();
    last = performance.now();
  };
}

/** The same for one step of several: what it calls 0 to 1 is `from` to `to` of the whole. */
export const stepOf =
  (rest: Rest, from: number, to: number): Rest =>
  (part) =>
    rest(part === undefined ? undefined : from + part * (to - from));
