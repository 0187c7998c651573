import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ChromiumRun } from '../../scripts/browsers/launch-chromium.ts';
import { waitForMarks } from '../../scripts/browsers/page-marks.ts';
import { ROOT } from '../../scripts/root.ts';
import { servePages } from '../../scripts/serve/page-server.ts';
import { SAMPLE_FILE } from '../../scripts/serve/sample-page.ts';
import { openFirstCard, showFirstClause } from './open-card.ts';
import { type Picture, windowOf, writeSheets } from './sheet.ts';

/** Saved pages that nobody here wrote, beside the project where there are any; see their README. */
const FOLDER = path.join(ROOT, '../shared/pages');

/** Six sites in three languages and four scripts, with styles of their own; `first` is what their readers read. */
const PAGES = [
  {
    name: 'cnn',
    file: 'articles/html/d605bdef2cde7308a9f2fbd1484d4a9c3da0167177245d346da61e455f42208d.html.gz',
    first: 'en',
  },
  {
    name: 'cnbc',
    file: 'articles/html/ffc109d474fdee1a59fa554df8b09643f4a7d45b23eceabad66f0712c3f7daed.html.gz',
    first: 'en',
  },
  { name: 'wikia', file: 'readability/wikia.html', first: 'en' },
  { name: 'qq', file: 'readability/qq.html', first: 'zh-Hans' },
  { name: 'pixnet', file: 'readability/pixnet.html', first: 'zh-Hant' },
  {
    name: 'diet-ru',
    file: 'articles/html/ff0f958ade714ebfaf5c0b42b1c0152a62063f4e6f72141406ccefc4a2677f21.html.gz',
    first: 'ru',
  },
] as const;

/** Nothing of a saved page runs or is fetched. */
const POLICY = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
};

/** Whether the real pages are there. */
export function hasRealPages(): boolean {
  return PAGES.every(({ file }) => existsSync(path.join(FOLDER, file)));
}

/**
 * Sheets `page-NAME-1.png`: real pages into whose article the project's own sample is quoted while it is
 * open, with the marks on it and with a card.
 */
export async function photographRealPages(
  run: ChromiumRun,
  folder: string,
  wanted: (name: string) => boolean,
): Promise<readonly string[]> {
  const server = await servePages((asked) => {
    const page = PAGES.find(({ name }) => asked === `/${name}`);
    return page
      ? { type: 'text/html; charset=utf-8', body: readPage(page.file), headers: POLICY }
      : null;
  });
  const sample = readFileSync(SAMPLE_FILE, 'utf8');
  const files: string[] = [];
  try {
    for (const { name, first } of PAGES) {
      if (!wanted(`page-${name}`)) continue;
      const pictures: Picture[] = [];
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await run.context.newPage();
        await page.setViewportSize({ width: 1180, height: 820 });
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.goto(`${server.origin}/${name}`, { waitUntil: 'load' });
        await page.evaluate(quoteIn, { sample, first });
        await waitForMarks(page);
        await showFirstClause(page);
        pictures.push(await windowOf(page, `${name}, marks, ${colorScheme}`));
        await openFirstCard(page);
        pictures.push(await windowOf(page, `${name}, card, ${colorScheme}`));
        await page.close();
      }
      files.push(...(await writeSheets(run.context, folder, `page-${name}`, pictures)));
    }
  } finally {
    await server.close();
  }
  return files;
}

function readPage(file: string): Buffer {
  const bytes = readFileSync(path.join(FOLDER, file));
  return file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

/**
 * Runs in the page: puts the sample's article, paragraphs in `first` before the others, into the element
 * that holds most of the page's paragraphs, as if the page had it.
 */
function quoteIn({ sample, first }: { readonly sample: string; readonly first: string }): void {
  const article = new DOMParser().parseFromString(sample, 'text/html').querySelector('article');
  const paragraphs = [...(article?.children ?? [])].filter((one) => !one.matches('h1, .byline'));
  paragraphs.sort(
    (a, b) => Number(b.matches(`[lang="${first}"]`)) - Number(a.matches(`[lang="${first}"]`)),
  );
  let best: Element = document.body;
  let most = 0;
  for (const element of document.querySelectorAll('body *')) {
    const length = [...element.children]
      .filter((child) => child.matches('p') && child.checkVisibility())
      .reduce((sum, child) => sum + (child.textContent ?? '').trim().length, 0);
    if (length > most) [best, most] = [element, length];
  }
  const [before = null] = [...best.children].filter((child) => child.matches('p'));
  for (const paragraph of paragraphs) best.insertBefore(document.adoptNode(paragraph), before);
}
