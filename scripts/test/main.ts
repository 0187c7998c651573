import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureBrowser } from '../browsers/install.ts';
import { closingLines, stepLines } from './report.ts';
import { RESULTS, resultOf, runStep, STEPS, type StepResult } from './steps.ts';

const say = (...lines: readonly string[]): void => {
  process.stdout.write(`${lines.join('\n')}\n`);
};

async function test(): Promise<number> {
  mkdirSync(RESULTS, { recursive: true });
  const results: StepResult[] = [];
  for (const engine of ['chromium', 'firefox'] as const) {
    const missing = await findBrowserStep(engine);
    if (missing) results.push(missing);
  }
  for (const step of STEPS) {
    const result = await runStep(step);
    results.push(result);
    report(result);
  }
  say(...closingLines(results));
  return results.some(({ failed }) => failed > 0) ? 1 : 0;
}

/**
 * A missing browser is one failure with its reason; the steps that need it fail on their own account. A
 * browser that is there counts as nothing.
 */
async function findBrowserStep(engine: 'chromium' | 'firefox'): Promise<StepResult | null> {
  try {
    const { path: program, source } = await ensureBrowser(engine, say);
    say(`${engine}: ${program} (${source})`);
    return null;
  } catch (error) {
    const output = error instanceof Error ? error.message : String(error);
    const step = { name: `find ${engine}`, tally: null };
    const missing = resultOf(step, { code: 1, output, milliseconds: 0 }, null);
    report(missing);
    return missing;
  }
}

function report(result: StepResult): void {
  const log = path.join(RESULTS, `${result.name.toLowerCase().replace(/[^a-z]+/gu, '-')}.log`);
  writeFileSync(log, result.output);
  say(...stepLines(result, log));
}

process.exitCode = await test();
