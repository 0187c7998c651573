import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { ensureBrowser } from '../../scripts/browsers/install.ts';
import { launchChromium } from '../../scripts/browsers/launch-chromium.ts';
import { ROOT } from '../../scripts/root.ts';
import { buildExtension, OUTPUT } from '../../scripts/start/build.ts';
import { listFile } from './list-file.ts';

const PASSAGES = 100_000;
const QUERIES = ['software', 'permission notice', '不针对', 'stat', 'x17'];
const MEGABYTE = 1024 * 1024;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** A folder of the browser's private file system stands for the one that the reader would choose. */
const CHOOSE = `globalThis.showDirectoryPicker = async () =>
  (await navigator.storage.getDirectory()).getDirectoryHandle('Lists', { create: true });`;

/** Measures the reading list as built, in Chromium, with as many passages as anybody may gather. */
async function bench(): Promise<void> {
  const { path: executable } = await ensureBrowser('chromium', say);
  const extension = path.join(ROOT, OUTPUT.chromium);
  if (!process.argv.includes('--no-build') || !existsSync(extension)) {
    await buildExtension(['chromium']);
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'parallax-bench-list-'));
  const profile = path.join(folder, 'profile');
  const run = await launchChromium({ executable, extension, profile, headless: true });
  try {
    const address = `chrome-extension://${run.extensionId}/reading-list.html`;
    await run.context.addInitScript(CHOOSE);
    const page = await run.context.newPage();
    await page.goto(address);
    // The welcome page of a fresh profile comes to the front a moment later.
    await page.waitForTimeout(2_000);
    await page.bringToFront();
    await measureImport(page, folder);
    await measureOpening(page, address);
    await measureSearch(page);
    await measureScrolling(page);
    await measureSize(page);
    await measureFolder(page);
  } finally {
    await run.context.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function measureImport(page: Page, folder: string): Promise<void> {
  const file = path.join(folder, 'list.json');
  const text = listFile(PASSAGES);
  writeFileSync(file, text);
  say(`A reading list of ${PASSAGES} passages; the file has ${megabytes(text.length)}:`);
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ entryTypes: ['longtask'] });
  });
  let start = performance.now();
  await page.locator('input[type="file"]').setInputFiles(file);
  const confirm = page.getByRole('button', { name: 'Merge', exact: true });
  await confirm.waitFor({ timeout: 600_000 });
  row('import: read, checked and compared', performance.now() - start);
  row('  longest pause meanwhile', await longestTask(page));
  start = performance.now();
  await confirm.click();
  await page.locator('.toast-text').waitFor({ timeout: 600_000 });
  row('import: written', performance.now() - start);
  row('  longest pause meanwhile', await longestTask(page));
}

/** The longest task since the last question, in milliseconds. */
async function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { longTasks } = globalThis as unknown as { longTasks: number[] };
    return Math.max(0, ...longTasks.splice(0));
  });
}

async function measureOpening(page: Page, address: string): Promise<void> {
  const firsts: number[] = [];
  const wholes: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    await page.goto('about:blank');
    await page.goto(address, { waitUntil: 'commit' });
    await page.bringToFront();
    firsts.push(
      await page.evaluate(async () => {
        while (document.querySelector('.row') === null) {
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
        return performance.now();
      }),
    );
    wholes.push(
      await page.evaluate(async () => {
        // No function of its own in here: the compiler would name it by a helper that the page lacks.
        while (document.body.textContent?.includes('Reading the list:') === true) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        return performance.now();
      }),
    );
  }
  row('first screen, from the start of the page', median(firsts), Math.max(...firsts));
  row('whole list read and ready to be searched', median(wholes), Math.max(...wholes));
}

async function measureSearch(page: Page): Promise<void> {
  await page.bringToFront();
  const times: number[] = [];
  const field = page.getByRole('textbox', { name: /Search/u });
  for (const query of QUERIES) {
    await field.fill('');
    for (let length = 1; length <= query.length; length += 1) {
      times.push(await field.evaluate(keyTime, query.slice(0, length)));
    }
  }
  times.sort((a, b) => a - b);
  row(
    `search, a key (${times.length} keys), to the frame with the answer`,
    median(times),
    times.at(-1) ?? Number.NaN,
  );
}

/** Runs in the page: milliseconds from a key to the frame that shows its answer. */
async function keyTime(field: Element, text: string): Promise<number> {
  if (!(field instanceof HTMLInputElement)) throw new Error('There is no search field.');
  const start = performance.now();
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - start;
}

async function measureScrolling(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: /Search/u }).fill('');
  const frames = await page.evaluate(async () => {
    const times: number[] = [];
    let last = performance.now();
    for (let step = 0; step < 120; step += 1) {
      scrollBy(0, 400);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = performance.now();
      times.push(now - last);
      last = now;
    }
    return times.slice(5);
  });
  row('scrolling, a frame of 400 px', median(frames), Math.max(...frames));
}

async function measureSize(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { heap, disk } = await page.evaluate(async () => {
    const { memory } = performance as unknown as { memory?: { usedJSHeapSize: number } };
    const { usage } = await navigator.storage.estimate();
    return { heap: memory?.usedJSHeapSize ?? Number.NaN, disk: usage ?? Number.NaN };
  });
  say(`  ${'memory of the page'.padEnd(58)}${megabytes(heap)}`);
  say(`  ${'on the disk, with one backup'.padEnd(58)}${megabytes(disk)}`);
}

async function measureFolder(page: Page): Promise<void> {
  await page.locator('details.storage summary').click();
  let start = performance.now();
  await page.getByRole('button', { name: 'Choose a folder…' }).click();
  await page.getByText('In step with the folder').waitFor({ timeout: 600_000 });
  row('folder: the whole list written', performance.now() - start);
  const before = await page.evaluate(lastWritten);
  start = performance.now();
  await page.locator('.passage select.status').first().selectOption('done');
  while ((await page.evaluate(lastWritten)) === before) await page.waitForTimeout(20);
  row('folder: an edit is there, the rest of 3 s included', performance.now() - start);
}

/** Runs in the page: when a file of the folder was written last, in milliseconds. */
async function lastWritten(): Promise<number> {
  const root = await navigator.storage.getDirectory();
  const lists = await root.getDirectoryHandle('Lists');
  let last = 0;
  for await (const own of (await lists.getDirectoryHandle('parallax-reading-list')).values()) {
    for await (const file of (own as FileSystemDirectoryHandle).values()) {
      last = Math.max(last, (await (file as FileSystemFileHandle).getFile()).lastModified);
    }
  }
  return last;
}

function row(name: string, time: number, worst?: number): void {
  const most = worst === undefined ? '' : ` (at most ${worst.toFixed(0)} ms)`;
  say(`  ${name.padEnd(58)}${time.toFixed(0)} ms${most}`);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const megabytes = (bytes: number): string => `${(bytes / MEGABYTE).toFixed(1)} MB`;

await bench();
