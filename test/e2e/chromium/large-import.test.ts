import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listFile } from '../../bench/list-file.ts';
import { writeJson } from '../../support/written.ts';
import { generatedList } from '../../unit/reading-list/generated.ts';
import { type Chromium, type ChromiumPage, startChromium } from '../support/chromium.ts';
import { onSecondTry } from '../support/shared-browser.ts';

const PASSAGES = 63_000;
const LONG = 300_000;
const LARGE = 'large.json';
const AT = new Date('2026-02-03T04:05:06Z');
const SCRIPT = '<img src=x onerror="globalThis.hacked = true"><script>hacked = true</script>';

/** Runs in the page: whether a bar says how far it is. One that says nothing stands at -1. */
function isUnderWay(): boolean {
  const bar = document.querySelector('dialog progress');
  return bar instanceof HTMLProgressElement && bar.position > 0 && bar.position < 1;
}

describe('importing a file', { timeout: LONG }, () => {
  let browser: Chromium;
  let list: ChromiumPage;
  let folder: string;

  async function open(): Promise<void> {
    browser = await startChromium();
    list = await browser.openOwn('reading-list.html');
    await list.page.getByText('Nothing saved yet').waitFor();
    list.page.setDefaultTimeout(LONG);
  }

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'parallax-import-'));
    writeFileSync(path.join(folder, LARGE), listFile(PASSAGES));
    await open();
  });
  onSecondTry(async () => {
    await browser.close();
    await open();
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const choose = (file: string): Promise<void> =>
    list.page.locator('input[type="file"]').setInputFiles(file);
  const fileOf = (name: string, text: string): string => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  const dialog = () => list.page.locator('dialog[open]');
  const cancel = () => dialog().getByRole('button', { name: 'Cancel' }).click();
  const isEmpty = () => list.page.getByText('Nothing saved yet').waitFor();

  test.each([
    ['cut off', () => listFile(50).slice(0, 20_000), 'not whole JSON'],
    ['of another kind', () => '{"some": "thing else"}', 'not a reading list'],
    [
      'of a newer version',
      () => writeJson({ pages: [], unreadable: [] }, AT).replace('"version": 1', '"version": 2'),
      'newer version',
    ],
    ['empty', () => '', 'The file is empty'],
  ])('refuses one that is %s, says why, and leaves the list', async (_, text, words) => {
    await choose(fileOf('refused.json', text()));
    await dialog().getByText(words).waitFor();
    await cancel();
    await isEmpty();
  });

  test('takes of a hostile one what is sound, says what it left out, and runs nothing', async () => {
    const [listed] = generatedList(1, 1);
    if (!listed) throw new Error('Nothing was generated.');
    const [passage] = listed.passages;
    const evil = { ...passage, note: SCRIPT, tags: [SCRIPT] };
    const text = JSON.stringify({
      ...{ format: 'parallax-reading-list', version: 1, exportedAt: AT.toISOString() },
      pages: [{ ...listed.page, title: SCRIPT, site: SCRIPT, author: SCRIPT }],
      passages: [
        { ...evil, selector: { ...passage?.selector, exact: SCRIPT } },
        { ...evil, id: 'runs', source: 'javascript:hacked=true' },
        { ...evil, id: 'long', note: 'x'.repeat(1_000_000) },
        'PROTOTYPE',
      ],
      unreadable: [],
    }).replace('"PROTOTYPE"', '{"__proto__":{"hacked":true},"id":"proto"}');
    await choose(fileOf('hostile.json', text));
    await dialog().getByText('Left out').first().waitFor();
    await dialog().getByRole('button', { name: 'Merge', exact: true }).click();
    await list.page.getByText('3 left out').waitFor();
    await list.page.locator('.passage blockquote', { hasText: 'onerror' }).waitFor();
    await expect.poll(() => list.page.locator('.passage').count()).toBe(1);
    expect(await list.evaluate('globalThis.hacked ?? ({}).hacked ?? null')).toBeNull();
    expect(await list.page.locator('img').count()).toBe(0);
    await list.page.getByRole('button', { name: 'Undo' }).click();
    await isEmpty();
  });

  test('of 50 MB shows how far it is, and leaves the list where the reader cancels it', async () => {
    const file = path.join(folder, LARGE);
    expect(statSync(file).size).toBeGreaterThan(50 * 1024 * 1024);
    await choose(file);
    await list.page.waitForFunction(isUnderWay);
    await cancel();
    await isEmpty();

    await choose(file);
    await dialog().getByRole('button', { name: 'Merge', exact: true }).click();
    await list.page.waitForFunction(isUnderWay);
    await cancel();
    await list.page.getByText('Import cancelled. The list is as it was.').waitFor();
    await list.page.reload();
    await isEmpty();
  });

  test('of 50 MB is in the list once it is said to be', async () => {
    await choose(path.join(folder, LARGE));
    await dialog().getByRole('button', { name: 'Merge', exact: true }).click();
    await list.page.getByText('Imported: 70,875 added, 0 changed, 0 left out.').waitFor();
    expect(
      await list.evaluate(`new Promise((resolve) => {
        const opening = indexedDB.open('parallax-reading-list');
        opening.onsuccess = () => {
          const count = opening.result.transaction('passages').objectStore('passages').count();
          count.onsuccess = () => resolve(count.result);
        };
      })`),
    ).toBe(PASSAGES);
  });
});
