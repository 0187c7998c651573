import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PageServer, servePages } from '../../../scripts/serve/page-server.ts';
import { SAMPLE_FILE } from '../../../scripts/serve/sample-page.ts';
import { contrastOf } from '../../../utils/paint/contrast.ts';
import { ON_DARK, ON_LIGHT } from '../../../utils/paint/style.ts';
import { type Chromium, type ChromiumPage, startChromium } from '../support/chromium.ts';
import { clickMark, noCard, openCard, pause, settledMarks, until } from '../support/waiting.ts';

/** The page enlarged, so that letters and lines have pixels of their own colour inside. */
const ZOOM = 3;
const LOOKS = ['clause', 'claim', 'framing'] as const;

/** How often each colour, `#rrggbb`, stands in a part of the window, most often first. */
type Colours = readonly (readonly [colour: string, count: number])[];

/** In CSS pixels of the window. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

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

async function coloursIn(page: ChromiumPage, clip: Box): Promise<Colours> {
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

/** Lengths of the stretches of a line that are drawn, in device pixels, the shortest first. */
type Strokes = readonly number[];

/** The lowest row that is drawn upon: there is the line under a mark, and no letter but what hangs below. */
async function lineUnder(page: ChromiumPage, clip: Box, ground: string): Promise<Strokes> {
  const picture = (await page.page.screenshot({ clip })).toString('base64');
  return page.page.evaluate(
    async ([png, colour]) => {
      const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const { width, height } = image;
      const context = new OffscreenCanvas(width, height).getContext('2d');
      if (context === null) throw new Error('There is no canvas.');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, width, height);
      for (let y = height - 1; y >= 0; y -= 1) {
        const strokes = [0];
        for (let x = 0; x < width; x += 1) {
          const at = 4 * (y * width + x);
          const channels = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
          const here = `#${channels.map((each) => each.toString(16).padStart(2, '0')).join('')}`;
          if (here !== colour) strokes.push((strokes.pop() ?? 0) + 1);
          else if (strokes.at(-1) !== 0) strokes.push(0);
        }
        const drawn = strokes.reduce((sum, length) => sum + length, 0);
        if (drawn > 0.3 * width) return strokes.filter(Boolean).sort((a, b) => a - b);
      }
      return [];
    },
    [picture, ground] as const,
  );
}

/** Brings the first mark of a look into the window and gives the box of its first line. */
async function boxOfMark(page: ChromiumPage, look: string): Promise<Box> {
  const place = async () => {
    const box = (await page.marks()).find(({ name }) => name === look)?.boxes[0];
    if (!box) throw new Error(`The sample has no ${look}.`);
    return box;
  };
  const { y } = await place();
  await page.evaluate(`scrollBy({ top: ${Math.round(y) - 200}, behavior: 'instant' })`);
  await pause(200);
  return place();
}

const coloursOfMark = async (page: ChromiumPage, look: string): Promise<Colours> =>
  coloursIn(page, await boxOfMark(page, look));

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

describe.each(['light', 'dark'] as const)(
  'where colours are forced, on a %s ground',
  (colorScheme) => {
    let page: ChromiumPage;

    beforeAll(async () => {
      page = await browser.open('about:blank');
      await page.page.emulateMedia({ colorScheme, forcedColors: 'active' });
      await page.navigate(`${server.origin}/article.html`);
      await page.evaluate(`document.body.style.zoom = ${ZOOM}`);
      await settledMarks(page);
      await page.toFront();
    });

    afterAll(() => page.close());

    test('the line tells the kinds apart, and text stands out by 4.5 to 1', async () => {
      const usual: Partial<Record<(typeof LOOKS)[number], number>> = {};
      for (const look of LOOKS) {
        const box = await boxOfMark(page, look);
        const [[ground] = [''], [ink] = ['']] = await coloursIn(page, box);
        expect(contrastOf(ink, ground)).toBeGreaterThanOrEqual(4.5);
        const strokes = await lineUnder(page, box, ground);
        usual[look] = strokes[Math.floor(strokes.length / 2)] ?? 0;
      }
      const { clause = 0, claim = 0, framing = 0 } = usual;
      expect(framing).toBeGreaterThan(0);
      expect(claim).toBeGreaterThan(2 * framing);
      expect(clause).toBeGreaterThan(2 * claim);
    });

    test('the mark that is open has a ground of its own', async () => {
      await clickMark(page, 'mutual equality');
      await openCard(page);
      const marks = await page.marks();
      const groundOf = async (words: string): Promise<string> => {
        const box = marks.find(({ text }) => text.includes(words))?.boxes[0];
        if (!box) throw new Error(`“${words}” is not laid out.`);
        const [[ground] = ['']] = await coloursIn(page, box);
        return ground;
      };
      const open = await groundOf('mutual equality');
      await page.press('Escape');
      await noCard(page);
      await until('the ground of other marks', async () =>
        (await groundOf('mutual equality')) === open ? null : true,
      );
    });
  },
);
