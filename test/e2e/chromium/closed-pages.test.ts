import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type PageServer,
  type ServedPage,
  servePages,
} from '../../../scripts/serve/page-server.ts';
import { type Chromium, startChromium } from '../support/chromium.ts';
import { EMPTY_PDF } from '../support/empty-pdf.ts';
import { clickMark, openCard, settledMarks, until } from '../support/waiting.ts';

const BODY =
  '<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Talks</title><p>Moscow and Beijing met again. Russia and China signed nothing.</p><p>Some diplomats in Europe call Russia the junior partner of China.</p><noscript><p>Some call Russia the vassal of China.</p></noscript></html>';
const PDF = { type: 'application/pdf', body: EMPTY_PDF };
const pages: Readonly<Record<string, ServedPage>> = {
  '/paper.pdf': PDF,
  '/paper': PDF,
  '/data.json': { type: 'application/json', body: '{"text":"China and Russia"}' },
  '/page.html': { type: 'text/html; charset=utf-8', body: BODY },
};

/** The browser goes to the stores' addresses, finds no such host, and asks no network for it. */
const STORES = ['chromewebstore.google.com', 'chrome.google.com', 'addons.mozilla.org'];
const STORES_OUT_OF_REACH = [
  `--proxy-bypass-list=${STORES.join(';')}`,
  `--host-resolver-rules=${STORES.map((host) => `MAP ${host} ~NOTFOUND`).join()}`,
];

describe('pages that cannot be read', () => {
  let browser: Chromium;
  let server: PageServer;
  const folder = mkdtempSync(path.join(tmpdir(), 'parallax-file-'));
  const file = path.join(folder, 'page.html');

  beforeAll(async () => {
    writeFileSync(file, BODY);
    server = await servePages((served) => pages[served] ?? null);
    browser = await startChromium({ flags: STORES_OUT_OF_REACH });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What the popup says of the page at an address. */
  async function saidOf(address: string, words: string): Promise<void> {
    const page = await browser.open('about:blank');
    await page.page.goto(address, { waitUntil: 'load' }).catch(() => undefined);
    const popup = await browser.openOwn('popup.html', page);
    try {
      await until(`“${words}” at ${address}`, async () =>
        (await popup.evaluate<string>('document.body.innerText')).includes(words) ? true : null,
      ).catch(async (error: unknown) => {
        const shown = await popup.evaluate<string>('document.body.innerText');
        throw new Error(`Shown at ${page.page.url()}: ${shown.replace(/\s+/gu, ' ')}`, {
          cause: error,
        });
      });
    } finally {
      await popup.close();
      await page.close();
    }
  }

  test('are called what they are: data, a page of the browser, an empty one', async () => {
    await saidOf(`${server.origin}/data.json`, 'no text that Parallax reads');
    await saidOf('chrome://version/', 'its own pages closed');
    await saidOf('about:blank', 'its own pages closed');
  });

  test('the browser’s PDF view is named, by the address of the file and by its type', async () => {
    await saidOf(`${server.origin}/paper.pdf`, 'cannot read the browser’s PDF view');
    await saidOf(`${server.origin}/paper`, 'cannot read the browser’s PDF view');
  });

  test.each([
    'https://chromewebstore.google.com/detail/parallax',
    'https://chrome.google.com/webstore/category/extensions',
    'https://addons.mozilla.org/en-GB/firefox/',
  ])('the page of a store is named: %s', (address) =>
    saidOf(address, 'keeps its add-ons store closed'),
  );

  test('a page that did not load is closed to everybody', () =>
    saidOf('http://127.0.0.1:9/', 'keeps this page closed'));

  test('a file is read where the reader allows it; where not, the way to allow it is named', async () => {
    const address = pathToFileURL(file).href;
    const extensions = await browser.open('chrome://extensions/');
    const { extensionId } = browser.run;
    /** As the switch on the browser's own page does it, which starts the extension anew. */
    async function allow(isAllowed: boolean): Promise<void> {
      await extensions.evaluate(
        `chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })
          .then(() => chrome.developerPrivate.updateExtensionConfiguration({ extensionId: '${extensionId}', fileAccess: ${isAllowed} }))
          .then(() => true)`,
      );
      await until(`a popup that ${isAllowed ? 'may' : 'may not'} read files`, async () => {
        const own = await browser.openOwn('popup.html');
        try {
          const is = await own.evaluate('chrome.extension.isAllowedFileSchemeAccess()');
          return is === isAllowed ? true : null;
        } finally {
          await own.close();
        }
      });
    }
    try {
      await allow(false);
      const unread = await browser.open(address);
      await saidOf(address, 'allow access to file addresses');
      await saidOf('chrome://version/', 'cannot run here: the browser keeps its own pages closed');
      expect(await unread.marks()).toEqual([]);
      await unread.close();
    } finally {
      await allow(true);
    }
    const read = await browser.open(address);
    expect((await settledMarks(read)).map(({ text }) => text)).toContain('junior partner');
    await clickMark(read, 'junior partner');
    expect((await openCard(read)).text).toContain('partner');
    await read.close();
    await extensions.close();
  });

  test('a page without JavaScript is read all the same', async () => {
    const page = await browser.open('about:blank');
    const session = await page.page.context().newCDPSession(page.page);
    await session.send('Emulation.setScriptExecutionDisabled', { value: true });
    await page.navigate(`${server.origin}/page.html`);
    const marks = await settledMarks(page);
    expect(marks.map(({ text }) => text).join()).toContain('junior partner');
    await page.close();
  });
});
