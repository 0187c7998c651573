import path from 'node:path';
import type { TestError } from 'vitest';

/** A test, or a hook of a group of tests, that failed; or that passed only at the second try. */
export interface Fault {
  /** Within the project, with slashes. */
  readonly file: string;
  /** Full name of test or group; empty where the file as a whole failed. */
  readonly name: string;
  /** What is to be known of the first error, a few lines; of a timeout that is its limit. */
  readonly lines: readonly string[];
}

const MESSAGE_LINES = 3;
const DIFF_LINES = 6;
const FRAMES = 4;
/** In UTF-16 units; more is cut off. */
const LINE_LENGTH = 240;

/**
 * The first lines of an error as Vitest reports it: its message, what it comes from, what differs, and
 * where it was thrown, innermost first, in files of the project.
 *
 * @param root folder of the project
 */
export function errorLines(error: TestError, root: string): string[] {
  const lines = [named(error, MESSAGE_LINES), differing(error)].flat();
  if (error.cause) lines.push(...named(error.cause, 1).map((line) => `because of ${line}`));
  const places = placesOf(error, root);
  if (places.length > 0) lines.push(`at ${places.join(' < ')}`);
  return lines.map(cut);
}

function named({ name, message }: TestError, count: number): string[] {
  const lines = message.split('\n').filter((line) => line.trim() !== '');
  const [first = '', ...others] = lines.slice(0, count);
  return [name && name !== 'Error' ? `${name}: ${first}` : first, ...others];
}

/** What was expected and not there (-), and what was there instead (+). */
function differing({ diff = '' }: TestError): string[] {
  const changed = diff.split('\n').filter((line) => /^[-+] (?!Expected$|Received$)/u.test(line));
  return changed.slice(0, DIFF_LINES);
}

function placesOf({ stacks = [] }: TestError, root: string): string[] {
  return stacks
    .map(({ file, line }) => ({ file: path.relative(root, file), line }))
    .filter(({ file }) => !/^\.\.|node_modules/u.test(file) && !path.isAbsolute(file))
    .slice(0, FRAMES)
    .map(({ file, line }) => `${file.split(path.sep).join('/')}:${line}`);
}

function cut(line: string): string {
  return line.length > LINE_LENGTH ? `${line.slice(0, LINE_LENGTH)}…` : line;
}

/** `FILE › NAME`, or the one of both that there is. */
export function titleOf({ file, name }: Fault): string {
  return [file, name].filter(Boolean).join(' › ') || 'outside of any test';
}

/** Lines of a tool's output that most likely say what went wrong: from its first error on, or its last. */
export function tellingLines(output: string, count = 6): string[] {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const first = lines.findIndex((line) => /\berror\b|\bfail|✖|×|━━/iu.test(line));
  if (first < 0) return lastLines(output, count);
  return lines.slice(first, first + count).map((line) => cut(line.trim()));
}

/** The last lines that are not empty. */
export function lastLines(output: string, count = 6): string[] {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return lines.slice(-count).map((line) => cut(line.trim()));
}
