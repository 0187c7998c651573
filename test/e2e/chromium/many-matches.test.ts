import { beforeAll, describe, expect, test } from 'vitest';
import { type ChromiumPage, startChromium } from '../support/chromium.ts';
import { highlightsOn, MATCHES, manyMatchesPage, USES } from '../support/many-matches.ts';
import { shareBrowser } from '../support/shared-browser.ts';
import { until } from '../support/waiting.ts';

/** How long each of these holds the page is what `npm run bench -- --only=holding` measures. */
describe(`a page with ${MATCHES} matches`, () => {
  const shared = shareBrowser(startChromium, manyMatchesPage());
  let page: ChromiumPage;

  beforeAll(async () => {
    page = await shared.browser.open(`${shared.server.origin}/talks.html`);
    const all = async () => ((await highlightsOn(page)) >= MATCHES ? true : null);
    await until('all highlights', all, 60_000);
    // A page behind another draws once a second.
    await page.toFront();
  });

  test.each(Object.entries(USES))('%s, and has all its highlights after it', async (_, use) => {
    await use(shared.browser, page);
    expect(await highlightsOn(page)).toBeGreaterThanOrEqual(MATCHES);
    expect(page.errors()).toEqual([]);
  });
});
