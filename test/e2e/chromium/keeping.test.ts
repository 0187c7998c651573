import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SAMPLE_FILE } from '../../../scripts/serve/sample-page.ts';
import { type ChromiumPage, startChromium } from '../support/chromium.ts';
import { pageView } from '../support/own-pages.ts';
import { shareArticle } from '../support/shared-browser.ts';
import { clickMark, closeCard, openCard, until } from '../support/waiting.ts';

const ARTICLE = '/article.html';
const EQUALITY = 'mutual equality and mutual respect';
const OWN_WORDS = 'has entered a new period';

/** The part of Chromium's extension API that is used inside the worker. */
interface WorkerApi {
  readonly chrome: {
    readonly tabs: {
      query(filter: object): Promise<readonly { readonly id: number; readonly url?: string }[]>;
    };
    readonly action: { getBadgeText(tab: object): Promise<string> };
    readonly contextMenus: { readonly onClicked: { dispatch(...info: unknown[]): void } };
  };
}

describe('keeping passages', () => {
  const body = readFileSync(SAMPLE_FILE, 'utf8');
  const shared = shareArticle(startChromium, (path) => (path === ARTICLE ? body : null), ARTICLE);

  async function chooseMenu(menuItemId: string, selectionText?: string): Promise<void> {
    const worker = await shared.browser.run.worker();
    await worker.evaluate(
      async ({ menuItemId, selectionText, address }) => {
        const { chrome } = globalThis as unknown as WorkerApi;
        const tab = (await chrome.tabs.query({})).find(({ url }) => url === address);
        chrome.contextMenus.onClicked.dispatch({ menuItemId, selectionText, frameId: 0 }, tab);
      },
      { menuItemId, selectionText, address: shared.server.origin + ARTICLE },
    );
  }

  async function notice(words: string): Promise<void> {
    await until(`the notice “${words}”`, async () =>
      (await shared.article.hidden()).some(({ text }) => text.includes(words)) ? true : null,
    );
  }

  test('shows the number of highlights on the toolbar button', async () => {
    const { matches } = await pageView(shared.browser, shared.article);
    const worker = await shared.browser.run.worker();
    const text = await worker.evaluate(async (address) => {
      const { chrome } = globalThis as unknown as WorkerApi;
      const tab = (await chrome.tabs.query({})).find(({ url }) => url === address);
      return chrome.action.getBadgeText({ tabId: tab?.id });
    }, shared.server.origin + ARTICLE);
    expect(text).toBe(String(matches.length));
  });

  test('saves a selection from the context menu and says so on the page', async () => {
    await shared.article.toFront();
    await shared.article.page.evaluate((words) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const at = walker.currentNode.nodeValue?.indexOf(words) ?? -1;
        if (at < 0) continue;
        getSelection()?.setBaseAndExtent(
          walker.currentNode,
          at,
          walker.currentNode,
          at + words.length,
        );
        return;
      }
    }, OWN_WORDS);
    await chooseMenu('save-selection', OWN_WORDS);
    await notice('Saved to the reading list.');
  });

  test('saves the page as a whole from the context menu', async () => {
    await chooseMenu('save-page');
    await notice('Page saved to the reading list.');
  });

  test('finds, annotates, deletes and brings back in the reading list', async () => {
    const list = await shared.browser.openOwn('reading-list.html');
    const { page } = list;
    await page.getByText(OWN_WORDS).first().waitFor();
    const row = page.locator('.passage').filter({ hasText: OWN_WORDS });
    await row.getByRole('button', { name: /(Add a|Edit the) note/u }).click();
    await row.getByRole('textbox').first().fill('Compare with the statement of 2023.');
    await row.getByRole('button', { name: 'Keep the note' }).click();
    await page.getByText('Compare with the statement of 2023.').first().waitFor();
    await page.reload();
    await page.getByText('Compare with the statement of 2023.').first().waitFor();

    await page.getByRole('textbox', { name: /Search/u }).fill('nothing of the kind');
    await page.getByText('No passage matches').waitFor();
    await page.getByRole('textbox', { name: /Search/u }).fill('compare 2023');
    await row.waitFor();
    await expect.poll(() => page.locator('mark').count()).toBeGreaterThan(0);
    await page.getByRole('textbox', { name: /Search/u }).fill('');

    await row.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Deleted.').waitFor();
    await expect.poll(() => row.count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await row.waitFor();
    await row.getByText('Compare with the statement of 2023.').waitFor();
    await list.close();
  });

  test('keeps two windows of the list in step', async () => {
    const [one, two] = [
      await shared.browser.openOwn('reading-list.html'),
      await shared.browser.openOwn('reading-list.html'),
    ];
    await one.page.locator('.passage').first().waitFor();
    await two.page.locator('.passage').first().waitFor();
    await one.page.getByRole('button', { name: 'Delete' }).last().click();
    await until('the other window to follow', async () =>
      (await two.page.locator('.passage').count()) === 0 ? true : null,
    );
    await one.page.getByRole('button', { name: 'Undo' }).click();
    await two.page.locator('.passage').first().waitFor();
    await Promise.all([one.close(), two.close()]);
  });

  test('lets two windows edit one entry: no field of the other is lost, and undo spares it', async () => {
    const [one, two] = [
      await shared.browser.openOwn('reading-list.html'),
      await shared.browser.openOwn('reading-list.html'),
    ];
    const rowIn = (list: ChromiumPage) =>
      list.page.locator('.passage').filter({ hasText: OWN_WORDS });
    const write = async (list: ChromiumPage, note: string): Promise<void> => {
      await rowIn(list)
        .getByRole('button', { name: /(Add a|Edit the) note/u })
        .click();
      await rowIn(list).getByRole('textbox').first().fill(note);
      await rowIn(list).getByRole('button', { name: 'Keep the note' }).click();
      await rowIn(list).getByText(note).waitFor();
    };
    await rowIn(one).waitFor();
    await rowIn(two).waitFor();
    await write(one, 'written in the first window');
    await rowIn(two).getByLabel('Status').selectOption('done');
    await rowIn(two).getByText('written in the first window').waitFor();
    await until('the first window to show the status', async () =>
      (await rowIn(one).getByLabel('Status').inputValue()) === 'done' ? true : null,
    );
    await write(one, 'and again in the first');
    await rowIn(two).getByText('and again in the first').waitFor();
    await write(two, 'then in the second');
    await rowIn(one).getByText('then in the second').waitFor();
    await one.page.getByRole('button', { name: 'Undo' }).click();
    await one.page.getByText('changed again since and stays as it is').waitFor();
    await rowIn(one).getByText('then in the second').waitFor();
    await Promise.all([one.close(), two.close()]);
  });

  test('exports the list and takes the same file in again without a change', async () => {
    const list = await shared.browser.openOwn('reading-list.html');
    const [download] = await Promise.all([
      list.page.waitForEvent('download'),
      list.page.getByRole('button', { name: 'Export', exact: true }).click(),
    ]);
    const file = await download.path();
    const exported = JSON.parse(readFileSync(file, 'utf8'));
    expect(exported).toMatchObject({ format: 'parallax-reading-list', version: 1, unreadable: [] });
    expect(exported.passages).toHaveLength(1);
    await list.page.locator('input[type="file"]').setInputFiles(file);
    await list.page.getByText('Import of', { exact: false }).first().waitFor();
    await list.page.getByRole('button', { name: 'Merge', exact: true }).click();
    await list.page.getByText('Imported: 0 added, 0 changed, 0 left out.').waitFor();
    await list.close();
  });

  test('opens the live page at the passage', async () => {
    const list = await shared.browser.openOwn('reading-list.html');
    const [opened] = await Promise.all([
      shared.browser.run.context.waitForEvent('page'),
      list.page.getByRole('button', { name: 'Open at the passage' }).first().click(),
    ]);
    await opened.waitForLoadState('load');
    await until('the page to be scrolled to the passage', async () =>
      (await opened.evaluate((words) => {
        const found = [...document.querySelectorAll('p, blockquote, li')].find((element) =>
          element.textContent?.replace(/\s+/g, ' ').includes(words),
        );
        const box = found?.getBoundingClientRect();
        return box !== undefined && scrollY > 0 && box.bottom > 0 && box.top < innerHeight;
      }, OWN_WORDS))
        ? true
        : null,
    );
    await opened.close();
    await list.close();
  });

  test('goes on where the worker was stopped in between', async () => {
    const session = await shared.browser.run.context.newCDPSession(shared.article.page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await shared.article.toFront();
    await clickMark(shared.article, EQUALITY);
    expect((await openCard(shared.article)).text).toContain('Vladimir Putin');
    await closeCard(shared.article);
  });

  test('asks no host for anything', () => {
    expect(shared.browser.foreignRequests()).toEqual([]);
  });
});
