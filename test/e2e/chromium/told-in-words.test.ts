import { describe, expect, test } from 'vitest';
import { startChromium } from '../support/chromium.ts';
import { setSetting } from '../support/own-pages.ts';
import { onSecondTry, shareArticle } from '../support/shared-browser.ts';
import {
  clickButton,
  clickMark,
  openCard,
  settledEmptiness,
  settledMarks,
  until,
} from '../support/waiting.ts';

const WORDS = 'mutual equality and mutual respect';
const BODY = `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Talks</title>
<p>China and Russia.</p><p>The Russian side said that Russia-China relations are built on the basis of ${WORDS}, in Moscow.</p></html>`;

/** What goes wrong behind a card is said on it, with what to do, and nothing is lost. */
describe('the reader is told in a sentence', () => {
  const shared = shareArticle(startChromium, BODY, '/talks.html');

  const cardSays = (words: string): Promise<true> =>
    until(`a card that says “${words}”`, async () => {
      const card = (await shared.article.hidden()).find(
        ({ attributes }) => attributes.role === 'dialog',
      );
      return card?.text.includes(words) || card?.attributes['aria-label']?.includes(words)
        ? true
        : null;
    });

  async function killWorker(): Promise<void> {
    const session = await shared.browser.run.context.newCDPSession(shared.article.page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await session.detach();
  }

  /** Keeps the worker busy from now on, so that it answers nobody for that time, in milliseconds. */
  async function busy(time: number): Promise<void> {
    const worker = await shared.browser.run.worker();
    await worker.evaluate((length) => {
      setTimeout(() => {
        const end = Date.now() + length;
        while (Date.now() < end);
      });
    }, time);
  }

  /** Waits until the worker answers again. */
  async function idle(): Promise<void> {
    const worker = await shared.browser.run.worker();
    await worker.evaluate(() => true);
  }

  onSecondTry(killWorker);

  test('that its answer is being looked up, where the answer comes late', async () => {
    // Long enough for a click on a busy machine.
    await busy(6_000);
    await clickMark(shared.article, WORDS);
    await cardSays('Looking it up…');
    await cardSays('Vladimir Putin');
    await shared.article.press('Escape');
  });

  test('that no answer came, where it never comes, and the next try is answered', async () => {
    await busy(26_000);
    await clickMark(shared.article, WORDS);
    await cardSays('No answer came in time. Try again;');
    await shared.article.press('Escape');
    await idle();
    await clickMark(shared.article, WORDS);
    await cardSays('Vladimir Putin');
    await shared.article.press('Escape');
  });

  test('that an entry is no longer in the index', async () => {
    const worker = await shared.browser.run.worker();
    await worker.evaluate(() => {
      const { parse } = JSON;
      // As after an update of the pack that took the entry out.
      JSON.parse = (text, ...more) =>
        text.includes('"kind":"clause"') ? null : parse(text, ...more);
    });
    await clickMark(shared.article, WORDS);
    await cardSays('This entry is no longer in the index. Reload the page');
    await setSetting(shared.browser, 'interfaceLanguage', 'ru');
    await shared.article.toFront();
    await settledMarks(shared.article);
    await clickMark(shared.article, WORDS);
    await cardSays('Этой записи больше нет в указателе. Перезагрузите страницу');
    await setSetting(shared.browser, 'interfaceLanguage', 'auto');
    await shared.article.toFront();
    await shared.article.press('Escape');
    await killWorker();
    await settledMarks(shared.article);
    await clickMark(shared.article, WORDS);
    await cardSays('Vladimir Putin');
    await shared.article.press('Escape');
  });

  test('that there is no room for what is to be saved; what was saved is unharmed', async () => {
    await clickMark(shared.article, WORDS);
    await openCard(shared.article);
    const worker = await shared.browser.run.worker();
    await worker.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      const full = (): never => {
        throw new DOMException('The disk is full.', 'QuotaExceededError');
      };
      Object.assign(IDBObjectStore.prototype, { put: full, free: put });
    });
    await clickButton(shared.article, /^Save passage$/u);
    await cardSays('There is no room left on the disk for the reading list. Free some space');
    await worker.evaluate(() => {
      const { free } = IDBObjectStore.prototype as unknown as { free: IDBObjectStore['put'] };
      IDBObjectStore.prototype.put = free;
    });
    await clickButton(shared.article, /^Save passage$/u);
    await cardSays('Saved to the reading list.');
    await shared.article.press('Escape');
  });

  test('that a choice could not be stored; the mark stays', async () => {
    await clickMark(shared.article, WORDS);
    await openCard(shared.article);
    await clickButton(shared.article, /^More$/u);
    const worker = await shared.browser.run.worker();
    await worker.evaluate(() => {
      navigator.locks.request = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
    });
    await clickButton(shared.article, /^Do not mark anywhere$/u);
    await cardSays('The choice could not be stored, so everything is as it was.');
    expect((await shared.article.marks()).some(({ text }) => text.includes(WORDS))).toBe(true);
    const pressed = (await shared.article.hidden()).filter(
      ({ attributes }) => attributes['aria-pressed'] === 'true',
    );
    expect(pressed.map(({ text }) => text)).toEqual(['Saved']);
    await shared.article.press('Escape');
  });

  test('in the popup too, and the switch stays as it was', async () => {
    const popup = await shared.browser.openOwn('popup.html', shared.article);
    await shared.article.toFront();
    const everywhere = popup.page.getByRole('switch', { name: 'Everywhere' });
    await everywhere.waitFor();
    await popup.page.evaluate(() => {
      navigator.locks.request = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
    });
    await everywhere.click();
    await popup.page
      .getByRole('status')
      .getByText('The choice could not be stored, so everything is as it was.')
      .waitFor();
    await expect.poll(() => everywhere.getAttribute('aria-checked')).toBe('true');
    await popup.close();
  });

  test('nothing at all where the worker is killed under an open card: everything on it works', async () => {
    await clickMark(shared.article, WORDS);
    await openCard(shared.article);
    await killWorker();
    await clickButton(shared.article, /^Saved$/u);
    await cardSays('Removed from the reading list.');
    await killWorker();
    await clickButton(shared.article, /^Save passage$/u);
    await cardSays('Saved to the reading list.');
    await killWorker();
    await clickButton(shared.article, /^More$/u);
    await clickButton(shared.article, /^Do not mark on this site$/u);
    await cardSays('No longer marked on this site.');
    await killWorker();
    await clickButton(shared.article, /^Undo$/u);
    await cardSays('Marked again.');
    await settledMarks(shared.article);
    await shared.article.press('Escape');
    expect(shared.article.errors()).toEqual([]);
  });

  test('that the extension has gone under an open card, and the page is left as it was', async () => {
    await clickMark(shared.article, WORDS);
    await openCard(shared.article);
    const worker = await shared.browser.run.worker();
    await worker
      .evaluate(() => {
        const { chrome } = globalThis as unknown as { chrome: { runtime: { reload(): void } } };
        chrome.runtime.reload();
      })
      .catch(() => undefined);
    await until('the notice', async () =>
      (await shared.article.hidden()).some(
        ({ attributes, text }) =>
          attributes.role === 'status' && text.startsWith('Parallax was updated or switched off'),
      )
        ? true
        : null,
    );
    expect(
      (await shared.article.hidden()).some(({ attributes }) => attributes.role === 'dialog'),
    ).toBe(false);
    await settledEmptiness(shared.article);
    await until('a page as it was', async () =>
      (await shared.article.evaluate<number>('document.documentElement.children.length')) === 2
        ? true
        : null,
    );
    expect(shared.article.errors()).toEqual([]);
  });
});
