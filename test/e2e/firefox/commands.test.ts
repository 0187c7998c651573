import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PageServer, servePages } from '../../../scripts/serve/page-server.ts';
import { SAMPLE_FILE } from '../../../scripts/serve/sample-page.ts';
import { type Command, describeCommands } from '../specs/commands.ts';
import { type Firefox, startFirefox } from '../support/firefox.ts';
import { settledMarks, until } from '../support/waiting.ts';

/** The letters of the shortcuts, all with Alt and Shift: those of the manifest, and some that a reader sets. */
const LETTERS: Readonly<Record<Command | 'side-panel', string>> = {
  next: 'J',
  previous: 'I',
  open: 'U',
  'toggle-site': 'Y',
  'save-selection': 'K',
  'side-panel': 'O',
  'reading-list': 'L',
};

/** A Firefox in which every command has its key, as its page of shortcuts would give it. */
async function startWithKeys(): Promise<Firefox> {
  const browser = await startFirefox();
  const own = await browser.openOwn('options.html');
  for (const name of ['next', 'previous', 'open', 'toggle-site'] as const) {
    const change = JSON.stringify({ name, shortcut: `Alt+Shift+${LETTERS[name]}` });
    await own.evaluate(`browser.commands.update(${change}).then(() => true)`);
  }
  await own.close();
  return browser;
}

describeCommands(startWithKeys, (browser, command) => browser.pressInWindow(LETTERS[command]));

describe('the key of the side panel', () => {
  let browser: Firefox;
  let server: PageServer;

  beforeAll(async () => {
    const body = readFileSync(SAMPLE_FILE, 'utf8');
    server = await servePages(() => ({ type: 'text/html; charset=utf-8', body }));
    browser = await startFirefox();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('opens the sidebar beside the page', async () => {
    const article = await browser.open(`${server.origin}/article.html`);
    await article.toFront();
    await settledMarks(article);
    const isOpen = (): Promise<boolean> => browser.inWindow('SidebarController.isOpen');
    expect(await isOpen()).toBe(false);
    await browser.pressInWindow(LETTERS['side-panel']);
    await until('the sidebar', async () => ((await isOpen()) ? true : null));
    expect(await browser.inWindow('SidebarController.currentID')).toContain('parallax');
  });
});
