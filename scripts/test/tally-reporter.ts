import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TestError } from 'vitest';
import type { Reporter, SerializedError, TestCase, TestModule, TestSuite } from 'vitest/node';
import { ROOT } from '../root.ts';
import { errorLines, type Fault } from './fault.ts';

/** What one run of Vitest comes to, at its end or as far as it came. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** Every skipped test; `reason` is its note, or what its name says in brackets, or null. */
  readonly skipped: readonly { readonly test: string; readonly reason: string | null }[];
  /** What failed: tests, hooks of groups, files. */
  readonly failures: readonly Fault[];
  /** Tests that failed at the first try and passed at the second, with the first error. */
  readonly retried: readonly Fault[];
  /** Files that were begun and had not ended when this was written; null at the end of the run. */
  readonly unfinished: readonly string[] | null;
}

/** The variable that names the file into which a run of Vitest writes its tally, as JSON. */
export const TALLY_FILE = 'PARALLAX_TALLY';

/**
 * Writes a run's tally for `npm test`, with what Vitest's own JSON lacks: why a test was skipped, and
 * which passed only at the second try. It is written anew with each file, so that a run that is ended
 * before its time still says how far it came.
 */
export class TallyReporter implements Reporter {
  readonly #modules = new Set<TestModule>();
  readonly #unfinished = new Set<TestModule>();

  onTestModuleStart(module: TestModule): void {
    this.#modules.add(module);
    this.#unfinished.add(module);
    this.#write();
  }

  onTestModuleEnd(module: TestModule): void {
    this.#unfinished.delete(module);
    this.#write();
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    write({ ...tallyOf(modules, errors), unfinished: null });
  }

  #write(): void {
    const ended = [...this.#modules].filter((module) => !this.#unfinished.has(module));
    const unfinished = [...this.#unfinished].map(fileOf);
    write({ ...tallyOf(ended, []), unfinished });
  }
}

function write(tally: Tally): void {
  const file = process.env[TALLY_FILE];
  if (!file) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(tally));
}

function tallyOf(
  modules: readonly TestModule[],
  errors: readonly SerializedError[],
): Omit<Tally, 'unfinished'> {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const inState = (state: string) => tests.filter((test) => test.result().state === state);
  const groups = modules.flatMap((module) => [module, ...module.children.allSuites()]);
  const broken = groups.filter((group) => group.errors().length > 0);
  const failed = [...inState('failed'), ...inState('pending')];
  // Tests that did not run because what their group needs could not be set up have failed as well.
  const [spoilt, skipped] = parted(inState('skipped'), (test) =>
    reasonOf(test) === null ? broken.some((group) => isWithin(test, group)) : false,
  );
  return {
    passed: inState('passed').length,
    failed: failed.length + broken.length + spoilt.length + errors.length,
    skipped: skipped.map((test) => ({
      test: `${fileOf(test.module)} › ${test.fullName}`,
      reason: reasonOf(test),
    })),
    failures: [
      ...broken.map((group) => {
        const count = spoilt.filter((test) => isWithin(test, group)).length;
        const fault = faultOf(group, group.errors());
        return count === 0
          ? fault
          : { ...fault, lines: [...fault.lines, `${count} tests of it did not run`] };
      }),
      ...failed.map((test) => faultOf(test, test.result().errors ?? [])),
      ...errors.map((error) => ({ file: '', name: '', lines: linesOf([error]) })),
    ],
    retried: inState('passed')
      .filter((test) => (test.diagnostic()?.retryCount ?? 0) > 0)
      .map((test) => faultOf(test, test.result().errors ?? [])),
  };
}

function parted<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}

/** Why a test was skipped, in its note or in its name. */
function reasonOf(test: TestCase): string | null {
  const result = test.result();
  const note = result.state === 'skipped' ? result.note : undefined;
  const [, named] = /\(skipped (where [^)]+)\)/u.exec(test.fullName) ?? [];
  return note ?? named ?? null;
}

function isWithin(test: TestCase, group: TestModule | TestSuite): boolean {
  let parent: TestModule | TestSuite = test.parent;
  while (parent !== group && parent.type === 'suite') parent = parent.parent;
  return parent === group;
}

function faultOf(of: TestModule | TestSuite | TestCase, errors: readonly SerializedError[]): Fault {
  const [file, name] = of.type === 'module' ? [fileOf(of), ''] : [fileOf(of.module), of.fullName];
  return { file, name, lines: linesOf(errors) };
}

function linesOf(errors: readonly SerializedError[]): string[] {
  const [first] = errors;
  return first ? errorLines(first as TestError, ROOT) : ['It did not end.'];
}

function fileOf(module: TestModule): string {
  return module.relativeModuleId;
}
