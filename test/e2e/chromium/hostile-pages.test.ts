import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type PageServer,
  type ServedPage,
  servePages,
} from '../../../scripts/serve/page-server.ts';
import { type Chromium, type ChromiumPage, startChromium } from '../support/chromium.ts';
import { followsStorm } from '../support/follows-storm.ts';
import { FILLER, HEAVY_PAGES, heavyPage, OPENING, QUOTED, WORDS } from '../support/heavy-pages.ts';
import { longestShare } from '../support/our-tasks.ts';
import { clickMark, noCard, openCard, pause, settledMarks, until } from '../support/waiting.ts';

/** Milliseconds; pages of a million nodes take a browser long by themselves. */
const LONG = 120_000;
/**
 * The part of all the extension's work on a page that may be one task. How long tasks are is measured by
 * `npm run bench -- --only=holding`.
 */
const PART = 0.5;
const pages: Readonly<Record<string, () => ServedPage>> = {
  ...HEAVY_PAGES,
  '/plain.html': () => heavyPage(`${OPENING}<p>${QUOTED}</p><p>${FILLER}</p>`),
  '/frames.html': () =>
    heavyPage(`${OPENING}<p>${QUOTED}</p>${'<iframe srcdoc="<p>Frame</p>"></iframe>'.repeat(200)}`),
  '/styles.html': () =>
    heavyPage(
      `<style>* { display: block !important; font-size: 0 !important; opacity: 0.99 !important; transform: none !important } html > div { display: none !important; visibility: hidden !important }</style><p style="font-size: 16px !important">${QUOTED}</p>`,
    ),
};

