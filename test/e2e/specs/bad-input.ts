import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type PageServer,
  type ServedPage,
  servePages,
} from '../../../scripts/serve/page-server.ts';
import { BAD_PAGES, type BadPage } from '../support/bad-pages.ts';
import type { BrowserUnderTest } from '../support/browser-under-test.ts';
import { setSetting } from '../support/own-pages.ts';
import { pause, settledMarks } from '../support/waiting.ts';

/** How long the extension may act on a page before the page is compared, in milliseconds. */
const ACTING = 1500;

interface Visit {
  readonly text: string;
  readonly errors: readonly string[];
  readonly marks: number;
}

/** Pages that no article looks like: nothing thrown, nothing changed. */
export function describeBadInput(start: () => Promise<BrowserUnderTest>): void {
  describe('on a page that is no article', () => {
    let browser: BrowserUnderTest;
    let server: PageServer;
    /** Each page as it is with the extension switched off. */
    const without = new Map<BadPage, Visit>();

    beforeAll(async () => {
      const pages = new Map<string, ServedPage>(BAD_PAGES.map((page) => [page.path, page]));
      server = await servePages((path) => pages.get(path) ?? null);
      browser = await start();
      await setSetting(browser, 'everywhere', false);
      for (const page of BAD_PAGES) without.set(page, await visit(page, 100, 'none'));
      await setSetting(browser, 'everywhere', true);
    });

    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });

    /** The document as it serialises after marks, where they are to come, and `time` milliseconds. */
    async function visit({ path }: BadPage, time: number, marks: BadPage['marks']): Promise<Visit> {
      const page = await browser.open(server.origin + path);
      if (marks === 'some') await settledMarks(page);
      await pause(time);
      const text = await page.evaluate<string>('new XMLSerializer().serializeToString(document)');
      const visited = { text, errors: [...page.errors()], marks: (await page.marks()).length };
      await page.close();
      return visited;
    }

    test.each(BAD_PAGES)('$name: it throws nothing and changes nothing', async (page) => {
      const off = without.get(page);
      const on = await visit(page, ACTING, page.marks);
      expect(on.errors).toEqual(off?.errors);
      expect(on.text).toBe(off?.text);
      expect(off?.marks).toBe(0);
      if (page.marks === 'some') expect(on.marks).toBeGreaterThan(0);
      else expect(on.marks).toBe(0);
    });
  });
}
