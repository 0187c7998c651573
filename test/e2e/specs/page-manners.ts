import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type PageServer,
  type ServedPage,
  servePages,
} from '../../../scripts/serve/page-server.ts';
import type { BrowserUnderTest, PageUnderTest } from '../support/browser-under-test.ts';
import { earlyScripts, resetSettings, setSetting } from '../support/own-pages.ts';
import {
  awaitMark,
  clickButton,
  clickMark,
  drawn,
  markAt,
  noCard,
  openCard,
  pause,
  settledEmptiness,
  settledMarks,
  until,
} from '../support/waiting.ts';

const OPENING = '<p>Moscow and Beijing met again. Russia and China signed nothing.</p>';
const PHRASE = 'junior partner';
const SENTENCE = `<p>Some diplomats in Europe call Russia the ${PHRASE} of China.</p>`;
const MARKED = `${OPENING}${SENTENCE}`;

const pages: Readonly<Record<string, ServedPage>> = {
  '/plain.html': page(MARKED),
  '/strict.html': {
    ...page(MARKED),
    headers: {
      'content-security-policy':
        "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
  },
  '/late.html': page(OPENING),
  '/linked.html': page(MARKED.replace(PHRASE, `<a href="#there">${PHRASE}</a>`)),
  '/editor.html': page(
    `${OPENING}<div contenteditable="true">${SENTENCE}</div><textarea>${PHRASE}</textarea><p>Plain.</p>`,
  ),
  '/shadow.html': page(
    `${OPENING}<div id="host"><template shadowrootmode="open">${SENTENCE}</template></div>`,
  ),
  '/framed.html': page(
    `<p>Gardening.</p><iframe src="/plain.html" width="700" height="300"></iframe>`,
  ),
};

function page(body: string): ServedPage {
  const head = '<meta charset="utf-8"><link rel="icon" href="data:,"><title>Talks</title>';
  return {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`,
  };
}

const excluded = ({ excludeMatches }: { excludeMatches?: readonly string[] | null }) =>
  excludeMatches ?? [];

/** How the extension behaves towards pages, in one browser. */
export function describePageManners(start: () => Promise<BrowserUnderTest>): void {
  describe('the extension as a guest', () => {
    let browser: BrowserUnderTest;
    let server: PageServer;

    beforeAll(async () => {
      server = await servePages((path) => pages[path] ?? null);
      browser = await start();
    });

    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });

    async function visit(path: string, run: (page: PageUnderTest) => Promise<void>): Promise<void> {
      const visited = await browser.open(server.origin + path);
      try {
        await run(visited);
      } finally {
        await visited.close();
      }
    }

    test('reads, paints and opens cards under the strictest policy', () =>
      visit('/strict.html', async (strict) => {
        expect((await awaitMark(strict, PHRASE)).name).toBe('framing');
        await clickMark(strict, PHRASE);
        expect((await openCard(strict)).text).toContain('partner');
      }));

    test('marks text that arrives late, and lets marks go with their text', () =>
      visit('/late.html', async (late) => {
        await pause(800);
        expect(markAt(await late.marks(), PHRASE)).toBeNull();
        await late.evaluate(
          `(document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(SENTENCE)}), true)`,
        );
        await awaitMark(late, PHRASE);
        await late.evaluate('(document.querySelector("p:last-of-type").remove(), true)');
        await until('a page without the mark', async () =>
          markAt(await late.marks(), PHRASE) === null ? true : null,
        );
      }));

    test('is told of a page while it loads on those sites only that are read', async () => {
      const told = async (wanted: string): Promise<void> => {
        await until(`scripts to be registered as ${wanted}`, async () =>
          JSON.stringify((await earlyScripts(browser)).map(excluded)) === wanted ? true : null,
        );
      };
      await told('[[]]');
      await setSetting(browser, 'sitesOff', ['news.example', 'file:']);
      await told('[["*://*.news.example/*","file:///*"]]');
      await setSetting(browser, 'everywhere', false);
      await told('[]');
      await resetSettings(browser);
      await told('[[]]');
    });

    test('reads anew when a page changes its address, not when it only scrolls', () =>
      visit('/plain.html', async (app) => {
        await settledMarks(app);
        await clickMark(app, PHRASE);
        await openCard(app);
        await app.evaluate('(location.hash = "#part", true)');
        await pause(1500);
        await openCard(app);
        await app.evaluate(
          '(history.pushState(null, "", "/next"), document.body.replaceChildren("Tomatoes."), true)',
        );
        await noCard(app);
        await settledEmptiness(app);
        await app.evaluate(
          `(history.pushState(null, "", "/third"), document.body.innerHTML = ${JSON.stringify(MARKED)}, true)`,
        );
        await awaitMark(app, PHRASE);
      }));

    test('opens the card of a link by a button beside it, the link by a click on it', () =>
      visit('/linked.html', async (linked) => {
        const [mark] = await settledMarks(linked);
        const { x = 0, y = 0 } = mark?.boxes[0] ?? {};
        await drawn(linked);
        await linked.click(x + 5, y + 5);
        await expect.poll(() => linked.evaluate<string>('location.hash')).toBe('#there');
        await noCard(linked);
        await clickButton(linked, /^Framing: /u);
        expect((await openCard(linked)).text).toContain('partner');
      }));

    test('leaves editors and fields alone', () =>
      visit('/editor.html', async (editor) => {
        await pause(1200);
        expect(markAt(await editor.marks(), PHRASE)).toBeNull();
      }));

    test('marks text in open shadow roots', () =>
      visit('/shadow.html', async (shadow) => {
        const sheets = 'document.querySelector("#host").shadowRoot.adoptedStyleSheets.length';
        await until('styles in the shadow root', async () =>
          (await shadow.evaluate<number>(sheets)) === 1 ? true : null,
        );
        const held = `[...(CSS.highlights.get('parallax-framing') ?? [])].map((range) => String(range)).join()`;
        await expect.poll(() => shadow.evaluate<string>(held)).toContain(PHRASE);
      }));

    test('lets each frame read itself', () =>
      visit('/framed.html', async (framed) => {
        const inner = 'frames[0].CSS.highlights.get("parallax-framing")?.size ?? 0';
        await until('a mark in the frame', async () =>
          (await framed.evaluate<number>(inner)) > 0 ? true : null,
        );
        expect(await framed.marks()).toEqual([]);
      }));

    test('acts on no forged click and no forged key', () =>
      visit('/plain.html', async (forging) => {
        const [mark] = await settledMarks(forging);
        const { x = 0, y = 0 } = mark?.boxes[0] ?? {};
        const at = `{ bubbles: true, composed: true, detail: 1, clientX: ${x + 5}, clientY: ${y + 5} }`;
        const keys = '{ bubbles: true, key: "Enter", altKey: true, shiftKey: true }';
        await forging.evaluate(
          `(document.querySelector("p:last-of-type").dispatchEvent(new MouseEvent("click", ${at})),
            document.body.dispatchEvent(new KeyboardEvent("keydown", ${keys})), true)`,
        );
        await pause(600);
        await noCard(forging);
        const count = 'document.documentElement.children.length';
        expect(await forging.evaluate<number>(count)).toBe(2);
      }));

    test('wraps text in elements where the reader prefers that, and puts it back', () =>
      visit('/plain.html', async (marked) => {
        const before = await marked.evaluate<string>('document.documentElement.outerHTML');
        await setSetting(browser, 'marks', 'elements');
        try {
          const words =
            '[...document.querySelectorAll("mark")].map((mark) => mark.textContent).join()';
          await until('marks as elements', async () =>
            (await marked.evaluate<string>(words)).includes(PHRASE) ? true : null,
          );
        } finally {
          await setSetting(browser, 'marks', 'automatic');
        }
        await until('the page as it was', async () =>
          (await marked.evaluate<string>('document.documentElement.outerHTML')) === before
            ? true
            : null,
        );
        await awaitMark(marked, PHRASE);
      }));
  });
}
