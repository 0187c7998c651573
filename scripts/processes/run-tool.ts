import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../root.ts';

export interface ToolRun {
  /** Exit code; 1 where the program did not start or was ended by a signal. */
  readonly code: number;
  /** Standard output and standard error, in the order in which they came. */
  readonly output: string;
  readonly milliseconds: number;
}

/** The command line of a program that an installed package brings, for any system's Node. */
export function toolCommand(packageName: string, program = packageName): readonly string[] {
  const folder = path.join(ROOT, 'node_modules', packageName);
  const manifest: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const bin = (manifest as { readonly bin?: string | Readonly<Record<string, string>> }).bin;
  const file = typeof bin === 'string' ? bin : bin?.[program];
  if (!file) throw new Error(`${packageName} brings no program ${program}; run npm ci.`);
  return [process.execPath, path.join(folder, file)];
}

/** The command line that runs a TypeScript file of this project. */
export function scriptCommand(file: string): readonly string[] {
  return [process.execPath, '--import', 'tsx', path.join(ROOT, file)];
}

/**
 * Runs a command to its end in the project's root, without standard input. Its output is collected;
 * `onOutput` also hears it as it comes. After `limit` milliseconds it is ended and counts as failed.
 */
export function runCommand(
  command: readonly string[],
  options: {
    readonly onOutput?: (text: string) => void;
    readonly limit?: number;
    readonly env?: Readonly<Record<string, string>>;
  } = {},
): Promise<ToolRun> {
  const [program = '', ...args] = command;
  const start = performance.now();
  return new Promise((resolve) => {
    let output = '';
    const hear = (text: string): void => {
      output += text;
      options.onOutput?.(text);
    };
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', ...options.env },
    });
    const timer = options.limit
      ? setTimeout(() => {
          hear(`\nended after ${Math.round((options.limit ?? 0) / 1000)} s\n`);
          child.kill('SIGKILL');
        }, options.limit)
      : null;
    const end = (code: number | null): void => {
      if (timer) clearTimeout(timer);
      resolve({ code: code ?? 1, output, milliseconds: performance.now() - start });
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.on('error', (error) => {
      hear(`${error.message}\n`);
      end(1);
    });
    child.on('close', end);
  });
}