describe('pages that mean no good', () => {
  let browser: Chromium;
  let server: PageServer;

  beforeAll(async () => {
    server = await servePages((path) => pages[path]?.() ?? null);
    browser = await startChromium();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const marked = (page: ChromiumPage): Promise<true> =>
    until(
      'a mark',
      async () =>
        (await page.evaluate<number>(`CSS.highlights.get('parallax-clause')?.size ?? 0`)) > 0
          ? true
          : null,
      LONG,
    );

  async function visit(path: string, run: (page: ChromiumPage) => Promise<void>): Promise<void> {
    const visited = await browser.open(server.origin + path);
    try {
      await run(visited);
      expect(visited.errors()).toEqual([]);
    } finally {
      await visited.close();
    }
  }

  test.each(['/nodes.html', '/text.html'])(
    '%s: a million nodes, or ten megabytes in one, are read in parts',
    async (path) => {
      const heavy = await browser.open('about:blank');
      const share = await longestShare(heavy, async () => {
        await heavy.page.goto(server.origin + path, { waitUntil: 'domcontentloaded' });
        await marked(heavy);
      });
      expect(share).toBeLessThan(PART);
      expect(heavy.errors()).toEqual([]);
      await heavy.close();
    },
  );

  test('a page that is longer than what is read of one is called so, another is not', async () => {
    const popupSays = async (path: string): Promise<string> => {
      const visited = await browser.open(server.origin + path);
      const popup = await browser.openOwn('popup.html', visited);
      try {
        return await until(
          'the passages in the popup',
          async () => {
            const text = await popup.evaluate<string>('document.body.innerText');
            return text.includes(WORDS) ? text : null;
          },
          60_000,
        );
      } finally {
        await popup.close();
        await visited.close();
      }
    };
    const sentence = 'This page is longer than what Parallax reads of one.';
    expect(await popupSays('/nodes.html')).toContain(sentence);
    expect(await popupSays('/plain.html')).not.toContain(sentence);
  });

  test('five thousand frames, of which the browser makes a thousand, are read, and leave the page its marks', async () => {
    const heavy = await browser.open('about:blank');
    await heavy.page.goto(`${server.origin}/thousands.html`, { waitUntil: 'commit' });
    await until(
      'all frames',
      async () => ((await heavy.evaluate<boolean>('window.length >= 1000')) ? true : null),
      LONG,
    );
    await marked(heavy);
    expect(heavy.errors()).toEqual([]);
    await heavy.close();
  });

  test('two thousand changes a second are followed in parts', async () => {
    const storm = await browser.open('about:blank');
    const read = () => followsStorm(storm, `${server.origin}/storm.html`);
    expect(await longestShare(storm, read)).toBeLessThan(PART);
    expect(storm.errors()).toEqual([]);
    await storm.close();
  });

  test('two hundred frames leave the page its marks', () =>
    visit('/frames.html', async (framed) => {
      expect((await settledMarks(framed)).length).toBeGreaterThan(0);
    }));

  test('no style of the page hides or shrinks the card', () =>
    visit('/styles.html', async (styled) => {
      await settledMarks(styled);
      await clickMark(styled, WORDS);
      await openCard(styled);
      const [host] = await styled.page.$$('html > div');
      expect(await host?.evaluate((element) => getComputedStyle(element).display)).not.toBe('none');
      const shot = await styled.page.screenshot();
      await styled.press('Escape');
      await noCard(styled);
      expect(shot.equals(await styled.page.screenshot())).toBe(false);
    }));

  test('nothing is saved, copied or muted by forged clicks and keys on an open card', () =>
    visit('/plain.html', async (forging) => {
      await settledMarks(forging);
      await clickMark(forging, WORDS);
      await openCard(forging);
      await forging.evaluate(
        `(() => {
          const host = document.documentElement.lastElementChild;
          for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'touchstart']) {
            for (let x = 0; x < innerWidth; x += 20) for (let y = 0; y < 700; y += 20) {
              host.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, clientX: x, clientY: y, detail: 1 }));
            }
          }
          host.click();
          for (const key of ['Enter', ' ', 'Escape', 'Tab']) {
            host.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, composed: true, key }));
          }
          return host.shadowRoot === null && typeof globalThis.chrome?.runtime?.sendMessage !== 'function' && Object.keys(globalThis).every((name) => !/parallax/i.test(name));
        })()`,
      );
      await pause(500);
      await openCard(forging);
      const saved = await browser.openOwn('reading-list.html');
      await pause(500);
      expect(await saved.evaluate<string>('document.body.innerText')).not.toContain(WORDS);
      await saved.close();
    }));

  test('a card whose place the page took away opens again, and leaves no error', () =>
    visit('/plain.html', async (removing) => {
      await settledMarks(removing);
      for (let round = 0; round < 3; round += 1) {
        await clickMark(removing, WORDS);
        await openCard(removing);
        await removing.evaluate('(document.documentElement.lastElementChild.remove(), true)');
        await noCard(removing);
        await pause(300);
      }
    }));

  test('marks that the page took out of the browser’s list come back with the next reading', () =>
    visit('/plain.html', async (clearing) => {
      await settledMarks(clearing);
      await clearing.evaluate('(CSS.highlights.clear(), true)');
      await clearing.evaluate(
        `(document.body.insertAdjacentHTML('beforeend', '<p>More of Moscow and Beijing.</p>'), true)`,
      );
      expect((await settledMarks(clearing)).length).toBeGreaterThan(0);
    }));

  test('what a page gives its own words as names and hooks is never run', () =>
    visit('/plain.html', async (hooked) => {
      await settledMarks(hooked);
      await hooked.evaluate(
        `(() => {
          window.seen = [];
          const spy = (owner, name) => { const own = owner[name]; owner[name] = function (...given) { seen.push(name); return own.apply(this, given); }; };
          spy(Element.prototype, 'attachShadow'); spy(Document.prototype, 'createElement');
          spy(Node.prototype, 'appendChild'); spy(EventTarget.prototype, 'dispatchEvent');
          addEventListener('message', () => seen.push('message'));
          return true;
        })()`,
      );
      await clickMark(hooked, WORDS);
      await openCard(hooked);
      await hooked.press('Escape');
      await noCard(hooked);
      expect(await hooked.evaluate('window.seen')).toEqual([]);
    }));
});
