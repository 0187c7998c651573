import type { CallError, ProblemCode } from '../messages.ts';
import { type FaultTextKey, faultText } from './fault-text.ts';
import type { Translate } from './translate.ts';

/** Every problem has two texts: what happened, and what to do. */
export type ProblemTextKey =
  | `problem.${ProblemCode}`
  | `problem.${ProblemCode}.remedy`
  | FaultTextKey;

/**
 * An error in the reader's language: what happened, with what is wrong with a record or, where
 * nothing more is known, the technical words behind it, and what to do. The error's own English stands where the table lacks its code.
 */
export function problemText(
  { code, failure = 'failed', detail, fault, message, remedy }: CallError,
  t: Translate<ProblemTextKey>,
): { readonly message: string; readonly remedy: string } {
  const key = `problem.${code ?? failure}` as const;
  const said = t(key);
  if (said === key) return { message, remedy };
  const own = detail ?? (code === undefined && failure === 'failed' ? message : '');
  const more = fault === undefined ? own : faultText(fault, t);
  return { message: more === '' ? said : `${said} (${more})`, remedy: t(`${key}.remedy`) };
}

/** The same in one line. */
export function problemLine(error: CallError, t: Translate<ProblemTextKey>): string {
  const { message, remedy } = problemText(error, t);
  return `${message} ${remedy}`;
}
