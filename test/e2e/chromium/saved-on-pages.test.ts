import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PageServer, servePages } from '../../../scripts/serve/page-server.ts';
import { SAMPLE_FILE } from '../../../scripts/serve/sample-page.ts';
import { type Chromium, ChromiumPage, startChromium } from '../support/chromium.ts';
import { setSetting } from '../support/own-pages.ts';
import { onSecondTry } from '../support/shared-browser.ts';
import { clickMark, settledMarks, until } from '../support/waiting.ts';

const when = (what: string, look: () => Promise<boolean>): Promise<true> =>
  until(what, async () => ((await look()) ? true : null));

const WORDS = 'The ferry between the two islands will run every hour until the end of May';
const OTHER = 'Tickets are sold on the pier';
const filler = '<p>Nothing of note happened here, and it happened slowly.</p>'.repeat(60);
const html = (body: string): string =>
  `<!doctype html><html lang="en"><title>Ferry</title><body>${filler}<p id="text">${body}</p>
   <p>${OTHER}, said the harbour.</p></body></html>`;

interface Worker {
  readonly chrome: {
    readonly tabs: { query(filter: object): Promise<readonly { id: number; url?: string }[]> };
    readonly contextMenus: { readonly onClicked: { dispatch(...info: unknown[]): void } };
    readonly commands: { readonly onCommand: { dispatch(name: string, tab?: unknown): void } };
  };
}

