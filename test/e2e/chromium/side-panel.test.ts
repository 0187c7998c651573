import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type PageServer, servePages } from '../../../scripts/serve/page-server.ts';
import { SAMPLE_FILE } from '../../../scripts/serve/sample-page.ts';
import { type Chromium, type ChromiumPage, startChromium } from '../support/chromium.ts';
import { axeFaults, geometryFaults, tabTo } from '../support/surfaces.ts';
import { openCard, settledEmptiness, settledMarks, until } from '../support/waiting.ts';

interface PanelApi {
  readonly chrome: {
    readonly runtime: {
      getContexts(filter: object): Promise<readonly { readonly documentUrl?: string }[]>;
    };
  };
}

describe('the side panel', () => {
  let browser: Chromium;
  let server: PageServer;
  let article: ChromiumPage;
  let own: ChromiumPage;
  let page: Page;

  beforeAll(async () => {
    const body = readFileSync(SAMPLE_FILE, 'utf8');
    const type = 'text/html; charset=utf-8';
    server = await servePages((path) => ({
      type,
      body: path === '/plain.html' ? '<title>Plain</title><p>Bread is baked of flour.' : body,
    }));
    browser = await startChromium();
    article = await browser.open(`${server.origin}/article.html`);
    await settledMarks(article);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  beforeEach(async () => {
    own = await browser.openOwn('sidepanel.html', article);
    ({ page } = own);
    await article.toFront();
    await page.locator('.matches .match').first().waitFor();
  });

  afterEach(async () => {
    expect(own.errors()).toEqual([]);
    await own.close();
  });

  const inSight = (): Promise<string | null> =>
    page.locator('[data-in-sight] .words').textContent({ timeout: 5_000 });

  test('is free of what axe finds and whole at 320 px', async () => {
    await page.locator('.topics').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(await geometryFaults(page, 320)).toEqual([]);
  });

  test('lists the passages with topics, and says what the index covers', async () => {
    const count = await page.locator('.matches .match').count();
    expect(count).toBeGreaterThan(5);
    expect(await page.locator('.total').textContent()).toContain(String(count));
    await page.getByText('Is it a partnership of equals?').waitFor();
    expect(await page.locator('.topics li[data-used="true"]').count()).toBeGreaterThan(0);
    expect(await page.locator('.topics li[data-used="false"]').count()).toBeGreaterThan(0);
    await page.getByText(/The index covers \d+ documents to/u).waitFor();
  });

  test('keeps in step with the page while it is scrolled', async () => {
    await article.evaluate('scrollTo({ top: 0, behavior: "instant" })');
    const all = await page.locator('.matches .words').allTextContents();
    await until('the first passage', async () => ((await inSight()) === all[0] ? true : null));
    await article.evaluate('scrollTo({ top: document.body.scrollHeight, behavior: "instant" })');
    await until('a passage further down, in sight here too', async () => {
      const words = await inSight();
      const at = all.indexOf(words ?? '');
      const box = await page.locator('[data-in-sight]').boundingBox();
      const height = page.viewportSize()?.height ?? 0;
      return at > 1 && box !== null && box.y >= 0 && box.y < height ? true : null;
    });
    await article.evaluate('scrollTo({ top: 0, behavior: "instant" })');
    await until('the first passage again', async () =>
      (await inSight()) === all[0] ? true : null,
    );
  });

  test('narrows the list to one kind', async () => {
    const all = await page.locator('.matches .match').count();
    await page.getByRole('button', { name: /^\d+ framings$/u }).click();
    const kinds = await page
      .locator('.matches .match')
      .evaluateAll((matches) => matches.map((match) => match.getAttribute('data-kind')));
    expect(new Set(kinds)).toEqual(new Set(['framing']));
    expect(kinds.length).toBeLessThan(all);
    await page.getByRole('button', { name: 'All', exact: true }).click();
    expect(await page.locator('.matches .match').count()).toBe(all);
  });

  test('opens a card on the page and stays; keys alone do as well', async () => {
    await page.bringToFront();
    // The panel shows whichever tab is in front: as a tab of its own it would show itself.
    await article.toFront();
    await page.locator('.matches .match').first().waitFor();
    await page.locator('.matches .match').nth(1).click();
    await openCard(article);
    await page.getByText('last opened').waitFor();
    await article.press('Escape');
    await tabTo(page, /^\d+ framings$/u);
    await page.keyboard.press('Enter');
    await tabTo(page, /junior partner/u);
    await page.keyboard.press('Enter');
    expect((await openCard(article)).text).toContain('Framing');
    await article.press('Escape');
  });

  test('follows the reader to another address and another tab, and says how each stands', async () => {
    const other = await browser.open(`${server.origin}/plain.html`);
    await page.getByText('not about the subject').waitFor();
    await other.navigate('about:blank');
    await page.getByText('keeps its own pages closed').waitFor();
    await other.navigate(`${server.origin}/other.html`);
    await page.locator('.matches .match').first().waitFor();
    await other.close();
    await article.toFront();
    await page.locator('.matches .match').first().waitFor();
  });

  test('switches the site off and on', async () => {
    const here = page.getByRole('switch', { name: /On this site/u });
    await here.click();
    await page.getByText('off on this site').waitFor();
    await settledEmptiness(article);
    await here.click();
    await page.locator('.matches .match').first().waitFor();
    await settledMarks(article);
  });

  test('is opened by the button of the popup', async () => {
    const popup = await browser.openOwn('popup.html', article);
    await popup.toFront();
    await popup.page.getByRole('button', { name: 'Side panel' }).click();
    const worker = await browser.run.worker();
    await until('an open side panel', async () => {
      const contexts = await worker.evaluate(() => {
        const { chrome } = globalThis as unknown as PanelApi;
        return chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] });
      });
      return contexts.some(({ documentUrl }) => documentUrl?.endsWith('/sidepanel.html'))
        ? true
        : null;
    });
  });
});
