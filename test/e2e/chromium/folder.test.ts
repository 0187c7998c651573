import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOfLine, writeBucket } from '../../../utils/reading-list/folder/bucket-file.ts';
import type { PassageRecord } from '../../../utils/reading-list/model.ts';
import { newPage, newPassage } from '../../../utils/reading-list/records.ts';
import { samplePassage } from '../../unit/reading-list/samples.ts';
import { type Chromium, type ChromiumPage, startChromium } from '../support/chromium.ts';
import { until } from '../support/waiting.ts';

const OTHER = '22222222-2222-4222-8222-222222222222';
const AT = '2026-01-02T03:04:05.000Z';
const OURS = 'parallax-reading-list';
const PAGE = newPage(samplePassage().page, { id: 'page-1', savedAt: AT, isEntry: false });
const PASSAGE = newPassage(samplePassage(), { id: 'passage-1', savedAt: AT, page: PAGE.id });

/** A folder of the browser's private file system stands for the one that the reader would choose. */
const CHOOSE = `globalThis.showDirectoryPicker = async () =>
  (await navigator.storage.getDirectory()).getDirectoryHandle('Lists', { create: true });`;

describe('a list in a chosen folder', () => {
  let browser: Chromium;
  let list: ChromiumPage;

  beforeAll(async () => {
    browser = await startChromium();
    await browser.run.context.addInitScript(CHOOSE);
    list = await browser.openOwn('reading-list.html');
    await list.page.getByText('Nothing saved yet').waitFor();
  });

  afterAll(async () => {
    await browser?.close();
  });

  /** What the other computer would put into the folder. */
  async function fromElsewhere(
    change: Partial<PassageRecord>,
    edits: Record<string, number>,
  ): Promise<void> {
    const seen = Object.fromEntries(
      Object.entries(edits).map(([field, count]) => [field, { [OTHER]: count }]),
    );
    const { text } = await writeBucket([
      textOfLine({ type: 'record', record: PAGE, seen: {} }),
      textOfLine({ type: 'record', record: { ...PASSAGE, ...change }, seen }),
    ]);
    await list.page.evaluate(
      async ({ ours, device, text }) => {
        const root = await navigator.storage.getDirectory();
        const chosen = await root.getDirectoryHandle('Lists', { create: true });
        const all = await chosen.getDirectoryHandle(ours, { create: true });
        const own = await all.getDirectoryHandle(device, { create: true });
        const file = await own.getFileHandle('00.jsonl', { create: true });
        const stream = await file.createWritable();
        await stream.write(text);
        await stream.close();
      },
      { ours: OURS, device: OTHER, text },
    );
  }

  /** All that this computer has written there. */
  async function ownFiles(): Promise<string> {
    return list.page.evaluate(
      async ({ ours, device }) => {
        const root = await navigator.storage.getDirectory();
        const chosen = await root.getDirectoryHandle('Lists');
        const texts: string[] = [];
        for await (const [name, own] of (await chosen.getDirectoryHandle(ours)).entries()) {
          if (name === device) continue;
          for await (const file of (own as FileSystemDirectoryHandle).values()) {
            texts.push(await (await (file as FileSystemFileHandle).getFile()).text());
          }
        }
        return texts.join('\n');
      },
      { ours: OURS, device: OTHER },
    );
  }

  const openPanel = async (page = list.page): Promise<void> => {
    const panel = page.locator('details.storage');
    if ((await panel.getAttribute('open')) === null) await panel.locator('summary').click();
  };

  test('takes in what another computer had put there', async () => {
    await fromElsewhere({ note: 'from the other computer', edited: { note: AT } }, { note: 1 });
    await openPanel();
    await list.page.getByRole('button', { name: 'Choose a folder…' }).click();
    await list.page.getByText('from the other computer').waitFor();
    await list.page.getByText('In step with the folder “Lists”').waitFor();
  });

  test('is followed by the background when the reader edits', async () => {
    const row = list.page.locator('.passage');
    await row.getByRole('button', { name: 'Edit the note' }).click();
    await row.getByRole('textbox').first().fill('edited here');
    await row.getByRole('button', { name: 'Keep the note' }).click();
    await until('the folder to hold the edit', async () =>
      (await ownFiles()).includes('edited here') ? true : null,
    );
  });

  test('shows both versions where two computers edited at once, and takes the chosen one', async () => {
    const elsewhere = { note: 'edited there', edited: { note: '2020-01-01T00:00:00.000Z' } };
    await fromElsewhere(elsewhere, { note: 2 });
    await openPanel();
    await list.page.getByRole('button', { name: 'Bring in step now' }).click();
    const conflicts = list.page.getByRole('region', { name: /two computers at once/u });
    await conflicts.getByText('edited there').waitFor();
    await conflicts.getByText('edited here').waitFor();
    await conflicts.getByRole('button', { name: 'Use the other one' }).click();
    await list.page.locator('.passage').getByText('edited there').waitFor();
    await until('the conflict to go', async () => ((await conflicts.count()) === 0 ? true : null));
    await list.page.getByRole('button', { name: 'Undo' }).click();
    await list.page.locator('.passage').getByText('edited here').waitFor();
    await conflicts.getByRole('button', { name: 'Keep as it is' }).click();
    await until('the conflict to go', async () => ((await conflicts.count()) === 0 ? true : null));
  });

  test('says what to do where the browser wants to be asked again', async () => {
    const { page } = list;
    await page.addInitScript(`
      let state = 'prompt';
      FileSystemHandle.prototype.queryPermission = async () => state;
      FileSystemHandle.prototype.requestPermission = async () => (state = 'granted');`);
    await page.reload();
    await page.locator('.passage').first().waitFor();
    await openPanel();
    await page.getByText('has to be asked again before the folder “Lists” may be used').waitFor();
    await page.getByRole('button', { name: 'Allow the folder again' }).click();
    await page.getByText('In step with the folder “Lists”').waitFor();
  });

  test('stays whole where the folder has gone, and comes into a new one', async () => {
    const { page } = list;
    await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      await root.removeEntry('Lists', { recursive: true });
    });
    await page.getByRole('button', { name: 'Bring in step now' }).click();
    await page.getByText('The folder “Lists” cannot be found').waitFor();
    await expect.poll(() => page.locator('.passage').count()).toBe(1);
    await page.getByRole('button', { name: 'Choose a folder…' }).click();
    await page.getByText('In step with the folder “Lists”').waitFor();
    expect(await ownFiles()).toContain('edited here');
  });

  test('is erased without erasing the folder, and is not brought back', async () => {
    const options = await browser.openOwn('options.html');
    await options.page
      .getByRole('button', { name: /^Erase/u })
      .first()
      .click();
    await options.page.locator('dialog .button.main').click();
    await options.page.getByText('Choose a folder…').waitFor();
    expect(await ownFiles()).toContain('edited here');
    await list.page.reload();
    await list.page.getByText('Nothing saved yet').waitFor();
    await options.close();
  });

  test('that lies on the disk is remembered, and asked for, where writing was not allowed', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'parallax-chosen-'));
    try {
      // A page of its own: the permission is the browser's here, and nothing stands in for it.
      const own = await browser.openOwn('reading-list.html');
      const { page } = own;
      // A folder that is dropped is the one way to a real handle without the system's own dialog.
      await page.evaluate(() => {
        document.addEventListener('dragover', (event) => event.preventDefault());
        document.addEventListener('drop', async (event) => {
          event.preventDefault();
          const item = event.dataTransfer?.items[0] as unknown as {
            getAsFileSystemHandle(): Promise<FileSystemDirectoryHandle>;
          };
          const handle = await item.getAsFileSystemHandle();
          Object.assign(globalThis, { handle, showDirectoryPicker: async () => handle });
        });
      });
      const session = await page.context().newCDPSession(page);
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        const data = { items: [], files: [folder], dragOperationsMask: 1 };
        await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
      }
      await page.waitForFunction(() => 'handle' in globalThis);
      await openPanel(page);
      await page.getByRole('button', { name: 'Choose a folder…' }).click();
      const name = path.basename(folder);
      await page.getByText(name).first().waitFor();
      // Nobody answers the browser's question here: it is as though the reader had closed it.
      await page.reload();
      await page
        .getByText(`has to be asked again before the folder “${name}” may be used`)
        .waitFor({ state: 'attached' });
      expect(readdirSync(folder)).toEqual([]);
      await own.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('asks no host for anything', () => {
    expect(browser.foreignRequests()).toEqual([]);
  });
});
