import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PageServer, servePages } from '../../../scripts/serve/page-server.ts';
import { type Chromium, type ChromiumPage, startChromium } from '../support/chromium.ts';
import { setSetting } from '../support/own-pages.ts';
import { pause, until } from '../support/waiting.ts';

const WORDS = 'The ferry between the two islands runs every hour';
const BODY = `<!doctype html><html lang="en"><title>Ferry</title><body><p id="line">${WORDS}, said the harbour.</p></body></html>`;
/** A reader's events as a script makes them, all over the window and on all that it can reach. */
const FORGE = `(() => {
  const init = (x, y) => ({ bubbles: true, composed: true, cancelable: true, button: 0, detail: 1, clientX: x, clientY: y });
  const targets = [document, document.body, line, ...document.querySelectorAll('html > :not(head, body)')];
  for (const target of targets) {
    for (const type of ['pointerover', 'pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
      for (let x = 0; x < 700; x += 15) for (let y = 0; y < 120; y += 8) target.dispatchEvent(new PointerEvent(type, init(x, y)));
    }
    for (const key of ['Enter', ' ']) for (const type of ['keydown', 'keyup']) target.dispatchEvent(new KeyboardEvent(type, { bubbles: true, composed: true, key }));
    target.click?.();
  }
  for (let x = 0; x < 700; x += 15) for (let y = 0; y < 120; y += 8) document.elementFromPoint(x, y)?.click?.();
  return targets.length;
})()`;

describe('the button at a selection', () => {
  let browser: Chromium;
  let server: PageServer;

  beforeAll(async () => {
    server = await servePages(() => ({ type: 'text/html; charset=utf-8', body: BODY }));
    browser = await startChromium();
    await setSetting(browser, 'selectionButton', true);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const button = async (page: ChromiumPage) =>
    (await page.hidden()).find(
      ({ attributes }) => attributes['aria-label'] === 'Save this selection',
    ) ?? null;
  const saved = async (page: ChromiumPage) =>
    (await page.marks()).filter(({ name }) => name === 'saved').length;

  test('comes for a selection by the reader’s hand, and obeys that alone', async () => {
    const page = await browser.open(`${server.origin}/ferry.html`);
    await page.evaluate('(getSelection().selectAllChildren(line), true)');
    await page.evaluate(FORGE);
    await pause(700);
    expect(await button(page)).toBeNull();
    await page.evaluate('(getSelection().removeAllRanges(), true)');
    const { x, y, height } = (await page.page.locator('#line').boundingBox()) ?? {
      x: 0,
      y: 0,
      height: 0,
    };
    await page.page.mouse.move(x + 2, y + height / 2);
    await page.page.mouse.down();
    await page.page.mouse.move(x + 200, y + height / 2, { steps: 4 });
    await page.page.mouse.up();
    const shown = await until('the button', () => button(page));
    expect(await page.evaluate<number>(FORGE)).toBe(4);
    await pause(700);
    expect(await saved(page)).toBe(0);
    await page.clickHidden((await button(page)) ?? shown);
    await until('the mark', async () => ((await saved(page)) > 0 ? true : null));
    expect(page.errors()).toEqual([]);
    await page.close();
  });
});
