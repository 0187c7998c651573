import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM_FLAGS } from '../../../scripts/browsers/chromium-flags.ts';
import { findBrowser } from '../../../scripts/browsers/find.ts';
import { ROOT } from '../../../scripts/root.ts';
import { type PageServer, servePages } from '../../../scripts/serve/page-server.ts';
import { SAMPLE_FILE } from '../../../scripts/serve/sample-page.ts';
import { OUTPUT } from '../../../scripts/start/build.ts';
import { ChromiumPage } from '../support/chromium.ts';
import { type RefusingProxy, startRefusingProxy } from '../support/refusing-proxy.ts';
import { clickMark, openCard, settledMarks, until } from '../support/waiting.ts';

/** A page with two frames, one of them within the other. */
const FRAMED = `<!doctype html><html lang="en"><title>Framed</title><p>Moscow and Beijing met again, and Russia and China signed nothing.</p>
  <p>Some diplomats in Europe call Russia the junior partner of China.</p>
  <iframe src="/article.html" width="900" height="300"></iframe>
  <iframe srcdoc="<p>Gardening.</p><iframe src='/article.html' width='800' height='200'></iframe>" width="900" height="300"></iframe></html>`;
/** Names and sizes of what is registered in one frame, which shows how many readers paint there. */
const SIZES = `[...CSS.highlights].map(([name, { size }]) => name + size).sort().join()`;

describe('installing', () => {
  let server: PageServer;
  let context: BrowserContext;
  let proxy: RefusingProxy;
  const profile = mkdtempSync(path.join(tmpdir(), 'parallax-installing-'));

  beforeAll(async () => {
    const sample = readFileSync(SAMPLE_FILE, 'utf8');
    server = await servePages((address) => {
      const body = address.startsWith('/framed') ? FRAMED : sample;
      return { type: 'text/html; charset=utf-8', body };
    });
    const found = findBrowser('chromium');
    if (!found) throw new Error('No Chromium was found; `npm test` installs one.');
    proxy = await startRefusingProxy();
    context = await chromium.launchPersistentContext(profile, {
      executablePath: found.path,
      headless: true,
      ignoreDefaultArgs: ['--disable-extensions'],
      args: [
        ...CHROMIUM_FLAGS,
        '--enable-unsafe-extension-debugging',
        `--proxy-server=http://127.0.0.1:${proxy.port}`,
      ],
    });
  });

  afterAll(async () => {
    await context?.close();
    await server?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    await proxy?.close();
  });

  /** Installs the built extension, or updates it where it is installed: the browser is the same. */
  async function install(): Promise<void> {
    const session = await context.browser()?.newBrowserCDPSession();
    if (!session) throw new Error('The browser cannot be reached over its protocol.');
    // A command of the protocol that playwright-core's types do not know.
    const send = session.send.bind(session) as (name: string, options: object) => Promise<unknown>;
    await send('Extensions.loadUnpacked', { path: path.join(ROOT, OUTPUT.chromium) });
    await session.detach();
  }

  test('makes a page work that was open before, without loading it anew', async () => {
    const page = new ChromiumPage(await context.newPage());
    await page.navigate(`${server.origin}/article.html`);
    const opened = await page.page.evaluate(() => performance.timeOrigin);
    expect(await page.marks()).toEqual([]);
    await install();
    const marks = await settledMarks(page);
    expect(marks.length).toBeGreaterThan(5);
    await clickMark(page, 'mutual equality and mutual respect');
    expect((await openCard(page)).text).toContain('Vladimir Putin');
    expect(await page.page.evaluate(() => performance.timeOrigin)).toBe(opened);
    expect(page.errors()).toEqual([]);
  });

  test('again, as an update does, leaves one reader on the page and one set of marks', async () => {
    const [first] = context.pages().filter((page) => page.url().startsWith(server.origin));
    if (!first) throw new Error('The page of the test before is gone.');
    const page = new ChromiumPage(first);
    const before = (await settledMarks(page)).map(({ text }) => text);
    await clickMark(page, 'mutual equality and mutual respect');
    await openCard(page);
    await install();
    await until('the notice that the card had to close', async () =>
      (await page.hidden()).some(({ text }) => text.startsWith('Parallax was updated'))
        ? true
        : null,
    );
    expect((await page.hidden()).some(({ attributes }) => attributes.role === 'dialog')).toBe(
      false,
    );
    await page.page.waitForTimeout(2_000);
    await expect
      .poll(async () => (await settledMarks(page)).map(({ text }) => text))
      .toEqual(before);
    await page.press('Escape');
    // The marks may still be those of the reader that leaves.
    await until('a card of the new reader', async () => {
      await clickMark(page, 'mutual equality and mutual respect');
      return (await openCard(page, 5_000)).text.includes('Vladimir Putin') ? true : null;
    });
  });

  test('renews every frame of every tab, and nothing of the old version stays behind', async () => {
    const tabs = await Promise.all(
      ['/framed.html', '/framed-too.html', '/article.html'].map(async (address) => {
        const tab = new ChromiumPage(await context.newPage());
        await tab.navigate(server.origin + address);
        return tab;
      }),
    );
    const frames = () => tabs.flatMap((tab) => tab.page.frames());
    const painted = () => Promise.all(frames().map((frame) => frame.evaluate<string>(SIZES)));
    const settled = (what: string, isDone: (now: readonly string[]) => boolean) =>
      until(
        what,
        async () => {
          const first = await painted();
          await new Promise((resolve) => setTimeout(resolve, 700));
          const now = await painted();
          return isDone(now) && now.join() === first.join() ? now : null;
        },
        40_000,
      );
    const before = await settled(
      'marks in all frames but one',
      (now) => now.filter((sizes) => sizes !== '').length === now.length - 2,
    );
    expect(before.length).toBe(9);
    const html = () => Promise.all(frames().map((frame) => frame.content()));
    const pages = await html();
    const inAll = (script: string) =>
      Promise.all(frames().map((frame) => frame.evaluate<boolean>(script)));
    await inAll('(window.old = [...CSS.highlights.values()], true)');
    await install();
    await until('new marks in the place of the old ones in all frames', async () => {
      const areNew = '[...CSS.highlights.values()].every((one) => !window.old.includes(one))';
      return (await inAll(areNew)).every(Boolean) ? true : null;
    });
    await settled('the same marks in all frames', (now) => now.join() === before.join());
    expect(await html()).toEqual(pages);
    for (const tab of tabs) {
      await tab.toFront();
      const [mark] = await settledMarks(tab);
      await clickMark(tab, mark?.text.replace(/\s+/gu, ' ').slice(0, 20) ?? '');
      await openCard(tab);
      const dialogs = (await tab.hidden()).filter(({ attributes }) => attributes.role === 'dialog');
      expect(dialogs.length).toBe(1);
      expect(tab.errors()).toEqual([]);
      await tab.close();
    }
  });
});
