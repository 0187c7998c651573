import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EMPTY_PDF } from '../support/empty-pdf.ts';
import { startFirefox } from '../support/firefox.ts';
import { shareBrowser } from '../support/shared-browser.ts';
import { clickMark, openCard, settledMarks, until } from '../support/waiting.ts';

const BODY =
  '<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Talks</title><p>Moscow and Beijing met again. Russia and China signed nothing.</p><p>Some diplomats in Europe call Russia the junior partner of China.</p></html>';

describe('pages that cannot be read, in Firefox', () => {
  const shared = shareBrowser(startFirefox, (served) => {
    if (served === '/paper.pdf') return { type: 'application/pdf', body: EMPTY_PDF };
    if (served !== '/data.json') return BODY;
    return { type: 'application/json', body: '{"text":"China and Russia"}' };
  });
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'parallax-file-'));
    writeFileSync(path.join(folder, 'page.html'), BODY);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Waits until the popup says `words` of the page at an address. */
  async function saidOf(address: string, words: string): Promise<void> {
    const page = await shared.browser.open('about:blank');
    await page.navigate(address).catch(() => undefined);
    const popup = await shared.browser.openOwn('popup.html', page);
    try {
      let shown = '';
      await until(`“${words}” at ${address}`, async () => {
        shown = await popup.evaluate<string>('document.body.innerText');
        return shown.includes(words) ? true : null;
      }).catch((cause: unknown) => {
        throw new Error(`Shown: ${shown.replace(/\s+/gu, ' ')}`, { cause });
      });
    } finally {
      await popup.close();
      await page.close();
    }
  }

  /** As the switch “Access local files on your computer” of the add-on's permissions does it. */
  function allowFiles(action: 'add' | 'remove'): Promise<boolean> {
    return shared.browser.inWindow<boolean>(`(async () => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { extension } = WebExtensionPolicy.getByID('${shared.browser.addon}');
      const files = { permissions: ['internal:fileSchemeAllowed'], origins: [], data_collection: [] };
      await ExtensionPermissions.${action}('${shared.browser.addon}', files, extension);
      return true;
    })()`);
  }

  test('are called what they are: data, the PDF view, pages of the browser, its reader view', async () => {
    const { origin } = shared.server;
    await saidOf(`${origin}/data.json`, 'no text that Parallax reads');
    await saidOf(`${origin}/paper.pdf`, 'cannot read the browser’s PDF view');
    await saidOf('about:support', 'its own pages closed');
    const reader = `about:reader?url=${encodeURIComponent(`${origin}/page.html`)}`;
    await saidOf(reader, 'its own pages closed');
  });

  test('a file is read where the reader allows it; where not, the way to allow it is named', async () => {
    const address = pathToFileURL(path.join(folder, 'page.html')).href;
    const unread = await shared.browser.open(address);
    await saidOf(address, 'allow access to file addresses');
    expect(await unread.marks()).toEqual([]);
    await unread.close();
    await allowFiles('add');
    try {
      const read = await shared.browser.open(address);
      expect((await settledMarks(read)).map(({ text }) => text)).toContain('junior partner');
      await clickMark(read, 'junior partner');
      expect((await openCard(read)).text).toContain('partner');
      await read.close();
    } finally {
      await allowFiles('remove');
    }
  });
});
