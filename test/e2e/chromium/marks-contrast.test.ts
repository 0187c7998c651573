import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PageServer, servePages } from '../../../scripts/serve/page-server.ts';
import { SAMPLE_FILE } from '../../../scripts/serve/sample-page.ts';
import { contrastOf } from '../../../utils/paint/contrast.ts';
import { ON_DARK, ON_LIGHT } from '../../../utils/paint/style.ts';
import { type Chromium, type ChromiumPage, startChromium } from '../support/chromium.ts';
import { clickMark, openCard, pause, settledMarks } from '../support/waiting.ts';

/** The page enlarged, so that letters and lines have pixels of their own colour inside. */
const ZOOM = 3;
const LOOKS = ['clause', 'claim', 'framing'] as const;

/** How often each colour, `#rrggbb`, stands in a part of the window, most often first. */
type Colours = readonly (readonly [colour: string, count: number])[];

let browser: Chromium;
let server: PageServer;

beforeAll(async () => {
  const body = readFileSync(SAMPLE_FILE, 'utf8');
  server = await servePages(() => ({ type: 'text/html; charset=utf-8', body }));
  browser = await startChromium();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function coloursIn(
  page: ChromiumPage,
  clip: { x: number; y: number; width: number; height: number },
): Promise<Colours> {
  const picture = (await page.page.screenshot({ clip })).toString('base64');
  return page.page.evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    if (context === null) throw new Error('There is no canvas.');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const counts = new Map<string, number>();
    for (let at = 0; at < data.length; at += 4) {
      const channels = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
      const colour = `#${channels.map((each) => each.toString(16).padStart(2, '0')).join('')}`;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    return [...counts].sort((a, b) => b[1] - a[1]);
  }, picture);
}

/** Brings the first mark of a look into the window and reads the colours of its first line. */
async function coloursOfMark(page: ChromiumPage, look: string): Promise<Colours> {
  const place = async () => {
    const box = (await page.marks()).find(({ name }) => name === look)?.boxes[0];
    if (!box) throw new Error(`The sample has no ${look}.`);
    return box;
  };
  const { y } = await place();
  await page.evaluate(`scrollBy({ top: ${Math.round(y) - 200}, behavior: 'instant' })`);
  await pause(200);
  return coloursIn(page, await place());
}

describe.each([
  ['light', ON_LIGHT, '#fdfcf9', '#1d1d1f'],
  ['dark', ON_DARK, '#16171a', '#e6e4df'],
] as const)('on a %s page, as its pixels show', (colorScheme, inks, ground, ink) => {
  let page: ChromiumPage;

  beforeAll(async () => {
    page = await browser.open('about:blank');
    await page.page.emulateMedia({ colorScheme });
    await page.navigate(`${server.origin}/article.html`);
    await page.evaluate(`document.body.style.zoom = ${ZOOM}`);
    await settledMarks(page);
    await page.toFront();
  });

  afterAll(() => page.close());

  test.each(LOOKS)(
    'the line of a %s stands out by 3 to 1, and its text by 4.5 to 1',
    async (look) => {
      const colours = await coloursOfMark(page, look);
      const [[tint] = ['']] = colours;
      const { line } = inks[look];
      const drawn = colours.find(([colour]) => colour === line)?.[1] ?? 0;
      expect(tint).not.toBe(ground);
      expect(drawn).toBeGreaterThan(100);
      expect(contrastOf(line, ground)).toBeGreaterThanOrEqual(3);
      expect(contrastOf(line, tint)).toBeGreaterThanOrEqual(3);
      expect(colours.some(([colour]) => colour === ink)).toBe(true);
      expect(contrastOf(ink, tint)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test('text stays as readable on the mark that is open', async () => {
    await clickMark(page, 'mutual equality');
    await openCard(page);
    const box = (await page.marks()).find(({ text }) => text.includes('mutual equality'))?.boxes[0];
    if (!box) throw new Error('The open mark is not laid out.');
    const [[tint] = ['']] = await coloursIn(page, box);
    expect(tint).not.toBe(ground);
    expect(contrastOf(ink, tint)).toBeGreaterThanOrEqual(4.5);
    expect(contrastOf(inks.clause.line, tint)).toBeGreaterThanOrEqual(3);
    await page.press('Escape');
  });
});
