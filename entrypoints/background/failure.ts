import type { CallError, Result } from '../../utils/messages.ts';

/** An error as a value, with what to do. Errors that name their own remedy keep it. */
export function failure(error: unknown, remedy = 'Try again.'): { ok: false; error: CallError } {
  const { message, remedy: own } = (
    typeof error === 'object' && error !== null ? error : { message: String(error) }
  ) as { message?: unknown; remedy?: unknown };
  return {
    ok: false,
    error: {
      failure: 'failed',
      message: typeof message === 'string' ? message : 'Something failed.',
      remedy: typeof own === 'string' ? own : remedy,
    },
  };
}

/** A request that is not the sender's to make. */
export function refusal(message: string): { ok: false; error: CallError } {
  return {
    ok: false,
    error: { failure: 'refused', message, remedy: 'Reload the page and try again.' },
  };
}

/** The result of `task`, its rejection as a value. */
export async function attempt<T>(task: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await task() };
  } catch (error) {
    return failure(error);
  }
}
