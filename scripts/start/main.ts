import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { askPageView } from '../browsers/ask-page.ts';
import { waitForCard } from '../browsers/card-view.ts';
import { ensureBrowser } from '../browsers/install.ts';
import { type ChromiumRun, launchChromium } from '../browsers/launch-chromium.ts';
import { readMarks, waitForMarks } from '../browsers/page-marks.ts';
import { ROOT } from '../root.ts';
import { servePages } from '../serve/page-server.ts';
import { SAMPLE_PATH, sampleAt } from '../serve/sample-page.ts';
import { buildExtension, OUTPUT } from './build.ts';
import { matchTable } from './match-table.ts';

const SCREENSHOT = path.join(ROOT, 'test-results/sample-page.png');

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

async function start(): Promise<void> {
  const headless = process.argv.includes('--headless') || !hasDisplay();
  const browser = await ensureBrowser('chromium', say);
  say(`Browser: ${browser.path} (${browser.source})`);
  say('Building the index and the extension …');
  await buildExtension(['chromium']);
  const server = await servePages(sampleAt);
  const profile = mkdtempSync(path.join(tmpdir(), 'parallax-'));
  const run = await launchChromium({
    executable: browser.path,
    extension: path.join(ROOT, OUTPUT.chromium),
    profile,
    headless,
  });
  try {
    const page = run.context.pages()[0] ?? (await run.context.newPage());
    // The welcome page may come before or after; the sample stays in front of it.
    run.context.once('page', () => void page.bringToFront());
    await page.goto(server.origin + SAMPLE_PATH);
    await page.bringToFront();
    say(`Sample page: ${page.url()}`);
    if (headless) await demonstrate(run, page);
    else await stayOpen(run);
  } finally {
    await run.context.close();
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Without a display: opens a card by a click, prints the matches, writes a picture. */
async function demonstrate(run: ChromiumRun, page: Page): Promise<void> {
  await waitForMarks(page);
  const view = await askPageView(await run.worker(), page);
  say(`\n${matchTable(view.matches)}\n`);
  await openFirstCard(page);
  mkdirSync(path.dirname(SCREENSHOT), { recursive: true });
  await page.screenshot({ path: SCREENSHOT });
  say(`Screenshot: ${SCREENSHOT}`);
  say('There is no display, so the browser ran without a window. With one, it stays open.');
}

/** Clicks the first clause, or whatever comes first, and says what its card says. */
async function openFirstCard(page: Page): Promise<void> {
  const place = async () => {
    const marks = await readMarks(page);
    const mark = marks.find(({ name }) => name === 'clause') ?? marks[0];
    return { words: mark?.text ?? '', box: mark?.boxes[0] };
  };
  const { box: before } = await place();
  if (!before) throw new Error('The highlights of the sample page are not laid out.');
  // Into the upper third of the window, so that the card has room below.
  await page.evaluate((by) => window.scrollBy({ top: by, behavior: 'instant' }), before.y - 250);
  const { words, box = before } = await place();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const card = await waitForCard(page);
  say(`A click on “${words.replace(/\s+/gu, ' ')}” opened its card:\n  ${card.slice(0, 300)} …\n`);
}

async function stayOpen(run: ChromiumRun): Promise<void> {
  say('The browser stays open: click a highlight. Close its window, or press Ctrl+C, to end.');
  await new Promise<void>((resolve) => {
    run.context.once('close', () => resolve());
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

function hasDisplay(): boolean {
  if (process.env.CI) return false;
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

try {
  await start();
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
