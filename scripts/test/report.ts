import { type Fault, titleOf } from './fault.ts';
import type { StepResult } from './steps.ts';

/** Lines of a failed step's output that are printed; the log has all. */
const SHOWN_LINES = 40;
/** Faults that are told in full where all are summed up; of more, the names; of many more, the number. */
const TOLD_IN_FULL = 6;
const NAMED = 12;

/** Lines in which a step without tests of its own says what it left out. */
const NOTE = /^(?:Sources not found|Not run)\b/u;

/** What is told of a step when it has ended: its counts, and first of all what failed in it. */
export function stepLines(result: StepResult, log: string): string[] {
  const { name, passed, failed, skipped, output, milliseconds, failures, retried } = result;
  const mark = failed === 0 ? 'ok    ' : 'FAILED';
  const counts = `${passed} passed, ${failed} failed`;
  const lines = [
    `${mark} ${name.padEnd(22)} ${counts} (${(milliseconds / 1000).toFixed(1)} s)`,
    ...failures.flatMap((fault) => faultLines('✗ ', fault)).map(indented),
    ...retried.flatMap((fault) => faultLines(SECOND_TRY, fault)).map(indented),
  ];
  for (const [reason, count] of countBy(skipped.map((one) => one.reason ?? '')))
    lines.push(indented(`${count} skipped: ${reason}`));
  const told = output.trim().split('\n');
  lines.push(...told.filter((line) => NOTE.test(line)).map((line) => indented(line.trim())));
  if (failed === 0) return lines;
  if (told.length > SHOWN_LINES) lines.push(indented(`… all ${told.length} lines are in ${log}`));
  return [...lines, ...told.slice(-SHOWN_LINES).map(indented)];
}

/** What is told at the end: once more what failed, and the sum as the very last line. */
export function closingLines(results: readonly StepResult[]): string[] {
  const sum = (count: (result: StepResult) => number): number =>
    results.reduce((total, result) => total + count(result), 0);
  const [failed, skipped] = [sum((one) => one.failed), sum((one) => one.skipped.length)];
  const lines: string[] = [];
  for (const { name, retried } of results) {
    if (retried.length === 0) continue;
    lines.push('', `${name}: ${retried.length} passed at the second try only`);
    lines.push(...some(SECOND_TRY, retried).map(indented));
  }
  for (const result of results) {
    if (result.failed === 0) continue;
    lines.push('', `Failed: ${result.name}, ${result.failed} of ${result.passed + result.failed}`);
    lines.push(...some('✗ ', result.failures).map(indented));
  }
  const ending = skipped > 0 ? `, ${skipped} skipped` : '';
  return [...lines, '', `${sum((one) => one.passed)} passed, ${failed} failed${ending}`];
}

const SECOND_TRY = 'passed at the second try: ';

function some(mark: string, faults: readonly Fault[]): string[] {
  const more = faults.length - NAMED;
  return [
    ...faults.slice(0, TOLD_IN_FULL).flatMap((fault) => faultLines(mark, fault)),
    ...faults.slice(TOLD_IN_FULL, NAMED).map((fault) => `${mark}${titleOf(fault)}`),
    ...(more > 0 ? [`… and ${more} more`] : []),
  ];
}

function faultLines(mark: string, fault: Fault): string[] {
  return [`${mark}${titleOf(fault)}`, ...fault.lines.map((line) => `    ${line}`)];
}

function indented(line: string): string {
  return `       ${line}`;
}

function countBy(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
