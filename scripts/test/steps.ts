import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runCommand, scriptCommand, type ToolRun, toolCommand } from '../processes/run-tool.ts';
import { ROOT } from '../root.ts';
import { type Fault, lastLines, tellingLines, titleOf } from './fault.ts';
import { TALLY_FILE, type Tally } from './tally-reporter.ts';

export interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** Where the step counts its own tests, the file in which it leaves its tally. */
  readonly tally: string | null;
  /** Milliseconds after which the step is ended and has failed. */
  readonly limit: number;
}

export interface StepResult extends Omit<Tally, 'unfinished'> {
  readonly name: string;
  readonly output: string;
  readonly milliseconds: number;
}

const MINUTE = 60_000;
export const RESULTS = path.join(ROOT, 'test-results');

const vitest = (name: string, project: string, minutes: number): Step => ({
  name,
  command: [...toolCommand('vitest'), 'run', '--project', project],
  tally: path.join(RESULTS, `${project}.json`),
  limit: minutes * MINUTE,
});

const check = (name: string, command: readonly string[], minutes = 5): Step => ({
  name,
  command,
  tally: null,
  limit: minutes * MINUTE,
});

/** Everything that `npm test` runs, in order. The builds come before the steps that use them. */
export const STEPS: readonly Step[] = [
  check('types', [...toolCommand('typescript', 'tsc'), '--noEmit']),
  check('lint', [...toolCommand('@biomejs/biome', 'biome'), 'check', '--error-on-warnings', '.']),
  check('packs', scriptCommand('scripts/packs-check.ts')),
  check('index', scriptCommand('scripts/build-index.ts')),
  check('build for Chromium', [...toolCommand('wxt'), 'build']),
  check('build for Firefox', [...toolCommand('wxt'), 'build', '-b', 'firefox']),
  check('add-on lint', [
    ...toolCommand('addons-linter'),
    '--warnings-as-errors',
    '--boring',
    '.output/firefox-mv3',
  ]),
  vitest('unit', 'unit', 20),
  vitest('in a browser', 'browser', 20),
  vitest('end to end, Chromium', 'e2e-chromium', 45),
  vitest('end to end, Firefox', 'e2e-firefox', 30),
];

/** Runs a step and counts its tests. A step without tests of its own is one test. */
export async function runStep(step: Step): Promise<StepResult> {
  if (step.tally) rmSync(step.tally, { force: true });
  const run = await runCommand(step.command, {
    limit: step.limit,
    env: step.tally ? { [TALLY_FILE]: step.tally } : {},
  });
  return resultOf(step, run, step.tally ? readTally(step.tally) : null);
}

/**
 * What a step comes to.
 *
 * @param tally what the step left; null where it counts no tests of its own, or left nothing
 */
export function resultOf(
  step: Pick<Step, 'name' | 'tally'>,
  { code, output, milliseconds }: ToolRun,
  tally: Tally | null,
): StepResult {
  const { name } = step;
  const whole = (...lines: string[]): Fault => ({ file: '', name, lines });
  const failures: Fault[] = [...(tally?.failures ?? [])];
  let failed = tally?.failed ?? 0;
  if (step.tally && tally === null) {
    failures.push(whole('It left no count of its tests.', ...lastLines(output)));
    failed += 1;
  } else if (tally?.unfinished) {
    const files = tally.unfinished.join(', ') || 'a new file';
    failures.push(whole(`It ended before its time, at ${files}.`, ...lastLines(output, 2)));
    failed += 1;
  } else if (code !== 0 && failed === 0) {
    // A run that ends badly with no failed test (it crashed, or found no tests) has failed all the same.
    failures.push(whole(...(step.tally ? lastLines(output) : tellingLines(output))));
    failed += 1;
  }
  // A test that is skipped without saying why counts as failed.
  const silent = (tally?.skipped ?? []).filter(({ reason }) => reason === null);
  for (const { test } of silent) failures.push({ file: '', name: test, lines: [SILENT] });
  const retried = tally?.retried ?? [];
  const notes = [
    ...silent.map(({ test }) => `Skipped without a reason: ${test}`),
    ...retried.map((fault) => `passed at the second try: ${titleOf(fault)}`),
  ];
  return {
    name,
    output: [output, ...notes].join('\n'),
    milliseconds,
    passed: step.tally ? (tally?.passed ?? 0) : Number(code === 0),
    failed: failed + silent.length,
    skipped: (tally?.skipped ?? []).filter(({ reason }) => reason !== null),
    failures,
    retried,
  };
}

const SILENT = 'Skipped without a reason.';

function readTally(file: string): Tally | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Tally;
  } catch {
    return null;
  }
}
