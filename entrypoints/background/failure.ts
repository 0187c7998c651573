import type { CallError, ProblemCode, Result } from '../../utils/messages.ts';
import { StoreError } from '../../utils/reading-list/store-error.ts';

interface Known {
  readonly code: ProblemCode;
  readonly remedy: string;
}

/**
 * An error as a value. The reading list's errors keep what they say of themselves; others have `known`,
 * where the caller knows what a failure means, with their own words as a detail.
 */
export function failure(error: unknown, known?: Known): { ok: false; error: CallError } {
  if (error instanceof StoreError) {
    const { message, remedy, detail, fault } = error;
    const code = `list-${error.failure}` as const;
    const more = { ...(detail && { detail }), ...(fault && { fault }) };
    return said({ failure: 'failed', code, message, remedy, ...more });
  }
  const message = error instanceof Error ? error.message : String(error);
  const own = (error as { readonly remedy?: unknown } | null)?.remedy;
  const remedy = typeof own === 'string' ? own : (known?.remedy ?? 'Try again.');
  if (known === undefined) return said({ failure: 'failed', message, remedy });
  return said({ failure: 'failed', code: known.code, message, remedy, detail: message });
}

/** A request that is not the sender's to make. */
export function refusal(
  message: string,
  code: ProblemCode = 'refused',
): { ok: false; error: CallError } {
  const remedy = 'Reload the page and try again.';
  return said({ failure: 'refused', code, message, remedy });
}

function said(error: CallError): { ok: false; error: CallError } {
  return { ok: false, error };
}

/** The result of `task`, its rejection as a value. */
export async function attempt<T>(task: () => Promise<T>, known?: Known): Promise<Result<T>> {
  try {
    return { ok: true, value: await task() };
  } catch (error) {
    return failure(error, known);
  }
}
