import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ServedPage } from '../../../scripts/serve/page-server.ts';
import { type ChromiumPage, startChromium } from '../support/chromium.ts';
import { earlyScripts, resetSettings, setSetting } from '../support/own-pages.ts';
import { onSecondTry, shareBrowser } from '../support/shared-browser.ts';
import { pause, until } from '../support/waiting.ts';

const SUBJECT =
  '<p>Some diplomats in Europe call Russia the junior partner of China.</p><p>China and Russia, again.</p>';
/** Holds all that follows it in the body, or all that waits for the whole document. */
const HELD = '<script src="/held.js"></script>';
const DEFERRED = '<script defer src="/held.js"></script>';
/** Head and body by path. */
const PAGES: Readonly<Record<string, readonly [string, string]>> = {
  '/title.html': ['<title>China and Russia sign nothing</title>', HELD + SUBJECT],
  '/description.html': [
    '<title>Talks</title><meta name="Description" content="Moscow and Beijing met again.">',
    HELD + SUBJECT,
  ],
  '/beginning.html': ['<title>Talks</title>', `${SUBJECT}${'<p>Roses.</p>'.repeat(9)}${HELD}`],
  '/opening.html': [`<title>Talks</title>${DEFERRED}`, SUBJECT],
  '/silent.html': [`<title>Talks</title>${DEFERRED}`, '<p>Roses.</p>'.repeat(10) + SUBJECT],
};

/** Milliseconds in which a worker that was woken would long have started. */
const QUIET = 1_000;

/** Lets go of the script that holds the page that is open. */
let release = (): void => undefined;

/** A page that waits for a script, as long as the test wants. */
async function pageAt(path: string): Promise<ServedPage | string | null> {
  if (path === '/held.js') {
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    return { type: 'text/javascript', body: '' };
  }
  const [head, body] = PAGES[path] ?? [];
  if (head === undefined) return null;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
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

  /** How often a page came to the script that it waits for. */
  const requests = () => shared.server.requests.filter((path) => path === '/held.js').length;

  /** Opens a page that is held back, with the worker stopped. */
  async function openHeld(path: string) {
    const page = await blank.page.context().newPage();
    const session = await blank.page.context().newCDPSession(blank.page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await until('the worker to be stopped', async () => (status === 'stopped' ? true : null));
    starts = 0;
    const held = requests();
    await page.goto(shared.server.origin + path, { waitUntil: 'commit' });
    await until('the page to wait', async () => (requests() > held ? true : null));
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

  test.each([
    ['/title.html', 'loading'],
    ['/description.html', 'loading'],
    ['/beginning.html', 'loading'],
    ['/opening.html', 'interactive'],
  ])(
    'is woken by what %s says at its beginning, and the page is read as ever',
    async (path, readyState) => {
      const page = await openHeld(path);
      await until('the worker to run', async () => (status === 'running' ? true : null));
      expect(await page.evaluate('document.readyState')).toBe(readyState);
      release();
      await page.waitForFunction('(CSS.highlights.get("parallax-framing")?.size ?? 0) > 0');
      await page.close();
    },
  );

  test('is left asleep where head and opening say nothing, and woken when the page is there', async () => {
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
