import type { Fault } from '../reading-list/fault.ts';
import type { StoreFailure } from '../reading-list/store-error.ts';

/**
 * What kind of failure a call met, for those who act on it.
 *
 * - `orphaned`: the extension was updated or removed under this page; only a reload helps.
 * - `no-receiver`: nobody answers there (no content script on this page, or a dying worker).
 * - `timeout`: no answer in time.
 * - `refused`: the request is malformed, too large, or not the sender's to make.
 * - `failed`: the callee failed.
 */
export type CallFailure = 'orphaned' | 'no-receiver' | 'timeout' | 'refused' | 'failed';

/** What went wrong, for the reader: each has its texts in every language (`problemText`). */
export type ProblemCode =
  | CallFailure
  | 'entry-gone'
  | 'passage-gone'
  | 'part-missing'
  | 'no-site'
  | 'pack-damaged'
  | 'settings-failed'
  | 'export-failed'
  | 'open-failed'
  | `list-${StoreFailure}`;

/**
 * Errors cross contexts as values: `message` names the thing, `remedy` says what to do, both in English;
 * whoever shows them asks `problemText` for the reader's language.
 */
export interface CallError {
  readonly message: string;
  readonly remedy: string;
  readonly failure?: CallFailure;
  /** That of `failure` where it is left out. */
  readonly code?: ProblemCode;
  /** Technical words behind it, shown as they are. */
  readonly detail?: string;
  /** What is wrong with a record of the reading list; told in the reader's language instead of `detail`. */
  readonly fault?: Fault;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: CallError };
