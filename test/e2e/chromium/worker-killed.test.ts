import { describe, expect, test } from 'vitest';
import { type ChromiumPage, startChromium } from '../support/chromium.ts';
import { pageView } from '../support/own-pages.ts';
import { shareBrowser } from '../support/shared-browser.ts';
import { clickMark, openCard, settledMarks, until } from '../support/waiting.ts';

/** Set PARALLAX_KILLS=100 for the long run. */
const KILLS = Number(process.env.PARALLAX_KILLS ?? 12);
const WORDS = 'mutual equality and mutual respect';
const QUOTED = `The Russian side said that Russia-China relations are built on the basis of ${WORDS}, in Moscow.`;
const BODY = `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Talks</title><p>China and Russia.</p><main><p>${QUOTED}</p></main></html>`;

describe('a worker that is killed', () => {
  const shared = shareBrowser(startChromium, BODY);

  /** A way to stop all workers of the browser at once, as it does itself when they idle. */
  async function killer(page: ChromiumPage): Promise<() => Promise<void>> {
    const session = await page.page.context().newCDPSession(page.page);
    await session.send('ServiceWorker.enable');
    return async () => {
      await session.send('ServiceWorker.stopAllWorkers');
    };
  }

  const marked = (page: ChromiumPage) =>
    page.evaluate<number>(`[...(CSS.highlights.get('parallax-clause') ?? [])].length`);

  test(`at any moment of reading, ${KILLS} times over, loses no mark and shows no error`, async () => {
    const page = await shared.browser.open(`${shared.server.origin}/reading.html`);
    await settledMarks(page);
    const kill = await killer(page);
    for (let round = 1; round <= KILLS; round += 1) {
      const text = `${round}. ${QUOTED}`;
      await page.evaluate(
        `(document.querySelector('main').insertAdjacentHTML('beforeend', ${JSON.stringify(`<p>${text}</p>`)}), true)`,
      );
      await page.page.mouse.click(5, 5);
      // The reading comes 0.4 to 1 s after the change: killed before, during and after it.
      for (let at = 0; at < 4; at += 1) {
        await page.page.waitForTimeout((round * 137 + at * 61) % 400);
        await kill();
      }
      const count = round + 1;
      await until(`${count} marks`, async () => ((await marked(page)) === count ? true : null));
    }
    const view = await pageView(shared.browser, page);
    expect(view.state).toBe('ready');
    expect(view.matches.length).toBeGreaterThanOrEqual(KILLS + 1);
    expect(page.errors()).toEqual([]);
    await page.close();
  });

  test('while a card is asked for opens the card all the same', async () => {
    const page = await shared.browser.open(`${shared.server.origin}/card.html`);
    await settledMarks(page);
    const kill = await killer(page);
    for (let round = 0; round < 4; round += 1) {
      await kill();
      await clickMark(page, WORDS);
      await page.page.waitForTimeout(round * 15);
      await kill();
      expect((await openCard(page)).text).toContain('Vladimir Putin');
      await page.press('Escape');
    }
    expect(page.errors()).toEqual([]);
    await page.close();
  });

  test('and whose extension starts anew takes its card from the page within seconds', async () => {
    const page = await shared.browser.open(`${shared.server.origin}/removed.html`);
    await settledMarks(page);
    await clickMark(page, WORDS);
    await openCard(page);
    const worker = await shared.browser.run.worker();
    // The worker goes with the extension, and cannot answer.
    await worker
      .evaluate(() => {
        const { chrome } = globalThis as unknown as {
          chrome: { management?: unknown; runtime: { reload(): void } };
        };
        chrome.runtime.reload();
      })
      .catch(() => undefined);
    await until('a page without our place', async () =>
      (await page.evaluate<number>('document.documentElement.children.length')) === 2 ? true : null,
    );
    expect(page.errors()).toEqual([]);
    await page.close();
  });
});
