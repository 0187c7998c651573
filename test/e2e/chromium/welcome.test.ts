import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { INTERFACE_LANGUAGES } from '../../../utils/i18n/translate.ts';
import { type Chromium, type ChromiumPage, startChromium } from '../support/chromium.ts';
import { setSetting } from '../support/own-pages.ts';
import { onSecondTry } from '../support/shared-browser.ts';
import { axeFaults, geometryFaults, tabTo } from '../support/surfaces.ts';
import { until } from '../support/waiting.ts';

describe('the welcome page', () => {
  let browser: Chromium;
  let own: ChromiumPage;
  let page: Page;

  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(async () => browser?.close());

  onSecondTry(async () => {
    await browser.close();
    browser = await startChromium();
  });

  beforeEach(async () => {
    own = await browser.openOwn('welcome.html');
    ({ page } = own);
    await page.getByRole('button', { name: 'Open the first highlight' }).waitFor();
  });
  afterEach(async () => {
    expect(own.errors()).toEqual([]);
    await own.close();
  });

  const card = () => page.getByRole('dialog');
  const welcomes = (): number =>
    browser.run.context.pages().filter((each) => each.url().endsWith('/welcome.html')).length;

  test('is opened by the installation and not by the next start', async () => {
    // One that the test has opened itself, one from the installation.
    await until('the page that the installation opened', async () =>
      welcomes() === 2 ? true : null,
    );
    await own.close();
    await browser.restart();
    own = await browser.openOwn('options.html');
    await own.page.waitForTimeout(1_500);
    expect(welcomes()).toBe(0);
  });

  test('is free of what axe finds, with and without a card, and whole at 320 px', async () => {
    expect(await axeFaults(page)).toEqual([]);
    expect(await geometryFaults(page, 320)).toEqual([]);
    await page.getByRole('button', { name: 'Open the first highlight' }).click();
    await card().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(await geometryFaults(page, 320)).toEqual([]);
    expect(await geometryFaults(page, 640)).toEqual([]);
  });

  test('marks what the index holds in the sample and opens its real card on a click', async () => {
    const marked = await page.locator('.sample-text mark').allTextContents();
    expect(marked.join(' ')).toContain('mutual equality and mutual respect');
    expect(marked.join(' ')).toContain('junior partner');
    expect(marked.join(' ')).not.toContain('Nothing in this sentence');
    await page.locator('.sample-text mark').first().click();
    await card().waitFor();
    const text = await card().textContent();
    expect(text).toContain('俄中关系建立在相互平等、相互尊重基础上');
    expect(text).toContain('Vladimir Putin');
    await card().getByRole('button', { name: 'Save passage' }).click();
    await page.getByText('This is a sample. On a page').waitFor();
    await card().getByRole('button', { name: 'More' }).click();
    await page.getByText('Why this matched').waitFor();
  });

  test('can be used by its keys and by Tab alone', async () => {
    await page.keyboard.press('Alt+Shift+ArrowRight');
    await card().waitFor();
    await page.getByText('Highlight 1 of').waitFor({ state: 'attached' });
    await page.keyboard.press('Alt+Shift+ArrowRight');
    await page.getByText('Highlight 2 of').waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    await card().waitFor({ state: 'detached' });
    await tabTo(page, /Open the first highlight/u);
    await page.keyboard.press('Enter');
    await card().waitFor();
    await tabTo(page, /^Close$/u);
    await page.keyboard.press('Enter');
    await card().waitFor({ state: 'detached' });
    await until('the focus where it was', async () => {
      const focused = await page.evaluate(() => document.activeElement?.textContent);
      return focused === 'Open the first highlight' ? true : null;
    });
  });

  test.each(INTERFACE_LANGUAGES)('reads and marks its sample in %s', async (language) => {
    await setSetting(browser, 'interfaceLanguage', language);
    await page.locator(`html[lang="${language}"]`).waitFor();
    await until('a clause and two framings', async () => {
      const looks = await page
        .locator('.sample-text mark')
        .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-parallax')));
      const framings = looks.filter((look) => look === 'framing').length;
      return looks.includes('clause') && framings >= 2 ? true : null;
    });
    expect(await page.locator('.sample-text p').last().locator('mark').count()).toBe(0);
    await page.locator('.sample-text mark').last().click();
    await card().waitFor();
    await setSetting(browser, 'interfaceLanguage', 'en');
  });
});
