import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ChromiumPage, startChromium } from '../support/chromium.ts';
import { ARTICLE_AND_PLAIN, shareArticle } from '../support/shared-browser.ts';
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
  const shared = shareArticle(startChromium, ARTICLE_AND_PLAIN);
  let own: ChromiumPage;
  let page: Page;

  beforeEach(async () => {
    own = await shared.browser.openOwn('sidepanel.html', shared.article);
    ({ page } = own);
    await shared.article.toFront();
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
    await page.locator('.matches .match').nth(5).waitFor();
    const count = await page.locator('.matches .match').count();
    await expect.poll(() => page.locator('.total').textContent()).toContain(String(count));
    await page.getByText('Is it a partnership of equals?').waitFor();
    await page.locator('.topics li[data-used="true"]').first().waitFor();
    await page.locator('.topics li[data-used="false"]').first().waitFor();
    await page.getByText(/The index covers \d+ documents to/u).waitFor();
  });

  test('keeps in step with the page while it is scrolled', async () => {
    await shared.article.evaluate('scrollTo({ top: 0, behavior: "instant" })');
    const all = await page.locator('.matches .words').allTextContents();
    await until('the first passage', async () => ((await inSight()) === all[0] ? true : null));
    await shared.article.evaluate(
      'scrollTo({ top: document.body.scrollHeight, behavior: "instant" })',
    );
    await until('a passage further down, in sight here too', async () => {
      const words = await inSight();
      const at = all.indexOf(words ?? '');
      const box = await page.locator('[data-in-sight]').boundingBox();
      const height = page.viewportSize()?.height ?? 0;
      return at > 1 && box !== null && box.y >= 0 && box.y < height ? true : null;
    });
    await shared.article.evaluate('scrollTo({ top: 0, behavior: "instant" })');
    await until('the first passage again', async () =>
      (await inSight()) === all[0] ? true : null,
    );
  });

  test('narrows the list to one kind', async () => {
    const all = await page.locator('.matches .match').count();
    await page.getByRole('button', { name: /^\d+ framings$/u }).click();
    const kinds = () =>
      page
        .locator('.matches .match')
        .evaluateAll((matches) => matches.map((match) => match.getAttribute('data-kind')));
    await expect.poll(async () => new Set(await kinds())).toEqual(new Set(['framing']));
    expect((await kinds()).length).toBeLessThan(all);
    await page.getByRole('button', { name: 'All', exact: true }).click();
    await expect.poll(() => page.locator('.matches .match').count()).toBe(all);
  });

  test('opens a card on the page and stays; keys alone do as well', async () => {
    await page.bringToFront();
    // The panel shows whichever tab is in front: as a tab of its own it would show itself.
    await shared.article.toFront();
    await page.locator('.matches .match').first().waitFor();
    await page.locator('.matches .match').nth(1).click();
    await openCard(shared.article);
    await page.getByText('last opened').waitFor();
    await shared.article.press('Escape');
    await tabTo(page, /^\d+ framings$/u);
    await page.keyboard.press('Enter');
    await tabTo(page, /junior partner/u);
    await page.keyboard.press('Enter');
    expect((await openCard(shared.article)).text).toContain('Framing');
    await shared.article.press('Escape');
  });

  test('follows the reader to another address and another tab, and says how each stands', async () => {
    const other = await shared.browser.open(`${shared.server.origin}/plain.html`);
    await page.getByText('not about the subject').waitFor();
    await other.navigate('about:blank');
    await page.getByText('keeps its own pages closed').waitFor();
    await other.navigate(`${shared.server.origin}/other.html`);
    await page.locator('.matches .match').first().waitFor();
    await other.close();
    await shared.article.toFront();
    await page.locator('.matches .match').first().waitFor();
  });

  test('switches the site off and on', async () => {
    const here = page.getByRole('switch', { name: /On this site/u });
    await here.click();
    await page.getByText('off on this site').waitFor();
    await settledEmptiness(shared.article);
    await here.click();
    await page.locator('.matches .match').first().waitFor();
    await settledMarks(shared.article);
  });

  test('is opened by the button of the popup', async () => {
    const popup = await shared.browser.openOwn('popup.html', shared.article);
    await popup.toFront();
    await popup.page.getByRole('button', { name: 'Side panel' }).click();
    const worker = await shared.browser.run.worker();
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
