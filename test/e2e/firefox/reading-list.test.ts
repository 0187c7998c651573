import { readFileSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PageServer, servePages } from '../../../scripts/serve/page-server.ts';
import { SAMPLE_FILE } from '../../../scripts/serve/sample-page.ts';
import type { BidiPage } from '../support/bidi-page.ts';
import { type Firefox, startFirefox } from '../support/firefox.ts';
import { type } from '../support/keys.ts';
import { clickButton, clickMark, openCard, settledMarks, until } from '../support/waiting.ts';

const EQUALITY = 'mutual equality and mutual respect';
const TARIFFS = 'Imposing high tariffs defies common sense';
const NOTE = 'compare with the statement of 2023';

/** The reading list as a reader of Firefox has it. The tests build on one another, in order. */
describe('the reading list in Firefox', () => {
  let browser: Firefox;
  let server: PageServer;
  let list: BidiPage;
  /** What was exported. */
  let file = '';

  beforeAll(async () => {
    const body = readFileSync(SAMPLE_FILE, 'utf8');
    server = await servePages(() => ({ type: 'text/html; charset=utf-8', body }));
    browser = await startFirefox();
    const article = await browser.open(`${server.origin}/article.html`);
    await settledMarks(article);
    for (const words of [EQUALITY, TARIFFS]) {
      await clickMark(article, words);
      await openCard(article);
      await clickButton(article, /^Save passage$/u);
      await until('the word “Saved”', async () =>
        /Saved/u.test((await openCard(article)).text) ? true : null,
      );
      await article.press('Escape');
    }
    await browser.restart();
    list = await browser.openOwn('reading-list.html');
    await list.toFront();
    await passages(2);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const meets = (expression: string): Promise<true> =>
    until(expression, async () => ((await list.evaluate<boolean>(expression)) ? true : null));
  const says = (words: string): Promise<true> =>
    meets(`document.body.innerText.includes(${JSON.stringify(words)})`);
  const passages = (count: number): Promise<true> =>
    meets(`document.querySelectorAll('.passage').length === ${count}`);
  /** An expression for the passage of those words, and for a control in it by its name. */
  const row = (words: string): string =>
    `[...document.querySelectorAll('.passage')].find((each) => each.textContent.includes(${JSON.stringify(words)}))`;
  const named = (name: string, within = 'document'): string =>
    `[...(${within})?.querySelectorAll('button, summary, input, select, textarea') ?? []].find((each) =>
      each.checkVisibility() && (each.getAttribute('aria-label') ?? each.textContent).trim() === ${JSON.stringify(name)})`;

  /** A real click in the middle of an element, once it is there and stands still. */
  async function click(element: string): Promise<void> {
    let last = '';
    const place = await until(element, async () => {
      const box = await list.evaluate<{ x: number; y: number } | null>(`((element) => {
        if (!element) return null;
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { x, y, width, height } = element.getBoundingClientRect();
        return width > 0 ? { x: x + width / 2, y: y + height / 2 } : null;
      })(${element})`);
      const isStill = box !== null && JSON.stringify(box) === last;
      last = JSON.stringify(box);
      return isStill ? box : null;
    });
    await list.click(place.x, place.y);
  }

  test('holds after a restart what was saved, with its original wording', async () => {
    await says('俄中关系建立在相互平等、相互尊重基础上');
    await says('Vladimir Putin');
  });

  test('keeps a note, a tag and a status, over a reload', async () => {
    await click(named('Add a note', row(EQUALITY)));
    await meets("document.activeElement?.localName === 'textarea'");
    await type(list, NOTE);
    await click(named('Keep the note', row(EQUALITY)));
    await says(NOTE);
    await click(named('Add a tag', row(EQUALITY)));
    await type(list, 'equals');
    await list.press('Enter');
    await meets(`(${row(EQUALITY)}).querySelector('.tags li')?.textContent.includes('equals')`);
    await list.evaluate(`(${named('Status', row(EQUALITY))}).focus() ?? true`);
    await list.press('D');
    await list.reload();
    await passages(2);
    await says(NOTE);
    await meets(`(${named('Status', row(EQUALITY))}).value === 'done'`);
    await meets(`(${row(EQUALITY)}).querySelector('.tags li') !== null`);
  });

  test('finds by words of the note and of the original, and marks them', async () => {
    await click(named('Search passages, notes and titles'));
    await type(list, 'statement');
    await passages(1);
    await meets("document.querySelector('.note mark')?.textContent.toLowerCase() === 'statement'");
    await click(named('Clear the search'));
    await passages(2);
    await click(named('Search passages, notes and titles'));
    await type(list, '相互尊重');
    await passages(1);
    await click(named('Clear the search'));
    await passages(2);
  });

  test('deletes, and brings back with its note', async () => {
    await click(named('Delete', row(EQUALITY)));
    await passages(1);
    await click(named('Undo'));
    await passages(2);
    await says(NOTE);
  });

  test('follows another window', async () => {
    const other = await browser.openOwn('reading-list.html', list);
    await until('both passages there', async () =>
      (await other.evaluate<number>("document.querySelectorAll('.passage').length")) === 2
        ? true
        : null,
    );
    await click(named('Delete', row(TARIFFS)));
    await until('one passage there', async () =>
      (await other.evaluate<number>("document.querySelectorAll('.passage').length")) === 1
        ? true
        : null,
    );
    await click(named('Undo'));
    await passages(2);
    await other.close();
  });

  test('is exported to a file', async () => {
    await click(named('Export'));
    file = await until('the file', async () => {
      const [found] = browser.downloads().filter((each) => each.endsWith('.json'));
      return found !== undefined && statSync(found).size > 0 ? found : null;
    });
    const text = await until('the whole file', async () => {
      const { format, passages } = JSON.parse(readFileSync(file, 'utf8'));
      return { format, passages };
    });
    expect(text.format).toBe('parallax-reading-list');
    expect(text.passages.map(({ note }: { note: string }) => note).sort()).toEqual(['', NOTE]);
  });

  test('takes the file in again: shows first what would change, and changes it when told to', async () => {
    await click(named('Delete', row(EQUALITY)));
    await passages(1);
    await list.setFiles('input[type=file]', [file]);
    await meets("document.querySelector('dialog[open] .samples')?.innerText.includes('mutual')");
    expect(await list.evaluate("document.querySelectorAll('.passage').length")).toBe(1);
    await click(named('Cancel', "document.querySelector('dialog[open]')"));
    await meets("document.querySelector('dialog[open]') === null");
    expect(await list.evaluate("document.querySelectorAll('.passage').length")).toBe(1);
    await list.setFiles('input[type=file]', [file]);
    await click(named('Merge', "document.querySelector('dialog[open]')"));
    await passages(2);
    await says(NOTE);
  });

  test('opens the live page at the passage', async () => {
    await click(named('Open at the passage', row(TARIFFS)));
    const page = await browser.opened('/article.html');
    await until('the passage in sight', async () =>
      (await page.evaluate<boolean>(`(() => {
        const held = [...document.querySelectorAll('p, li, blockquote')].find((each) => each.textContent.replace(/\\s+/g, ' ').includes(${JSON.stringify(TARIFFS)}));
        const { top, bottom } = held.getBoundingClientRect();
        return scrollY > 0 && bottom > 0 && top < innerHeight;
      })()`))
        ? true
        : null,
    );
    await page.close();
  });

  test('meets no error and asks no host for anything', () => {
    expect(list.errors()).toEqual([]);
    expect(browser.foreignRequests()).toEqual([]);
  });
});
