import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PageServer, servePages } from '../../../scripts/serve/page-server.ts';
import type { BrowserUnderTest, PageUnderTest } from '../support/browser-under-test.ts';
import { setSetting } from '../support/own-pages.ts';
import {
  clickButton,
  clickMark,
  noCard,
  openCard,
  pause,
  settledMarks,
  until,
} from '../support/waiting.ts';

const API = '(globalThis.browser ?? globalThis.chrome)';
const WORDS = 'mutual equality and mutual respect';
const OTHER = 'not directed against third parties';
const NOTE = 'a note for nobody else';
const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Talks</title></head><body>
   <p>China and Russia met. Beijing and Moscow spoke. Russia and China signed nothing.</p>${body}</body></html>`;
const quoted = `<p id="line">The Russian side said that Russia-China relations are built on the basis of ${WORDS}, in Moscow.</p>`;
const pages: Readonly<Record<string, string>> = {
  '/one.html': page(quoted),
  '/other.html': page(
    `<p>China and Russia said that their cooperation is ${OTHER}, and spoke of a junior partner.</p>`,
  ),
  '/again.html': page(quoted),
};

/**
 * All that a script of the page can lay hands on: the browser's lists of highlights and styles, its own
 * elements, names and stores, and what the selection says.
 */
const SEEN = `(async () => JSON.stringify({
  highlights: [...CSS.highlights].map(([name, highlight]) => ({ name, keys: Object.keys(highlight), priority: highlight.priority, type: highlight.type,
    texts: [...highlight].map((range) => String(range)) })),
  styles: [...document.adoptedStyleSheets].map(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)),
  html: document.documentElement.outerHTML,
  names: Object.getOwnPropertyNames(globalThis).filter((name) => /parallax/i.test(name)),
  api: [typeof globalThis.chrome?.runtime?.sendMessage, typeof globalThis.browser],
  stores: [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie, (await indexedDB.databases()).map(({ name }) => name), (await caches.keys())],
  requests: performance.getEntriesByType('resource').map(({ name }) => name),
  selection: String(getSelection()),
  roots: [...document.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot).length,
}))()`;
interface Seen {
  readonly highlights: readonly { readonly name: string; readonly texts: readonly string[] }[];
  readonly names: readonly string[];
  readonly api: readonly string[];
  readonly stores: readonly unknown[];
  readonly requests: readonly string[];
  readonly roots: number;
}

/** Events that a reader's hand or keys would make, on everything that the page can reach. */
const FORGE = `(() => {
  const events = ['pointerover', 'pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'contextmenu', 'touchstart', 'focus', 'focusin', 'input', 'change', 'submit', 'beforeinput', 'paste'];
  const targets = [document, document.body, line, ...document.querySelectorAll('html > :not(head, body)')];
  const { x, y, width, height } = line.getBoundingClientRect();
  for (const target of targets) {
    for (const type of events) for (let at = 0; at <= 1; at += 0.05) {
      const init = { bubbles: true, composed: true, cancelable: true, detail: 1, button: 0, clientX: x + width * at, clientY: y + height / 2, data: 'forged' };
      const Kind = type.startsWith('pointer') || type === 'click' || type.startsWith('mouse') ? PointerEvent : type.includes('input') ? InputEvent : Event;
      target.dispatchEvent(new Kind(type, init));
    }
    for (const key of ['Enter', ' ', 's', 'Delete', 'Escape']) {
      for (const type of ['keydown', 'keyup']) target.dispatchEvent(new KeyboardEvent(type, { bubbles: true, composed: true, key, altKey: true, shiftKey: true }));
    }
    target.click?.();
  }
  for (let at = 0.02; at < 1; at += 0.05) for (let down = 10; down < innerHeight; down += 25) document.elementFromPoint(innerWidth * at, down)?.click?.();
  const forged = { parallax: 1, to: 'background', name: 'unsave', request: { id: 'x' } };
  for (const message of [forged, { ...forged, to: 'page', name: 'showSaved', request: { id: null, isLast: true } }]) {
    postMessage(message, '*');
    document.dispatchEvent(new CustomEvent('parallax', { detail: message }));
  }
  return true;
})()`;

/** Notes every real key and all that is really written, as a recorder of sessions does: the first to hear of it. */
const LISTEN = `(() => {
  globalThis.heard = [];
  for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'compositionupdate', 'paste', 'selectionchange'])
    addEventListener(type, (event) => { if (event.isTrusted) heard.push(type + ' ' + (event.key ?? event.data ?? String(getSelection()))); }, true);
  return true;
})()`;

/** What a page learns of the reader, and what it can do in their name, in one browser. */
export function describeWhatPagesSee(start: () => Promise<BrowserUnderTest>): void {
  describe('a script of the page', () => {
    let browser: BrowserUnderTest;
    let server: PageServer;

    beforeAll(async () => {
      server = await servePages((path) => {
        const body = pages[path];
        return body === undefined ? null : { type: 'text/html; charset=utf-8', body };
      });
      browser = await start();
    });

    afterAll(async () => {
      await browser?.close();
      await server?.close();
    });

    const open = (path: string) => browser.open(server.origin + path);
    const seenOn = async (on: PageUnderTest): Promise<{ seen: Seen; all: string }> => {
      const all = await on.evaluate<string>(SEEN);
      return { seen: JSON.parse(all) as Seen, all };
    };
    const savedOn = (on: PageUnderTest) =>
      until('the saved mark', async () =>
        (await on.marks()).some(({ name }) => name === 'saved') ? true : null,
      );
    /** The passages of the reading list as a reader sees them. */
    async function kept(): Promise<readonly string[]> {
      const own = await browser.openOwn('reading-list.html');
      try {
        return await until('the reading list', async () => {
          const shown = '[...document.querySelectorAll(".passage")].map((one) => one.innerText)';
          const passages = await own.evaluate<string[]>(shown);
          return passages.length > 0 ? passages : null;
        });
      } finally {
        await own.close();
      }
    }

    async function save(path: string, words: string): Promise<PageUnderTest> {
      const on = await open(path);
      await settledMarks(on);
      await clickMark(on, words);
      await openCard(on);
      await clickButton(on, /^Save passage$/u);
      await savedOn(on);
      await on.press('Escape');
      await noCard(on);
      return on;
    }

    test('sees where marks stand on its own text, and nothing else of the list', async () => {
      await (await save('/other.html', OTHER)).close();
      const one = await save('/one.html', WORDS);
      const { seen, all } = await seenOn(one);
      const [saved] = seen.highlights.filter(({ name }) => name === 'parallax-saved');
      expect(saved?.texts.join('')).toContain(WORDS);
      const known = ['clause', 'claim', 'framing', 'saved', 'current'].map((n) => `parallax-${n}`);
      expect(known).toEqual(expect.arrayContaining(seen.highlights.map(({ name }) => name)));
      for (const { texts } of seen.highlights) {
        for (const text of texts) expect(pages['/one.html']).toContain(text);
      }
      // No id, date, note or word of another page.
      expect(all).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|20\d\d-\d\d-\d\dT|other\.html/u);
      expect(all).not.toContain(OTHER);
      expect(seen).toMatchObject({ names: [], roots: 0, requests: [] });
      expect(seen.stores).toEqual([[], [], '', [], []]);
      expect(seen.api).toEqual(['undefined', 'undefined']);
      await one.close();
      const again = await open('/again.html');
      await settledMarks(again);
      const names = (await seenOn(again)).seen.highlights.map(({ name }) => name);
      expect(names).not.toContain('parallax-saved');
      await again.close();
    });

    test('sees no mark at all where the reader has marks off until asked for', async () => {
      await setSetting(browser, 'marks', 'off-until-asked');
      try {
        const one = await open('/one.html');
        const own = await browser.openOwn('popup.html', one);
        await until('the passages in the popup', async () =>
          (await own.evaluate<string>('document.body.innerText')).includes(WORDS) ? true : null,
        );
        await own.close();
        const { seen } = await seenOn(one);
        expect(seen.highlights).toEqual([]);
        await one.close();
      } finally {
        await setSetting(browser, 'marks', 'automatic');
      }
    });

    test('saves, changes and removes nothing by forged events and messages, whatever is open', async () => {
      const before = await kept();
      expect(before.length).toBe(2);
      const one = await open('/one.html');
      await savedOn(one);
      await one.evaluate(FORGE);
      await clickMark(one, WORDS);
      await openCard(one);
      await one.evaluate(FORGE);
      await pause(500);
      await openCard(one);
      expect(await kept()).toEqual(before);
      await one.close();
    });

    test('hears no key of a note that is written, and reads nothing of one that is kept', async () => {
      const one = await open('/one.html');
      await savedOn(one);
      await one.evaluate(LISTEN);
      await openNote(one);
      await one.evaluate(FORGE);
      await clickButton(one, /^Write a note$/u);
      const own = await browser.opened('/note.html');
      await until('the note’s field', async () =>
        (await own.evaluate<boolean>('document.activeElement?.localName === "textarea"'))
          ? true
          : null,
      );
      for (const key of NOTE) await own.press(key === ' ' ? 'Space' : key);
      await until('the note to be kept', async () =>
        (await own.evaluate<string>('document.body.innerText')).includes('Kept.') ? true : null,
      );
      expect(await own.evaluate('document.querySelector("textarea").value')).toBe(NOTE);
      await own.close();
      await one.toFront();
      expect(await one.evaluate('heard')).toEqual([]);
      await openNote(one);
      await until('the note beside the passage', async () =>
        (await one.hidden()).some(({ text }) => text.includes(NOTE)) ? true : null,
      );
      await one.evaluate(FORGE);
      await one.evaluate(`(document.body.focus(), document.execCommand('selectAll'), true)`);
      expect((await seenOn(one)).all).not.toContain(NOTE);
      await one.close();
      const list = await kept();
      expect(list.length).toBe(2);
      expect(list.filter((text) => text.includes(NOTE)).length).toBe(1);
    });

    /** Opens what is written on the saved passage. */
    async function openNote(on: PageUnderTest): Promise<void> {
      const own = await browser.openOwn('popup.html', on);
      const address = await on.evaluate<string>('location.href');
      const call = {
        parallax: 1,
        to: 'page',
        name: 'showSaved',
        request: { id: null, isLast: true },
      };
      await own.evaluate(
        `${API}.tabs.query({}).then((tabs) => ${API}.tabs.sendMessage(tabs.find(({ url }) => url === ${JSON.stringify(address)}).id, ${JSON.stringify(call)}, { frameId: 0 }))`,
      );
      await own.close();
      await on.toFront();
    }
  });
}
