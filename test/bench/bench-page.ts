import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { CHROMIUM_FLAGS } from '../../scripts/browsers/chromium-flags.ts';
import { ROOT } from '../../scripts/root.ts';
import { type PageServer, type ServedPage, servePages } from '../../scripts/serve/page-server.ts';
import type { Measures } from './in-page.ts';

/** An isolated page is given a finer clock. */
export const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/** A page of text or an index file. */
export function served(body: string | Uint8Array): ServedPage {
  return typeof body === 'string'
    ? { type: 'text/html; charset=utf-8', body, headers: ISOLATED }
    : { type: 'application/octet-stream', body };
}

/** Serves what is kept under each path; more may be added while it runs. */
export async function serveFiles(
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<PageServer> {
  return servePages((pathname) => {
    const body = files.get(pathname);
    return body === undefined ? null : served(body);
  });
}

/** Runs measures in fresh pages of a Chromium without the extension. */
export interface BenchBrowser {
  /** Opens a page with the measures in it, runs `work`, and closes it. */
  on<T>(address: string, work: (page: MeasuredPage) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface MeasuredPage {
  run<Name extends keyof Measures>(
    name: Name,
    ...args: Parameters<Measures[Name]>
  ): Promise<Awaited<ReturnType<Measures[Name]>>>;
  /** Bytes that its scripts hold, typed arrays included, once what nobody needs is gone. */
  held(): Promise<number>;
}

export async function startBenchBrowser(executablePath: string): Promise<BenchBrowser> {
  const content = await bundle('test/bench/in-page.ts');
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
  return {
    async on(address, work) {
      const page = await browser.newPage();
      try {
        await page.goto(address);
        await page.addScriptTag({ content });
        return await work(await measured(page));
      } finally {
        await page.close();
      }
    },
    close: () => browser.close(),
  };
}

async function measured(page: Page): Promise<MeasuredPage> {
  const session = await page.context().newCDPSession(page);
  return {
    async held() {
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.collectGarbage');
      // Not in every protocol description yet: `backingStorageSize`, the bytes of typed arrays.
      const usage: { usedSize: number; backingStorageSize?: number } =
        await session.send('Runtime.getHeapUsage');
      return usage.usedSize + (usage.backingStorageSize ?? 0);
    },
    run: (name, ...args) =>
      page.evaluate(
        ([called, given]) => {
          const { measures } = globalThis as unknown as {
            measures: Record<string, (...all: readonly unknown[]) => unknown>;
          };
          return measures[called]?.(...given);
        },
        [name, args] as const,
      ) as never,
  };
}

/** One file that defines what it measures on `globalThis`. */
export async function bundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    build: {
      write: false,
      lib: { entry: path.join(ROOT, entry), formats: ['iife'], name: 'bench' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output && 'output' in output ? output.output[0] : null;
  if (!chunk) throw new Error(`The bundle of ${entry} is empty.`);
  return chunk.code;
}
