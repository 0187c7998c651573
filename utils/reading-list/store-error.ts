import type { Fault } from './fault.ts';

/** Why the reading list could not do what was asked. */
export type StoreFailure = 'quota' | 'blocked' | 'newer' | 'missing' | 'invalid' | 'failed';

const WORDS: Readonly<Record<StoreFailure, { message: string; remedy: string }>> = {
  quota: {
    message: 'There is no room left on the disk for the reading list.',
    remedy: 'Free some space and save again. What was saved before is unharmed.',
  },
  blocked: {
    message: 'Another window keeps an older version of the reading list open.',
    remedy: 'Close the other windows of the reading list, or restart the browser.',
  },
  newer: {
    message: 'The reading list was written by a newer version of the extension.',
    remedy: 'Update the extension. Nothing in the list was changed.',
  },
  missing: {
    message: 'That entry is no longer in the reading list.',
    remedy: 'It may have been removed in another window.',
  },
  invalid: {
    message: 'That entry cannot be kept.',
    remedy: 'Shorten the text and save again.',
  },
  failed: {
    message: 'The reading list could not be read or written.',
    remedy: 'Try again; if it stays so, restart the browser. Nothing was removed.',
  },
};

/** An error of the reading list; `message` says what happened, `remedy` what to do. */
export class StoreError extends Error {
  readonly failure: StoreFailure;
  readonly remedy: string;
  /** Technical words behind it, where there are any. */
  readonly detail: string | undefined;
  /** What is wrong with the record, for the reader; stands in for `detail`. */
  readonly fault: Fault | undefined;

  constructor(
    failure: StoreFailure,
    detail?: string,
    { fault, ...options }: ErrorOptions & { readonly fault?: Fault } = {},
  ) {
    const { message, remedy } = WORDS[failure];
    super(detail === undefined ? message : `${message} (${detail})`, options);
    this.name = 'StoreError';
    this.failure = failure;
    this.remedy = remedy;
    this.detail = detail;
    this.fault = fault;
  }
}

/** The error of the reading list for one that the database threw. */
export function storeErrorOf(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  const detail = error instanceof Error ? error.message : String(error);
  if (name === 'QuotaExceededError') return new StoreError('quota', undefined, { cause: error });
  if (name === 'VersionError') return new StoreError('newer', undefined, { cause: error });
  return new StoreError('failed', detail, { cause: error });
}
