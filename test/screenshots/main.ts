import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS } from '../../scripts/browsers/chromium-flags.ts';
import { findBrowser } from '../../scripts/browsers/find.ts';
import { ensureBrowser } from '../../scripts/browsers/install.ts';
import { launchChromium } from '../../scripts/browsers/launch-chromium.ts';
import { ROOT } from '../../scripts/root.ts';
import { servePages } from '../../scripts/serve/page-server.ts';
import { SAMPLE_PATH, sampleAt } from '../../scripts/serve/sample-page.ts';
import { OUTPUT } from '../../scripts/start/build.ts';
import { photographFirefox } from './firefox.ts';
import { photographGallery } from './gallery.ts';
import { hasRealPages, photographRealPages } from './real-pages.ts';
import { photographSurfaces } from './surfaces.ts';

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/**
 * `npm run screenshots -- FOLDER [NAME …]`: pictures of every surface, to be looked at. Names choose
 * sheets by a part of theirs (`card-dark`, `own-light-ru`, `firefox-`); all are taken without. Those of
 * Firefox need one that is installed.
 */
async function main(): Promise<void> {
  const [folder = mkdtempSync(path.join(tmpdir(), 'parallax-pictures-')), ...names] =
    process.argv.slice(2);
  mkdirSync(folder, { recursive: true });
  const wanted = (name: string): boolean =>
    names.length === 0 || names.some((part) => name.includes(part));
  const { path: executable } = await ensureBrowser('chromium', say);
  for (const file of await fromGallery(executable, folder, wanted)) say(file);
  for (const file of await fromExtension(executable, folder, wanted)) say(file);
  for (const file of await fromFirefox(executable, folder, wanted)) say(file);
}

type Wanted = (name: string) => boolean;

async function fromGallery(
  executablePath: string,
  folder: string,
  wanted: Wanted,
): Promise<readonly string[]> {
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
  try {
    return await photographGallery(browser, folder, wanted);
  } finally {
    await browser.close();
  }
}

async function fromExtension(
  executable: string,
  folder: string,
  wanted: Wanted,
): Promise<readonly string[]> {
  const server = await servePages(sampleAt);
  const profile = mkdtempSync(path.join(tmpdir(), 'parallax-'));
  const extension = path.join(ROOT, OUTPUT.chromium);
  const run = await launchChromium({ executable, extension, profile, headless: true });
  try {
    const address = server.origin + SAMPLE_PATH;
    const surfaces = await photographSurfaces(run, address, folder, wanted);
    if (hasRealPages()) return [...surfaces, ...(await photographRealPages(run, folder, wanted))];
    say('Real pages were left out: ../shared/pages is not there.');
    return surfaces;
  } finally {
    await run.context.close();
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Firefox takes the pictures, Chromium lays them on sheets. */
async function fromFirefox(
  executablePath: string,
  folder: string,
  wanted: Wanted,
): Promise<readonly string[]> {
  if (findBrowser('firefox') === null) {
    say('Firefox was left out: it is not installed.');
    return [];
  }
  const server = await servePages(sampleAt);
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
  try {
    const context = await browser.newContext();
    return await photographFirefox(context, server.origin + SAMPLE_PATH, folder, wanted);
  } finally {
    await browser.close();
    await server.close();
  }
}

await main();
