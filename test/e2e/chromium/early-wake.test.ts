import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ServedPage } from '../../../scripts/serve/page-server.ts';
import { type ChromiumPage, startChromium } from '../support/chromium.ts';
import { earlyScripts, resetSettings, setSetting } from '../support/own-pages.ts';
import { onSecondTry, shareBrowser } from '../support/shared-browser.ts';
import { pause, until } from '../support/waiting.ts';

const SENTENCE = 'Some diplomats in Europe call Russia the junior partner of China.';
const HEADS: Readonly<Record<string, string>> = {
  '/title.html': '<title>China and Russia sign nothing</title>',
  '/description.html':
    '<title>Talks</title><meta name="Description" content="Moscow and Beijing met again.">',
  '/silent.html': '<title>Talks</title>',
};

/** Milliseconds in which a worker that was woken would long have started. */
const QUIET = 1_000;

/** Lets go of the script that holds the body of the page that is open. */
let release = (): void => undefined;

/** A page whose body begins and then waits for a script, as long as the test wants. */
async function pageAt(path: string): Promise<ServedPage | string | null> {
  if (path === '/held.js') {
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    return { type: 'text/javascript', body: '' };
  }
  const head = HEADS[path];
  if (head === undefined) return null;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">${head}<body><script src="/held.js"></script><p>${SENTENCE}</p><p>China and Russia, again.</p></body></html>`;
}

describe('while a page is still loading, the worker', () => {
  const shared = shareBrowser(startChromium, pageAt);
  let blank: ChromiumPage;
  /** What the browser says of the worker. */
  let status = '';
  /** How often it was started. */
  let starts = 0;

  beforeEach(async () => {
    blank = await shared.browser.open('about:blank');
    await resetSettings(shared.browser);
    const session = await blank.page.context().newCDPSession(blank.page);
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const { runningStatus } of versions) {
        if (runningStatus === 'starting') starts += 1;
        status = runningStatus;
      }
    });
    await session.send('ServiceWorker.enable');
  });
  afterEach(async () => {
    release();
    await blank.close();
  });
  onSecondTry(() => resetSettings(shared.browser));

  /** How often a body began that waits for its script. */
  const requests = () => shared.server.requests.filter((path) => path === '/held.js').length;

  /** Opens a page whose body is held back, with the worker stopped. */
  async function openHeld(path: string) {
    const page = await blank.page.context().newPage();
    const session = await blank.page.context().newCDPSession(blank.page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await until('the worker to be stopped', async () => (status === 'stopped' ? true : null));
    starts = 0;
    const held = requests();
    await page.goto(shared.server.origin + path, { waitUntil: 'commit' });
    await until('the body to begin', async () => (requests() > held ? true : null));
    return page;
  }

  /** Sets what the reader has chosen and waits until the browser leaves the early script out. */
  async function leaveOut(field: string, value: unknown): Promise<void> {
    await setSetting(shared.browser, field, value);
    await until('the early script to be left out', async () => {
      const scripts = await earlyScripts(shared.browser);
      return scripts.every(({ excludeMatches }) => (excludeMatches ?? []).length > 0) ? true : null;
    });
  }

  test.each(['/title.html', '/description.html'])(
    'is woken by what the head of %s says, and the page is read as ever',
    async (path) => {
      const page = await openHeld(path);
      await until('the worker to run', async () => (status === 'running' ? true : null));
      expect(await page.evaluate('document.readyState')).toBe('loading');
      release();
      await page.waitForFunction('(CSS.highlights.get("parallax-framing")?.size ?? 0) > 0');
      await page.close();
    },
  );

  test('is left asleep where its head says nothing, and woken when the page is there', async () => {
    const page = await openHeld('/silent.html');
    await pause(QUIET);
    expect([starts, status]).toEqual([0, 'stopped']);
    release();
    await page.waitForFunction('(CSS.highlights.get("parallax-framing")?.size ?? 0) > 0');
    await page.close();
  });

  test.each([
    ['this site', 'sitesOff', ['127.0.0.1']],
    ['every site', 'everywhere', false],
  ])('is left asleep where %s is switched off', async (_where, field, value) => {
    await leaveOut(field, value);
    const page = await openHeld('/title.html');
    await pause(QUIET);
    expect([starts, status]).toEqual([0, 'stopped']);
    await page.close();
  });
});
