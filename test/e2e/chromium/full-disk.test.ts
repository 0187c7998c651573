import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeJson } from '../../support/written.ts';
import { generatedList } from '../../unit/reading-list/generated.ts';
import { type Chromium, type ChromiumPage, startChromium } from '../support/chromium.ts';
import { until } from '../support/waiting.ts';

const LIST = generatedList(12, 3);
const PASSAGES = LIST.flatMap(({ passages }) => passages);
const AT = new Date('2026-02-03T04:05:06Z');

const fileOf = (text: string) => ({
  name: 'list.json',
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});

/** Everything in the list's own database, as it is stored. */
const STORED = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('parallax-reading-list');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const tx = opening.result.transaction(['pages', 'passages']);
    const all = ['pages', 'passages'].map((name) => tx.objectStore(name).getAll());
    tx.oncomplete = () => {
      opening.result.close();
      resolve(JSON.stringify(all.map(({ result }) => result)));
    };
  };
})`;

describe('a reading list whose room on the disk is used up', () => {
  let browser: Chromium;
  let list: ChromiumPage;

  beforeAll(async () => {
    browser = await startChromium();
    list = await browser.openOwn('reading-list.html');
    await list.page.getByText('Nothing saved yet').waitFor();
    await list.page
      .locator('input[type="file"]')
      .setInputFiles(fileOf(writeJson({ pages: LIST, unreadable: [] }, AT)));
    await list.page.getByRole('button', { name: 'Merge', exact: true }).click();
    await list.page.getByText('Imported:').waitFor();
  });

  afterAll(async () => {
    await browser?.close();
  });

  /**
   * The extension may use the whole disk, so no quota can be set for it: the browser's own refusal is
   * given to its writes instead. A real quota is met in `test/browser/reading-list-quota.test.ts`.
   */
  async function setFull(isFull: boolean): Promise<void> {
    await list.evaluate(`(() => {
      const { prototype } = IDBObjectStore;
      prototype.realPut ??= prototype.put;
      prototype.put = ${isFull}
        ? function () { throw new DOMException('The quota has been exceeded.', 'QuotaExceededError'); }
        : prototype.realPut;
    })()`);
  }

  test('says how much is in use', async () => {
    await list.page.locator('details.storage summary').click();
    await list.page.getByText('In use on this computer:').waitFor();
  });

  test('tells the reader that a note was not kept, and loses nothing', async () => {
    const before = await list.evaluate<string>(STORED);
    await setFull(true);
    const row = list.page.locator('.passage').first();
    const words = `written on a full disk ${'x'.repeat(5_000)}`;
    await row
      .getByRole('button', { name: /(Add|Edit)/u })
      .first()
      .click();
    await row.getByRole('textbox').first().fill(words);
    await row.getByRole('button', { name: 'Keep the note' }).click();
    await list.page.getByText('There is no room left').waitFor();
    expect(await list.evaluate<string>(STORED)).toBe(before);
    // Neither is what was written: it stands in its field until there is room.
    expect(await row.getByRole('textbox').first().inputValue()).toBe(words);
    await row.getByRole('button', { name: 'Cancel' }).click();
  });

  test('tells the reader that another number of copies was not stored', async () => {
    const kept = list.page.getByLabel('Backups kept');
    await expect.poll(() => kept.inputValue()).toBe('5');
    await kept.fill('7');
    await kept.press('Tab');
    await list.page.getByText('There is no room left').waitFor();
    await until('the number that is stored', async () =>
      (await kept.inputValue()) === '5' ? true : null,
    );
  });

  test('changes nothing where an import does not fit, and says why', async () => {
    const before = await list.evaluate<string>(STORED);
    const more = generatedList(800, 4, 7).map(({ page, passages }) => ({
      page: { ...page, id: `more-${page.id}`, forms: [`${page.forms[0]}more`] },
      passages: passages.map((each) => ({
        ...each,
        id: `more-${each.id}`,
        page: `more-${page.id}`,
        note: 'y'.repeat(2_000),
      })),
    }));
    await list.page
      .locator('input[type="file"]')
      .setInputFiles(fileOf(writeJson({ pages: more, unreadable: [] }, AT)));
    await list.page.getByRole('button', { name: 'Merge', exact: true }).click();
    await list.page.locator('dialog').getByText('There is no room left').waitFor();
    await list.page.locator('dialog').getByRole('button', { name: 'Cancel' }).click();
    expect(await list.evaluate<string>(STORED)).toBe(before);
  });

  test('can still be searched and exported while it is full', async () => {
    const search = list.page.getByRole('textbox', { name: /Search/u });
    await search.fill('directed');
    await list.page.locator('mark').first().waitFor();
    await search.fill('');
    const [download] = await Promise.all([
      list.page.waitForEvent('download'),
      list.page.getByRole('button', { name: 'Export', exact: true }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const exported = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    expect(exported.passages).toHaveLength(PASSAGES.length);
  });

  test('keeps what is written again once there is room', async () => {
    await setFull(false);
    const row = list.page.locator('.passage').first();
    await row
      .getByRole('button', { name: /(Add|Edit)/u })
      .first()
      .click();
    await row.getByRole('textbox').first().fill('written when there was room');
    await row.getByRole('button', { name: 'Keep the note' }).click();
    await row.getByText('written when there was room').waitFor();
    await list.page.reload();
    await list.page.getByText('written when there was room').first().waitFor();
  });
});

describe('a reading list that cannot be opened', () => {
  let browser: Chromium;

  beforeAll(async () => {
    browser = await startChromium();
  });

  afterAll(async () => {
    await browser?.close();
  });

  test('says so and offers to try again, and its copies can be taken out', async () => {
    const list = await browser.openOwn('reading-list.html');
    await list.page.getByText('Nothing saved yet').waitFor();
    await list.page
      .locator('input[type="file"]')
      .setInputFiles(fileOf(writeJson({ pages: LIST, unreadable: [] }, AT)));
    await list.page.getByRole('button', { name: 'Merge', exact: true }).click();
    await list.page.getByText('Imported:').waitFor();
    // The copy of the day is made where the list is opened with something in it.
    await list.page.reload();
    await list.page.locator('details.storage summary').click();
    await list.page.locator('details.storage li').first().waitFor();
    await list.page.addInitScript(`
      const open = IDBFactory.prototype.open;
      globalThis.isBroken = true;
      IDBFactory.prototype.open = function (name, version) {
        if (!globalThis.isBroken || name !== 'parallax-reading-list') return open.call(this, name, version);
        const request = new EventTarget();
        Object.defineProperty(request, 'error', { value: new DOMException('Internal error.', 'UnknownError') });
        setTimeout(() => request.dispatchEvent(new Event('error')));
        return Object.setPrototypeOf(request, IDBOpenDBRequest.prototype);
      };`);
    await list.page.reload();
    await list.page.getByText('The reading list could not be opened').waitFor();
    await list.page.locator('details.storage summary').click();
    const [copy] = await Promise.all([
      list.page.waitForEvent('download'),
      list.page.locator('details.storage').getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(copy.suggestedFilename()).toContain('backup');
    await list.evaluate('(globalThis.isBroken = false)');
    await list.page.getByRole('button', { name: 'Try again' }).click();
    await list.page.locator('.passage').first().waitFor();
    await list.close();
  });
});
