import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { CHROMIUM_FLAGS } from '../../scripts/browsers/chromium-flags.ts';
import { findBrowser } from '../../scripts/browsers/find.ts';
import { ROOT } from '../../scripts/root.ts';
import { servePages } from '../../scripts/serve/page-server.ts';
import type { KillableList } from './killable-list.ts';

/** What was found after the browser was killed and started again. */
export interface AfterKill {
  /** Writes that were reported as done before the kill, and those that had begun. */
  readonly confirmed: number;
  readonly begun: number;
  /** Confirmed records that are missing or older than confirmed. */
  readonly lost: readonly string[];
  /** Records that cannot be read, or hold other words than were written. */
  readonly broken: readonly string[];
}

/** Page functions of `killable-list.ts`. */
type ListPage = typeof globalThis & { readonly killable: KillableList };

/**
 * Kills a real Chromium (SIGKILL to the browser and all its processes) in the middle of writes to the
 * reading list, starts it again on the same profile and reads the list; as often as `times` says.
 * The list lies in one profile throughout, so later rounds also find what earlier ones wrote.
 */
export async function killAndReadAgain(times: number): Promise<readonly AfterKill[]> {
  const script = await bundle();
  const server = await servePages((pathname) =>
    pathname === '/list.js'
      ? { type: 'text/javascript', body: script }
      : { type: 'text/html; charset=utf-8', body: '<script src="/list.js"></script>' },
  );
  const profile = mkdtempSync(path.join(tmpdir(), 'parallax-killed-'));
  const rounds: AfterKill[] = [];
  const confirmed = new Map<string, number>();
  try {
    for (let round = 0; round < times; round += 1) {
      const before = [...confirmed.values()].reduce((sum, edits) => sum + edits + 1, 0);
      const begun = await writeUntilKilled(profile, server.origin, { round, confirmed });
      const found = await inBrowser(profile, async (page) => {
        await page.goto(server.origin);
        return page.evaluate(() => (globalThis as ListPage).killable.read());
      });
      const held = new Map(found.records.map(({ id, edits }) => [id, edits]));
      const after = [...confirmed.values()].reduce((sum, edits) => sum + edits + 1, 0);
      rounds.push({
        confirmed: after - before,
        begun,
        lost: [...confirmed]
          .filter(([id, edits]) => (held.get(id) ?? -1) < edits)
          .map(([id]) => id),
        broken: found.broken,
      });
    }
  } finally {
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return rounds;
}

async function writeUntilKilled(
  profile: string,
  origin: string,
  { round, confirmed }: { readonly round: number; readonly confirmed: Map<string, number> },
): Promise<number> {
  const { child, browser, page } = await start(profile);
  let begun = 0;
  await page.exposeFunction('begun', () => {
    begun += 1;
  });
  await page.exposeFunction('confirmed', (id: string, edits: number) => confirmed.set(id, edits));
  await page.goto(origin);
  const first = confirmed.size;
  await page.evaluate((name) => {
    void (globalThis as ListPage).killable.write(name);
  }, `round-${round}`);
  // Some writes are done, and more under way: kill at a moment that is another each round.
  while (confirmed.size < first + 3) await new Promise((resolve) => setTimeout(resolve, 5));
  await new Promise((resolve) => setTimeout(resolve, (round * 37) % 400));
  await kill(child);
  await browser.close().catch(() => undefined);
  return begun;
}

async function inBrowser<T>(profile: string, task: (page: Page) => Promise<T>): Promise<T> {
  const { child, browser, page } = await start(profile);
  try {
    return await task(page);
  } finally {
    await browser.close().catch(() => undefined);
    await kill(child);
  }
}

interface Started {
  readonly child: ChildProcess;
  readonly browser: Browser;
  readonly page: Page;
}

/** Starts the system's Chromium as the head of a process group of its own. */
async function start(profile: string): Promise<Started> {
  const found = findBrowser('chromium');
  if (found === null)
    throw new Error('Chromium was not found. Install it, for example with apt-get.');
  rmSync(path.join(profile, 'DevToolsActivePort'), { force: true });
  const child = spawn(
    found.path,
    [
      ...CHROMIUM_FLAGS,
      ...[
        '--headless=new',
        '--remote-debugging-port=0',
        `--user-data-dir=${profile}`,
        'about:blank',
      ],
    ],
    { detached: true, stdio: 'ignore' },
  );
  const port = await portOf(profile);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const context = browser.contexts()[0] ?? (await browser.newContext());
  return { child, browser, page: await context.newPage() };
}

async function portOf(profile: string): Promise<string> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    try {
      const [port] = readFileSync(path.join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
      if (port) return port;
    } catch {
      // Not there yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('Chromium did not say on which port it listens within 30 s.');
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  const gone = new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(null);
    else child.once('exit', resolve);
  });
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It had already ended.
  }
  await gone;
}

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    publicDir: false,
    build: {
      write: false,
      lib: {
        entry: path.join(ROOT, 'test/support/killable-list.ts'),
        formats: ['iife'],
        name: 'killableModule',
      },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : null;
  if (!chunk) throw new Error('The bundle of the reading list is empty.');
  return chunk.code;
}
