import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS } from './browsers/chromium-flags.ts';
import { findBrowser } from './browsers/find.ts';

/*
 * Makes public/icon/*.png from assets/icon/parallax.svg: `npx tsx scripts/render-icons.ts`. The files
 * are kept in the repository, so that a build needs no browser.
 */
const SIZES = [16, 32, 48, 96, 128];

const root = path.resolve(import.meta.dirname, '..');
const svg = await readFile(path.join(root, 'assets/icon/parallax.svg'), 'utf8');
const found = findBrowser('chromium');
if (found === null)
  throw new Error('Chromium was not found. Install it, for example with apt-get.');

const browser = await chromium.launch({ executablePath: found.path, args: [...CHROMIUM_FLAGS] });
try {
  await mkdir(path.join(root, 'public/icon'), { recursive: true });
  for (const size of SIZES) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw}</style>${svg}`);
    const png = await page.screenshot({ omitBackground: true });
    await writeFile(path.join(root, `public/icon/${size}.png`), png);
    await page.close();
  }
} finally {
  await browser.close();
}