describe('saved passages on their pages', () => {
  let browser: Chromium;
  let server: PageServer;
  let page: ChromiumPage;
  let text = `${WORDS}.`;
  let requests = 0;

  beforeAll(async () => {
    server = await servePages((path) => {
      if (path === '/other.html') return { type: 'text/html', body: html(OTHER) };
      if (path === '/subject.html') {
        return { type: 'text/html; charset=utf-8', body: readFileSync(SAMPLE_FILE, 'utf8') };
      }
      requests += 1;
      return path === '/ferry.html' ? { type: 'text/html', body: html(text) } : null;
    });
    browser = await startChromium();
    page = await browser.open(`${server.origin}/ferry.html`);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const saved = async (on: ChromiumPage) =>
    (await on.marks()).filter(({ name }) => name.endsWith('saved'));

  async function marked(on: ChromiumPage, words: string | null): Promise<void> {
    await when(`the saved mark to be ${words}`, async () => {
      const marks = await saved(on);
      return words === null
        ? marks.length === 0
        : marks.some(({ text }) => text.replace(/\s+/g, ' ').includes(words));
    });
  }

  async function save(on: ChromiumPage, words: string): Promise<void> {
    await on.toFront();
    await on.page.evaluate((wanted) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const at = walker.currentNode.nodeValue?.indexOf(wanted) ?? -1;
        if (at < 0) continue;
        const node = walker.currentNode;
        getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
        return;
      }
    }, words);
    const worker = await browser.run.worker();
    await worker.evaluate(
      async ({ url, selectionText }) => {
        const { chrome } = globalThis as unknown as Worker;
        const tab = (await chrome.tabs.query({})).find((each) => each.url === url);
        const info = { menuItemId: 'save-selection', selectionText, frameId: 0 };
        chrome.contextMenus.onClicked.dispatch(info, tab);
      },
      { url: on.page.url(), selectionText: words },
    );
    await on.page.evaluate(() => getSelection()?.removeAllRanges());
  }

  // Each test starts from what those before it left: the passage in the list, without a note.
  onSecondTry(async () => {
    text = `${WORDS}.`;
    await browser.close();
    browser = await startChromium();
    page = await browser.open(`${server.origin}/ferry.html`);
    await save(page, WORDS);
    await marked(page, WORDS);
  });

  const hiddenText = async (on: ChromiumPage): Promise<string> =>
    (await on.hidden()).map((element) => element.text).join('\n');

  async function hiddenButton(on: ChromiumPage, name: string) {
    return until(`the button “${name}”`, async () => {
      const all = await on.hidden();
      return all.find((each) => each.name === 'button' && each.text.trim() === name) ?? null;
    });
  }

  test('are marked as soon as they are saved, on a page that is on no subject', async () => {
    await save(page, WORDS);
    await marked(page, WORDS);
  });

  test('are marked again when the page is opened again', async () => {
    await page.page.reload();
    await marked(page, WORDS);
  });

  test('are opened by a click, and keep the note that is written on them', async () => {
    await clickMark(page, WORDS);
    await when('the saved passage to open', async () =>
      (await hiddenText(page)).includes('Saved passage'),
    );
    await page.clickHidden(await hiddenButton(page, 'Write a note'));
    const note = await browser.opened('/note.html');
    await note.page.getByLabel('Note').pressSequentially('ask the harbour');
    await note.page.getByLabel('Tags').fill('harbour, later');
    // The window may be gone before the key is up.
    await note.page.keyboard.press('Escape').catch(() => undefined);
    await when('the window to close', async () => note.page.isClosed());
    await when(
      'the saved passage to have gone',
      async () => !(await hiddenText(page)).includes('Saved passage'),
    );
    await clickMark(page, WORDS);
    await when('the note on the page', async () =>
      (await hiddenText(page)).includes('ask the harbour'),
    );
    expect(await hiddenText(page)).toContain('later');
    await page.clickHidden(await hiddenButton(page, 'Edit note and tags'));
    const again = await browser.opened('/note.html');
    await again.page.getByLabel('Note').fill('ask the harbour master');
    // The window goes at once, by the hand of the reader: what was written is kept all the same.
    await again.page.close({ runBeforeUnload: true });
    const list = await browser.openOwn('reading-list.html');
    await list.page.getByText('ask the harbour master').waitFor();
    await list.close();
  });

  test('vanish at once when they are deleted in the list, and come back with it', async () => {
    const list = await browser.openOwn('reading-list.html');
    await list.page.locator('.passage').getByRole('button', { name: 'Delete' }).click();
    await marked(page, null);
    await list.page.getByRole('button', { name: 'Undo' }).click();
    await marked(page, WORDS);
    await list.close();
  });

  test('are removed on the page, and brought back there', async () => {
    await page.toFront();
    await clickMark(page, WORDS);
    await page.clickHidden(await hiddenButton(page, 'Remove'));
    await marked(page, null);
    await page.clickHidden(await hiddenButton(page, 'Undo'));
    await marked(page, WORDS);
    await page.press('Escape');
  });

  test('are reached by the keyboard alone', async () => {
    await page.toFront();
    await page.page.evaluate(() => scrollTo(0, 0));
    await page.press('Enter', ['Alt', 'Shift']);
    await when('the saved passage to open', async () =>
      (await hiddenText(page)).includes('Saved passage'),
    );
    await expect.poll(() => page.page.evaluate(() => scrollY)).toBeGreaterThan(0);
    await page.press('Escape');
  });

  test('are joined when they are saved twice', async () => {
    await save(page, WORDS);
    await when('the notice', async () =>
      (await hiddenText(page)).includes('in the reading list already'),
    );
    const list = await browser.openOwn('reading-list.html');
    await list.page.locator('.passage').first().waitFor();
    await expect.poll(() => list.page.locator('.passage').count()).toBe(1);
    await list.close();
  });

  test('show both versions, with the difference, where the text has changed', async () => {
    text = 'The ferry between the two islands will run every day until the end of June.';
    const list = await browser.openOwn('reading-list.html');
    const [opened] = await Promise.all([
      browser.run.context.waitForEvent('page'),
      list.page.getByRole('button', { name: 'Open at the passage' }).click(),
    ]);
    const there = new ChromiumPage(opened);
    await when('both versions', async () => (await hiddenText(there)).includes('has changed'));
    const elements = await there.hidden();
    const of = (name: string) => elements.filter((each) => each.name === name).map((e) => e.text);
    expect(of('del').map((words) => words.trim())).toEqual(['hour', 'May']);
    expect(of('ins').map((words) => words.trim())).toEqual(['day', 'June']);
    await opened.close();
    await list.close();
  });

  test('show what was saved where the page no longer holds it', async () => {
    text = 'This page was emptied.';
    const list = await browser.openOwn('reading-list.html');
    const [opened] = await Promise.all([
      browser.run.context.waitForEvent('page'),
      list.page.getByRole('button', { name: 'Open at the passage' }).click(),
    ]);
    const there = new ChromiumPage(opened);
    await when('what was saved', async () => {
      const shown = await hiddenText(there);
      return shown.includes('no longer holds this passage') && shown.includes(WORDS);
    });
    await opened.close();
    await list.close();
    text = `${WORDS}.`;
  });

  test('cost a page without any no message to the background', async () => {
    const other = await browser.open(`${server.origin}/other.html`);
    const worker = await browser.run.worker();
    await worker.evaluate(() => {
      const heard: unknown[] = [];
      Object.assign(globalThis, { heard });
      (globalThis as unknown as { chrome: { runtime: RuntimeApi } }).chrome.runtime.onMessage //
        .addListener((message) => void heard.push(message));
    });
    await other.page.reload();
    await other.page.waitForTimeout(1_500);
    expect(
      await worker.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard),
    ).toEqual([]);
    await page.page.reload();
    await marked(page, WORDS);
    const heard = await worker.evaluate(() =>
      (globalThis as unknown as { heard: { name?: string }[] }).heard.map(({ name }) => name),
    );
    expect(heard).toContain('savedOn');
    await other.close();
  });

  test('stand beside highlights on a page about the subject', async () => {
    const subject = await browser.open(`${server.origin}/subject.html`);
    const before = (await settledMarks(subject)).length;
    await save(subject, 'has entered a new period');
    await marked(subject, 'has entered a new period');
    expect((await subject.marks()).length).toBe(before + 1);
    await subject.close();
  });

  test('are saved by a small button at the selection, where the reader wants it', async () => {
    const other = await browser.open(`${server.origin}/other.html`);
    const select = async (): Promise<void> => {
      await other.toFront();
      const line = other.page.getByText(`${OTHER}, said`);
      await line.scrollIntoViewIfNeeded();
      const box = await line.boundingBox();
      const [x, y] = [(box?.x ?? 0) + 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
      // On a selection a press would begin to drag it.
      await other.page.evaluate(() => getSelection()?.removeAllRanges());
      await other.page.mouse.move(x, y);
      await other.page.mouse.down();
      await other.page.mouse.move(x + 150, y, { steps: 4 });
      await other.page.mouse.up();
    };
    const button = async () =>
      (await other.hidden()).find(
        ({ attributes }) => attributes['aria-label'] === 'Save this selection',
      ) ?? null;
    await select();
    await other.page.waitForTimeout(600);
    expect(await button()).toBeNull();
    await setSetting(browser, 'selectionButton', true);
    await select();
    await other.clickHidden(await until('the button', button));
    await until('the mark', async () => ((await saved(other)).length > 0 ? true : null));
    await other.close();
  });

  test('asks no host for anything', () => {
    expect(requests).toBeGreaterThan(0);
    expect(browser.foreignRequests()).toEqual([]);
  });
});

interface RuntimeApi {
  readonly onMessage: { addListener(listen: (message: unknown) => void): void };
}
