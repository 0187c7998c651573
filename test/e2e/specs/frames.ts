import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type PageServer,
  type ServedPage,
  servePages,
} from '../../../scripts/serve/page-server.ts';
import type { BrowserUnderTest, PageUnderTest } from '../support/browser-under-test.ts';
import { setSetting } from '../support/own-pages.ts';
import { clickButton, openCard, pause, until } from '../support/waiting.ts';

const API = '(globalThis.browser ?? globalThis.chrome)';
const OPENING = '<p>Moscow and Beijing met again. Russia and China signed nothing.</p>';
const sentence = (phrase: string): string =>
  `<p>Some diplomats in Europe call Russia the ${phrase} of China.</p>`;
const SPACE = '<div style="height: 3000px"></div>';

function page(body: string): ServedPage {
  const head = '<meta charset="utf-8"><link rel="icon" href="data:,"><title>Talks</title>';
  return {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`,
  };
}

/** A page, a frame of its own origin, one of another, and one that it wrote itself. */
const pagesFor = (other: string): Readonly<Record<string, ServedPage>> => ({
  '/page.html': page(
    `${OPENING}${sentence('junior partner')}
     <iframe id="own" src="/inner.html" width="700" height="400"></iframe>${SPACE}
     <iframe id="foreign" src="${other}/inner.html" width="700" height="400"></iframe>`,
  ),
  '/inner.html': page(`${OPENING}${SPACE}${sentence('junior partner')}`),
  '/only.html': page(
    `<p>Gardening.</p>${SPACE}<iframe src="${other}/inner.html" width="700" height="400"></iframe>`,
  ),
  '/written.html': page(
    `<p>Gardening.</p><iframe id="written" width="700" height="500" srcdoc="${OPENING}${sentence('junior partner')}"></iframe>`,
  ),
});

/** How a page and its frames are one to the reader, in one browser. */
export function describeFrames(start: () => Promise<BrowserUnderTest>): void {
  describe('a page with frames', () => {
    let browser: BrowserUnderTest;
    let server: PageServer;
    let address: string;

    beforeAll(async () => {
      let pages: Readonly<Record<string, ServedPage>> = {};
      server = await servePages((path) => pages[path] ?? null);
      // The same server under another name is another origin.
      pages = pagesFor(server.origin.replace('127.0.0.1', 'localhost'));
      browser = await start();
    });

    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });

    async function visit(
      path: string,
      run: (page: PageUnderTest, panel: PageUnderTest) => Promise<void>,
    ): Promise<void> {
      address = server.origin + path;
      const visited = await browser.open(address);
      const panel = await browser.openOwn('sidepanel.html', visited);
      await visited.toFront();
      try {
        await run(visited, panel);
        expect(visited.errors()).toEqual([]);
        expect(panel.errors()).toEqual([]);
      } finally {
        await panel.close();
        await visited.close();
      }
    }

    const badge = (panel: PageUnderTest): Promise<string> =>
      panel.evaluate<string>(
        `${API}.tabs.query({}).then((tabs) => ${API}.action.getBadgeText({
          tabId: tabs.find(({ url }) => url === ${JSON.stringify(address)}).id }))`,
      );
    const listed = (panel: PageUnderTest): Promise<readonly string[]> =>
      panel.evaluate(
        '[...document.querySelectorAll(".matches .match")].map((match) => match.innerText)',
      );

    async function counted(panel: PageUnderTest, count: number): Promise<readonly string[]> {
      let last: unknown = null;
      return until(`${count} passages in list and badge`, async () => {
        const [shown, text] = [await listed(panel), await badge(panel)];
        last = [shown, text];
        return shown.length === count && text === (count === 0 ? '' : String(count)) ? shown : null;
      }).catch((error: unknown) => {
        throw new Error(`Shown: ${JSON.stringify(last)}`, { cause: error });
      });
    }

    const press = (panel: PageUnderTest, at: number): Promise<unknown> =>
      panel.evaluate(`(document.querySelectorAll(".matches .match")[${at}].click(), true)`);
    /** How far down the page is, which a jump into a frame changes. */
    const scrolled = (of: PageUnderTest): Promise<number> => of.evaluate<number>('scrollY');

    test('joins what its frames hold, of its own origin and of another, in list and badge', () =>
      visit('/page.html', async (framed, panel) => {
        const shown = await counted(panel, 3);
        expect(shown[0]).not.toContain('embedded');
        expect(shown.slice(1).sort().join()).toMatch(/from 127\.0\.0\.1.*from localhost/su);
        await framed.evaluate('(document.querySelector("#foreign").remove(), true)');
        await counted(panel, 2);
        await framed.evaluate('(document.querySelector("#own").src = "about:blank", true)');
        await counted(panel, 1);
      }));

    test('is left as a whole: nothing of the frames is counted on the next page', () =>
      visit('/page.html', async (framed, panel) => {
        await counted(panel, 3);
        address = `${server.origin}/only.html`;
        await framed.navigate(address);
        await counted(panel, 1);
        address = `${server.origin}/inner.html`;
        await framed.navigate(address);
        await counted(panel, 1);
      }));

    test('lets the list jump into a frame, where the card opens within sight', () =>
      visit('/page.html', async (framed, panel) => {
        const shown = await counted(panel, 3);
        for (const site of ['127.0.0.1', 'localhost']) {
          await framed.evaluate('(scrollTo(0, 0), true)');
          await press(
            panel,
            shown.findIndex((text) => text.includes(`from ${site}`)),
          );
          expect((await openCard(framed)).text).toContain('partner');
          const top = site === 'localhost' ? 2000 : 0;
          await expect.poll(() => scrolled(framed)).toBeGreaterThanOrEqual(top);
        }
        await press(panel, 0);
        await until('one card, on the page', async () => {
          const dialogs = (await framed.hidden()).filter(
            ({ attributes }) => attributes.role === 'dialog',
          );
          return dialogs.length === 1 ? true : null;
        });
        await framed.press('Escape');
      }));

    test('is walked by keys from one frame into the next, and round again', () =>
      visit('/page.html', async (framed, panel) => {
        await counted(panel, 3);
        await framed.click(5, 5);
        const places: number[] = [];
        for (let step = 0; step < 4; step += 1) {
          await framed.press('ArrowRight', ['Alt', 'Shift']);
          const next = await until(`the passage after ${places.join()}`, async () => {
            const at = await panel.evaluate<number>(
              '[...document.querySelectorAll(".matches .match")].findIndex((match) => match.ariaCurrent === "true")',
            );
            return at >= 0 && at !== places.at(-1) ? at : null;
          });
          places.push(next);
          await pause(300);
        }
        expect([...places].sort()).toEqual([0, 0, 1, 2]);
        expect(places[0]).toBe(0);
        expect(places[3]).toBe(0);
      }));

    test('takes each of two quick keys for a step, also into another frame', () =>
      visit('/page.html', async (framed, panel) => {
        await counted(panel, 3);
        const at = (): Promise<number> =>
          panel.evaluate(
            '[...document.querySelectorAll(".matches .match")].findIndex((match) => match.ariaCurrent === "true")',
          );
        await framed.click(5, 5);
        await framed.press('ArrowRight', ['Alt', 'Shift']);
        await expect.poll(at).toBe(0);
        await framed.press('ArrowRight', ['Alt', 'Shift']);
        await framed.press('ArrowRight', ['Alt', 'Shift']);
        await expect.poll(at).toBe(2);
      }));

    test('that is about something else itself shows what its frame holds', () =>
      visit('/only.html', async (framed, panel) => {
        const [shown = ''] = await counted(panel, 1);
        expect(shown).toContain('junior partner');
        await press(panel, 0);
        await openCard(framed);
      }));

    test('keeps its frames silent where its own site is switched off', async () => {
      await setSetting(browser, 'sitesOff', ['127.0.0.1']);
      try {
        await visit('/page.html', async (_framed, panel) => {
          await expect.poll(() => badge(panel)).toBe('–');
          await pause(1500);
          expect(await listed(panel)).toEqual([]);
          expect(await badge(panel)).toBe('–');
        });
      } finally {
        await setSetting(browser, 'sitesOff', []);
      }
    });

    test('saves from a frame that it wrote under its own address', () =>
      visit('/written.html', async (framed, panel) => {
        await counted(panel, 1);
        await press(panel, 0);
        await openCard(framed);
        await clickButton(framed, /^Save passage$/u);
        const list = await browser.openOwn('reading-list.html');
        await until('the passage in the list', async () =>
          (await list.evaluate<string>('document.body.innerText')).includes('junior partner')
            ? true
            : null,
        );
        await list.close();
        await framed.navigate(address);
        const saved = 'frames[0].CSS.highlights.get("parallax-saved")?.size ?? 0';
        await until('the saved passage, in the frame again', async () =>
          (await framed.evaluate<number>(saved)) > 0 ? true : null,
        );
      }));
  });
}
