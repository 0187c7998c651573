import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';

/** A picture and what it shows. */
export interface Picture {
  readonly name: string;
  /** PNG. */
  readonly bytes: Buffer;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** Width of a sheet, and the height after which the next one begins, in CSS pixels. */
const WIDTH = 1560;
const HEIGHT = 1500;
const GAP = 16;
const CAPTION = 18;

/** A picture of the whole page as it is laid out in its window, up to `limit` CSS pixels high. */
export async function wholePage(page: Page, name: string, limit = 2400): Promise<Picture> {
  const { width, height } = await page.evaluate(() => ({
    width: innerWidth,
    height: Math.max(document.documentElement.scrollHeight, 1),
  }));
  const clip = { x: 0, y: 0, width, height: Math.min(height, limit) };
  return {
    name,
    bytes: await page.screenshot({ fullPage: true, clip }),
    width,
    height: clip.height,
  };
}

/** A picture of the window as it stands. */
export async function windowOf(page: Page, name: string): Promise<Picture> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  return { name, bytes: await page.screenshot(), width, height };
}

/** Lays pictures side by side on sheets `FOLDER/NAME-1.png` and on, each picture at its own size. */
export async function writeSheets(
  context: BrowserContext,
  folder: string,
  name: string,
  pictures: readonly Picture[],
): Promise<readonly string[]> {
  const sheets = sheetsOf(pictures);
  const page = await context.newPage();
  try {
    const files: string[] = [];
    for (const [number, sheet] of sheets.entries()) {
      const figures = sheet.map(
        (shown) =>
          `<figure><figcaption>${shown.name}</figcaption><img width="${shown.width}" height="${shown.height}" src="data:image/png;base64,${shown.bytes.toString('base64')}"></figure>`,
      );
      const widest = Math.max(...sheet.map(({ width }) => width)) + 2 * GAP;
      const all = sheet.reduce((sum, { width }) => sum + width + GAP, GAP);
      await page.setViewportSize({ width: Math.max(widest, Math.min(WIDTH, all)), height: 300 });
      await page.setContent(
        `<style>body{margin:${GAP}px;display:flex;flex-wrap:wrap;align-items:start;gap:${GAP}px;background:#8d9196}figure{margin:0}figcaption{font:12px/${CAPTION}px monospace}img{display:block}</style>${figures.join('')}`,
      );
      const file = path.join(folder, `${name}-${number + 1}.png`);
      writeFileSync(file, await page.screenshot({ fullPage: true }));
      files.push(file);
    }
    return files;
  } finally {
    await page.close();
  }
}

/** Parts pictures into sheets: rows as the browser will wrap them, and a new sheet when one is full. */
function sheetsOf(pictures: readonly Picture[]): Picture[][] {
  const sheets: Picture[][] = [[]];
  let left = 0;
  let above = 0;
  let row = 0;
  for (const picture of pictures) {
    const high = picture.height + CAPTION + GAP;
    if (left > 0 && left + picture.width > WIDTH - 2 * GAP) {
      above += row;
      left = 0;
      row = 0;
    }
    if (left === 0 && above > 0 && above + high > HEIGHT) {
      sheets.push([]);
      above = 0;
    }
    sheets.at(-1)?.push(picture);
    left += picture.width + GAP;
    row = Math.max(row, high);
  }
  return sheets;
}
