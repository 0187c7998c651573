import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** What one run of Vitest comes to. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** Every skipped test; `reason` is its note, or what its name says in brackets, or null. */
  readonly skipped: readonly { readonly test: string; readonly reason: string | null }[];
}

/** The variable that names the file into which a run of Vitest writes its tally, as JSON. */
export const TALLY_FILE = 'PARALLAX_TALLY';

/** Writes a run's tally for `npm test`, with the reason of each skipped test, which Vitest's own JSON lacks. */
export class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const file = process.env[TALLY_FILE];
    if (!file) return;
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const inState = (state: string) => tests.filter((test) => test.result().state === state);
    const brokenModules = modules.filter((module) => module.errors().length > 0);
    const tally: Tally = {
      passed: inState('passed').length,
      failed:
        inState('failed').length + inState('pending').length + brokenModules.length + errors.length,
      skipped: inState('skipped').map((test) => {
        const result = test.result();
        const note = result.state === 'skipped' ? result.note : undefined;
        const [, named] = /\(skipped (where [^)]+)\)/u.exec(test.fullName) ?? [];
        const reason = note ?? named ?? null;
        return { test: `${test.module.relativeModuleId} › ${test.fullName}`, reason };
      }),
    };
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(tally));
  }
}
