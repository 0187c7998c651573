import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PageServer, servePages } from '../../../scripts/serve/page-server.ts';
import {
  describeLivingPages,
  LIVING_PAGES,
  marked,
  paragraph,
  run,
} from '../specs/living-pages.ts';
import { type Chromium, type ChromiumPage, startChromium } from '../support/chromium.ts';
import { until } from '../support/waiting.ts';

describeLivingPages(startChromium);

describe('pages that live, in what only Chromium can be asked', () => {
  let browser: Chromium;
  let server: PageServer;

  beforeAll(async () => {
    server = await servePages((path) => LIVING_PAGES[path] ?? null);
    browser = await startChromium();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function visit(path: string, test: (page: ChromiumPage) => Promise<void>): Promise<void> {
    const visited = await browser.open(server.origin + path);
    try {
      await test(visited);
      expect(visited.errors()).toEqual([]);
    } finally {
      await visited.close();
    }
  }

  test('reads sandboxed frames, and frames without an address', () =>
    visit('/frames.html', async (framed) => {
      const marksIn = (id: string) =>
        until(`a mark in the frame ${id}`, async () => {
          const element = await framed.page.$(`#${id}`);
          const frame = await element?.contentFrame();
          // A sandbox without scripts still answers the browser's own questions.
          const size = await frame?.evaluate(() =>
            [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0),
          );
          return size ? true : null;
        });
      await marksIn('sourced');
      await marksIn('written');
      await marksIn('sandboxed');
      expect(await framed.marks()).toEqual([]);
    }));

  test('prints no highlight', () =>
    visit('/live.html', async (printed) => {
      await marked(printed, 'old');
      const look = `getComputedStyle(old, '::highlight(parallax-clause)').backgroundColor`;
      const onScreen = await printed.evaluate(look);
      await printed.page.emulateMedia({ media: 'print' });
      const onPaper = await printed.evaluate(look);
      expect(onPaper).toBe('rgba(0, 0, 0, 0)');
      expect(onScreen).not.toBe(onPaper);
    }));

  test('leaves when another of its kind arrives, and heeds no event that says so', () =>
    visit('/live.html', async (forged) => {
      await marked(forged, 'old');
      const { extensionId } = browser.run;
      await run(
        forged,
        `const detail = { contentScriptName: 'annotate', messageId: 'x' };
         for (const name of ['${extensionId}:annotate:wxt:content-script-started', 'wxt:content-script-started'])
           document.dispatchEvent(new CustomEvent(name, { detail }));
         window.dispatchEvent(new Event('${extensionId}:annotate:wxt:locationchange'));
         postMessage({ type: '${extensionId}:annotate:wxt:content-script-started', contentScriptName: 'annotate', messageId: 'x' }, '*')`,
      );
      await run(
        forged,
        `feed.insertAdjacentHTML('beforeend', ${JSON.stringify(paragraph('after'))})`,
      );
      await marked(forged, 'old', 'after');
    }));
});
