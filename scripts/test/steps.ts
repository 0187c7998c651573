import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runCommand, scriptCommand, toolCommand } from '../processes/run-tool.ts';
import { ROOT } from '../root.ts';
import { TALLY_FILE, type Tally } from './tally-reporter.ts';

export interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** Where the step counts its own tests, the file in which it leaves its tally. */
  readonly tally: string | null;
  /** Milliseconds after which the step is ended and has failed. */
  readonly limit: number;
}

export interface StepResult extends Tally {
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
  vitest('unit', 'unit', 10),
  vitest('in a browser', 'browser', 10),
  vitest('end to end, Chromium', 'e2e-chromium', 15),
  vitest('end to end, Firefox', 'e2e-firefox', 15),
];

/** Runs a step and counts its tests. A step without tests of its own is one test. */
export async function runStep(step: Step): Promise<StepResult> {
  if (step.tally) rmSync(step.tally, { force: true });
  const { code, output, milliseconds } = await runCommand(step.command, {
    limit: step.limit,
    env: step.tally ? { [TALLY_FILE]: step.tally } : {},
  });
  const tally = step.tally ? readTally(step.tally) : null;
  const counted = tally ?? { passed: code === 0 ? 1 : 0, failed: 0, skipped: [] };
  // A run that ends badly with no failed test (it crashed, or found no tests) has failed all the same.
  const failed = code !== 0 && counted.failed === 0 ? 1 : counted.failed;
  // A test that is skipped without saying why counts as failed.
  const silent = counted.skipped.filter(({ reason }) => reason === null);
  const complaints = silent.map(({ test }) => `Skipped without a reason: ${test}`);
  return {
    name: step.name,
    output: [output, ...complaints].join('\n'),
    milliseconds,
    passed: step.tally && !tally ? 0 : counted.passed,
    failed: (step.tally && !tally ? 1 : failed) + silent.length,
    skipped: counted.skipped.filter(({ reason }) => reason !== null),
  };
}

function readTally(file: string): Tally | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Tally;
  } catch {
    return null;
  }
}
