import { describe, expect, test } from 'vitest';
import type { HiddenElement } from '../../../scripts/browsers/card-view.ts';
import type { BrowserUnderTest, PageUnderTest } from '../support/browser-under-test.ts';
import { shareBrowser } from '../support/shared-browser.ts';
import {
  clickButton,
  markAt,
  noCard,
  openCard,
  pause,
  settledMarks,
  until,
} from '../support/waiting.ts';

const WORDS = 'mutual equality and mutual respect';
const QUOTED = `<p>The Russian side said that Russia-China relations are built on the basis of ${WORDS}, in Moscow.</p>`;
const BODY = `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Talks</title>
  <p>China and Russia met. Beijing and Moscow spoke. Russia and China signed nothing.</p>
  <div id="outside">${QUOTED}</div>
  <dialog id="box" style="transform: translateX(10px); overflow: hidden; width: 500px">${QUOTED}<button id="own">Own</button></dialog>
  <div id="pop" popover style="width: 500px; height: 200px">${QUOTED}</div>
  <section id="full" style="background: white">${QUOTED}<button id="enlarge" onclick="full.requestFullscreen()">Full screen</button></section>
  <video id="film" controls style="width: 300px; height: 150px"></video>
  <div id="note" popover="manual" style="inset: 0; width: 100%; height: 100%">Note</div>
  </html>`;

/**
 * The card among dialogs and popovers of the page, in one browser. `isAbove` looks whether an element of
 * the card lies above everything, where the browser can be asked before it is pressed.
 */
export function describeLayers(
  start: () => Promise<BrowserUnderTest>,
  isAbove: (page: PageUnderTest, element: HiddenElement) => Promise<boolean> = async () => true,
): void {
  describe('the card among what a page lays over itself', () => {
    const shared = shareBrowser(start, BODY);

    async function visit(run: (page: PageUnderTest) => Promise<void>): Promise<void> {
      const page = await shared.browser.open(`${shared.server.origin}/page.html`);
      try {
        await settledMarks(page);
        await run(page);
        expect(page.errors()).toEqual([]);
      } finally {
        await page.close();
      }
    }

    const run = (page: PageUnderTest, script: string): Promise<unknown> =>
      page.evaluate(`(async () => { ${script}; return true })()`);

    /** Waits for the mark inside an element, and clicks it. */
    async function clickIn(page: PageUnderTest, id: string): Promise<void> {
      const box = await until(`a mark in ${id} that stands still`, async () => {
        const seen = () =>
          page.evaluate<{ x: number; y: number } | null>(
            `[...(CSS.highlights.get('parallax-clause') ?? [])].filter((range) => ${id}.contains(range.startContainer))
            .flatMap((range) => [...document.createRange() && (() => { const own = document.createRange(); own.setStart(range.startContainer, range.startOffset); own.setEnd(range.endContainer, range.endOffset); return own.getClientRects() })()])
            .map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))[0] ?? null`,
          );
        const first = await seen();
        await pause(200);
        return JSON.stringify(first) === JSON.stringify(await seen()) ? first : null;
      });
      await page.click(box.x, box.y);
    }

    /** Presses buttons of the card: it lies above everything, and nothing in it is inert. */
    async function isOperable(page: PageUnderTest): Promise<void> {
      await openCard(page);
      await until('a card above everything', async () => {
        const button = (await page.hidden()).find(({ text }) => text === 'More');
        return button && (await isAbove(page, button)) ? true : null;
      });
      await clickButton(page, /^More$/u);
      await clickButton(page, /^Less$/u);
      await openCard(page);
    }

    test('opens and works in a modal dialog, which Escape leaves open', () =>
      visit(async (page) => {
        await run(page, 'box.showModal()');
        await clickIn(page, 'box');
        await isOperable(page);
        await page.press('Escape');
        await noCard(page);
        expect(await page.evaluate('box.open && box.matches(":modal")')).toBe(true);
        expect(
          await page.evaluate('[...box.children].map(({ localName }) => localName).join()'),
        ).toBe('p,button');
        await page.press('Escape');
        expect(await page.evaluate('box.open')).toBe(false);
      }));

    test('stays above a dialog that opens after it, works there, and comes back from it', () =>
      visit(async (page) => {
        await clickIn(page, 'outside');
        await openCard(page);
        await run(page, 'box.showModal()');
        await isOperable(page);
        await run(page, 'box.close()');
        await isOperable(page);
        await expect
          .poll(() => page.evaluate('document.documentElement.lastElementChild.localName'))
          .toBe('div');
      }));

    test('is pressed without closing the popover that holds its phrase', () =>
      visit(async (page) => {
        await run(page, 'pop.showPopover()');
        await clickIn(page, 'pop');
        await isOperable(page);
        expect(await page.evaluate('pop.matches(":popover-open")')).toBe(true);
      }));

    test('lies above a popover that opens over the whole page later', () =>
      visit(async (page) => {
        await clickIn(page, 'outside');
        await openCard(page);
        await run(page, 'note.showPopover()');
        await isOperable(page);
      }));

    /** Goes through `how` to full screen, which browsers allow in answer to a press alone. */
    async function goesFull(page: PageUnderTest, how: () => Promise<void>): Promise<void> {
      await how();
      await until('full screen', async () =>
        (await page.evaluate<boolean>('document.fullscreenElement !== null')) ? true : null,
      );
    }

    async function leavesFull(page: PageUnderTest): Promise<void> {
      await page.evaluate('document.exitFullscreen().then(() => true)');
      await until('the page again', async () =>
        (await page.evaluate<boolean>('document.fullscreenElement === null')) ? true : null,
      );
    }

    async function pressOn(page: PageUnderTest, id: string): Promise<void> {
      const { x, y } = await page.evaluate<{ x: number; y: number }>(
        `(() => { ${id}.scrollIntoView({ block: 'nearest' }); const { x, y, width, height } = ${id}.getBoundingClientRect(); return { x: x + width / 2, y: y + height / 2 } })()`,
      );
      await page.click(x, y);
    }

    test('opens and works on an article in full screen, and goes on after it', () =>
      visit(async (page) => {
        const before = (await page.marks()).map(({ text }) => text);
        await goesFull(page, () => pressOn(page, 'enlarge'));
        expect((await page.marks()).map(({ text }) => text)).toEqual(before);
        await clickIn(page, 'full');
        await isOperable(page);
        await leavesFull(page);
        await isOperable(page);
        await page.press('Escape');
        await noCard(page);
        expect((await page.marks()).map(({ text }) => text)).toEqual(before);
      }));

    test('does not stay over a film that goes to full screen beside its phrase', () =>
      visit(async (page) => {
        const before = (await page.marks()).map(({ text }) => text);
        await clickIn(page, 'outside');
        await isOperable(page);
        // As a film's own key does it; keys on the card are not the page's, but a press on it is the reader's.
        await until('full screen', async () => {
          await clickButton(page, /^(?:More|Less)$/u);
          return page.evaluate<true | null>(
            'film.requestFullscreen().then(() => true, () => null)',
          );
        });
        await noCard(page);
        await leavesFull(page);
        expect((await page.marks()).map(({ text }) => text)).toEqual(before);
        await clickIn(page, 'outside');
        await isOperable(page);
      }));

    test('leaves no error where its dialog is taken out of the page with it', () =>
      visit(async (page) => {
        await run(page, 'box.showModal()');
        await clickIn(page, 'box');
        await openCard(page);
        await run(page, 'box.remove()');
        await noCard(page);
        await clickIn(page, 'outside');
        await isOperable(page);
        expect(markAt(await page.marks(), WORDS)).not.toBeNull();
      }));
  });
}
