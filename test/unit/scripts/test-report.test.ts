import { describe, expect, test } from 'vitest';
import type { Fault } from '../../../scripts/test/fault.ts';
import { closingLines, stepLines } from '../../../scripts/test/report.ts';
import { resultOf, type StepResult } from '../../../scripts/test/steps.ts';
import type { Tally } from '../../../scripts/test/tally-reporter.ts';

const fault = (name: string): Fault => ({
  file: 'test/e2e/firefox/frames.test.ts',
  name,
  lines: ['Error: Waited 30 s in vain for a card.', 'at test/e2e/specs/frames.ts:95'],
});
const NONE: Tally = {
  passed: 0,
  failed: 0,
  skipped: [],
  failures: [],
  retried: [],
  unfinished: null,
};
const OUTPUT = Array.from({ length: 100 }, (_, at) => `line ${at + 1}`).join('\n');
const LOG = 'test-results/firefox.log';
const counting = (tally: Partial<Tally> | null, code = 0, output = OUTPUT): StepResult =>
  resultOf(
    { name: 'end to end, Firefox', tally: 'e2e-firefox.json' },
    { code, output, milliseconds: 160_000 },
    tally && { ...NONE, ...tally },
  );
const plain = (code: number, output: string): StepResult =>
  resultOf({ name: 'types', tally: null }, { code, output, milliseconds: 1000 }, null);

describe('what is told of a step', () => {
  test('that went well is one line', () => {
    expect(stepLines(counting({ passed: 75 }), LOG)).toEqual([
      'ok     end to end, Firefox    75 passed, 0 failed (160.0 s)',
    ]);
  });

  test('that failed are first the tests that failed, then the last 40 lines of its output', () => {
    const failures = [fault('frames > open a card')];
    const lines = stepLines(counting({ passed: 74, failed: 1, failures }, 1), LOG);
    expect(lines.slice(0, 4).map((line) => line.trim())).toEqual([
      'FAILED end to end, Firefox    74 passed, 1 failed (160.0 s)',
      '✗ test/e2e/firefox/frames.test.ts › frames > open a card',
      'Error: Waited 30 s in vain for a card.',
      'at test/e2e/specs/frames.ts:95',
    ]);
    expect(lines[4]).toContain(`all 100 lines are in ${LOG}`);
    expect(lines.slice(5).map((line) => line.trim())).toEqual(OUTPUT.split('\n').slice(-40));
  });

  test('names a test that passed at the second try with the first error, also in the log', () => {
    const result = counting({ passed: 75, retried: [fault('walks')] });
    const lines = stepLines(result, LOG).map((line) => line.trim());
    expect(lines[0]).toContain('ok ');
    expect(lines[1]).toBe('passed at the second try: test/e2e/firefox/frames.test.ts › walks');
    expect(lines[2]).toBe('Error: Waited 30 s in vain for a card.');
    expect(result.output).toContain('passed at the second try: test/e2e/firefox/frames.test.ts');
  });

  test('says why tests were skipped, and what a check without tests left out', () => {
    const skipped = [
      { test: 'a', reason: 'where no pages are' },
      { test: 'b', reason: 'where no pages are' },
    ];
    expect(stepLines(counting({ passed: 1, skipped }), LOG)[1]?.trim()).toBe(
      '2 skipped: where no pages are',
    );
    expect(stepLines(plain(0, 'fine\nNot run: links\n'), LOG)[1]?.trim()).toBe('Not run: links');
  });
});

describe('a step has failed', () => {
  test('where a tool says so, with the lines from its first error on', () => {
    const result = plain(2, 'checking\na.ts(1,2): error TS1: no\nb.ts(3,4): error TS2: no');
    expect(result).toMatchObject({ passed: 0, failed: 1 });
    expect(result.failures[0]?.lines).toEqual([
      'a.ts(1,2): error TS1: no',
      'b.ts(3,4): error TS2: no',
    ]);
  });

  test('where it ended badly though no test failed, left no count, or ended before its time', () => {
    expect(counting({ passed: 75 }, 1)).toMatchObject({ passed: 75, failed: 1 });
    const lost = counting(null, 1);
    expect(lost).toMatchObject({ passed: 0, failed: 1 });
    expect(lost.failures[0]?.lines).toContain('line 100');
    const early = counting({ passed: 30, unfinished: ['frames.test.ts'] }, 1);
    expect(early).toMatchObject({ passed: 30, failed: 1 });
    expect(early.failures[0]?.lines[0]).toContain('frames.test.ts');
  });

  test('where a test is skipped without a reason', () => {
    const result = counting({ passed: 74, skipped: [{ test: 'x', reason: null }] });
    expect(result).toMatchObject({ passed: 74, failed: 1, skipped: [] });
    expect(result.failures[0]).toMatchObject({ name: 'x' });
    expect(result.output).toContain('Skipped without a reason: x');
  });
});

describe('the end of the report', () => {
  test('of a good run is its sum', () => {
    const skipped = [{ test: 'a', reason: 'where no pages are' }];
    expect(closingLines([counting({ passed: 75 }), plain(0, '')])).toEqual([
      '',
      '76 passed, 0 failed',
    ]);
    expect(closingLines([counting({ passed: 75, skipped })]).at(-1)).toBe(
      '75 passed, 0 failed, 1 skipped',
    );
  });

  test('names what failed and what wavered, and the sum stands last', () => {
    const wavering = counting({ passed: 75, retried: [fault('walks')] });
    const failing = counting({ passed: 74, failed: 1, failures: [fault('opens')] }, 1);
    const lines = closingLines([wavering, failing]).map((line) => line.trim());
    expect(lines).toEqual([
      '',
      'end to end, Firefox: 1 passed at the second try only',
      'passed at the second try: test/e2e/firefox/frames.test.ts › walks',
      'Error: Waited 30 s in vain for a card.',
      'at test/e2e/specs/frames.ts:95',
      '',
      'Failed: end to end, Firefox, 1 of 75',
      '✗ test/e2e/firefox/frames.test.ts › opens',
      'Error: Waited 30 s in vain for a card.',
      'at test/e2e/specs/frames.ts:95',
      '',
      '149 passed, 1 failed',
    ]);
  });

  test('stays short where much failed: six in full, six more by name, the rest by number', () => {
    const failures = Array.from({ length: 75 }, (_, at) => fault(`test ${at + 1}`));
    const lines = closingLines([counting({ failed: 75, failures }, 1)]);
    expect(lines).toHaveLength(1 + 1 + 6 * 3 + 6 + 1 + 2);
    expect(lines.at(-3)?.trim()).toBe('… and 63 more');
  });
});
