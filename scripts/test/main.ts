import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureBrowser } from '../browsers/install.ts';
import { RESULTS, runStep, STEPS, type StepResult } from './steps.ts';

/** Lines of a failed step's output that are printed; the log has all. */
const SHOWN_LINES = 120;

/** Lines in which a step without tests of its own says what it left out. */
const NOTE = /^(?:Sources not found|Not run)\b/u;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

async function test(): Promise<number> {
  mkdirSync(RESULTS, { recursive: true });
  const results: StepResult[] = [];
  for (const engine of ['chromium', 'firefox'] as const) {
    const result = await findBrowserStep(engine);
    if (result.failed > 0) results.push(result);
  }
  for (const step of STEPS) {
    const result = await runStep(step);
    results.push(result);
    report(result);
  }
  return summarise(results);
}

/** A missing browser is one failure with its reason; the steps that need it fail on their own account. */
async function findBrowserStep(engine: 'chromium' | 'firefox'): Promise<StepResult> {
  const start = performance.now();
  const result = { name: `find ${engine}`, passed: 1, failed: 0, skipped: [], output: '' };
  try {
    const { path: program, source } = await ensureBrowser(engine, say);
    say(`${engine}: ${program} (${source})`);
    return { ...result, milliseconds: performance.now() - start };
  } catch (error) {
    const output = error instanceof Error ? error.message : String(error);
    const failed = { ...result, passed: 0, failed: 1, output, milliseconds: 0 };
    report(failed);
    return failed;
  }
}

function report({ name, passed, failed, skipped, output, milliseconds }: StepResult): void {
  const log = path.join(RESULTS, `${name.toLowerCase().replace(/[^a-z]+/gu, '-')}.log`);
  writeFileSync(log, output);
  const mark = failed === 0 ? 'ok    ' : 'FAILED';
  const counts = `${passed} passed, ${failed} failed`;
  say(`${mark} ${name.padEnd(22)} ${counts} (${(milliseconds / 1000).toFixed(1)} s)`);
  for (const [reason, count] of countBy(skipped.map((one) => one.reason ?? ''))) {
    say(`       ${count} skipped: ${reason}`);
  }
  for (const note of output.split('\n').filter((line) => NOTE.test(line)))
    say(`       ${note.trim()}`);
  if (failed === 0) return;
  const lines = output.trim().split('\n');
  if (lines.length > SHOWN_LINES) say(`       … the first lines are in ${log}`);
  say(
    lines
      .slice(-SHOWN_LINES)
      .map((line) => `       ${line}`)
      .join('\n'),
  );
}

function countBy(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function summarise(results: readonly StepResult[]): number {
  const sum = (count: (result: StepResult) => number): number =>
    results.reduce((total, result) => total + count(result), 0);
  const failed = sum((result) => result.failed);
  const skipped = sum((result) => result.skipped.length);
  const broken = results.filter((result) => result.failed > 0).map(({ name }) => name);
  if (broken.length > 0) say(`\nFailed: ${broken.join(', ')}`);
  const ending = skipped > 0 ? `, ${skipped} skipped` : '';
  say(`\n${sum((result) => result.passed)} passed, ${failed} failed${ending}`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = await test();
