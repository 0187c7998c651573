import type { CallError, CallFailure } from '../messages.ts';
import type { Envelope } from './envelope.ts';

interface CallOptions {
  readonly to: Envelope['to'];
  readonly name: string;
  readonly request: unknown;
  /** Milliseconds an attempt may take. */
  readonly timeout: number;
  /** Milliseconds of silence after which the same is asked again; the first answer counts; null for never. */
  readonly patience: number | null;
  /** How often the call is made where nobody answers. */
  readonly attempts: number;
  /** Whether this context has lost its extension. */
  readonly isOrphaned: () => boolean;
}

/** Pause before a second attempt, in milliseconds: long enough for a stopped worker to be gone. */
const PAUSE = 60;

/** The reader is told more in their own language: see `problemText`. */
const REMEDY = 'Reload this page and try again.';

function failureOf(message: string): CallFailure {
  if (/context invalidated/i.test(message)) return 'orphaned';
  if (
    /Receiving end does not exist|port closed|channel (is )?closed|No tab with id/i.test(message)
  ) {
    return 'no-receiver';
  }
  return 'failed';
}

function failed(failure: CallFailure, message: string): { ok: false; error: CallError } {
  return { ok: false, error: { failure, message, remedy: REMEDY } };
}

function isResult(answer: unknown): answer is { ok: boolean } {
  return typeof answer === 'object' && answer !== null && 'ok' in answer;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function withTimeout(answer: Promise<unknown>, ms: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(failed('timeout', 'No answer in time.')), ms);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * Sends a message, and again after `patience`: a worker that is stopped while it starts may take a
 * message along without a word.
 */
function sendOnSilence(
  send: (message: Envelope) => Promise<unknown>,
  message: Envelope,
  patience: number | null,
): Promise<unknown> {
  if (patience === null) return send(message);
  return new Promise((resolve, reject) => {
    const again = () => void send(message).then(resolve, reject);
    const timer = setTimeout(again, patience);
    send(message)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}

async function attempt(
  send: (message: Envelope) => Promise<unknown>,
  { to, name, request, timeout, patience, isOrphaned }: CallOptions,
): Promise<unknown> {
  if (isOrphaned()) return failed('orphaned', 'The extension was updated or removed.');
  try {
    const message: Envelope = { parallax: 1, to, name, request };
    const answer = await withTimeout(sendOnSilence(send, message, patience), timeout);
    if (isResult(answer)) return answer;
    return failed('no-receiver', `Nobody answered the call "${name}".`);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return failed(isOrphaned() ? 'orphaned' : failureOf(message), message);
  }
}

/**
 * Makes a call and resolves with its `Result`; never rejects. Where nobody answered (a worker that
 * was just stopped), it is made again as often as `attempts` allows.
 *
 * `Answer` is the caller's contract: both ends are of one build of the extension, so the answer's
 * inside is not parsed anew.
 */
export async function call<Answer>(
  send: (message: Envelope) => Promise<unknown>,
  options: CallOptions,
): Promise<Answer> {
  let answer = await attempt(send, options);
  for (let made = 1; made < options.attempts && isUnreceived(answer); made += 1) {
    await pause(PAUSE);
    answer = await attempt(send, options);
  }
  return answer as Answer;
}

function isUnreceived(answer: unknown): boolean {
  const { ok, error } = answer as { ok: boolean; error?: CallError };
  return !ok && error?.failure === 'no-receiver';
}
