import type { CallError, ProblemCode } from '../messages.ts';
import { StoreError } from '../reading-list/store-error.ts';

/**
 * An error that a page of the extension met itself, as one that crossed contexts: so that `problemLine`
 * tells it in the reader's language. What is not the reading list's has `code`, with its own words.
 */
export function problemOf(error: unknown, code: ProblemCode = 'failed'): CallError {
  if (error instanceof StoreError) {
    const { failure, message, remedy, detail, fault } = error;
    const more = { ...(detail && { detail }), ...(fault && { fault }) };
    return { code: `list-${failure}`, message, remedy, ...more };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code, message, remedy: 'Try again.', detail: message };
}
