import { beforeAll, describe, expect, test } from 'vitest';
import type { BidiPage } from '../support/bidi-page.ts';
import { startFirefox } from '../support/firefox.ts';
import { tabTo } from '../support/keys.ts';
import { ARTICLE_AND_PLAIN, shareArticle } from '../support/shared-browser.ts';
import { closeCard, openCard, settledEmptiness, settledMarks, until } from '../support/waiting.ts';

/** What Firefox calls our sidebar in its own window. */
const SIDEBAR = 'parallax_parallax_example-sidebar-action';

/** The sidebar itself, beside the page, not its document in a tab. */
describe('the sidebar of Firefox', () => {
  const shared = shareArticle(startFirefox, ARTICLE_AND_PLAIN);
  /** A page of the extension in the background, from which the sidebar's window can be reached. */
  let own: BidiPage;

  beforeAll(async () => {
    own = await shared.browser.openOwn('options.html', shared.article);
  });

  const isOpen = (): Promise<boolean> =>
    shared.browser.inWindow(
      `SidebarController.isOpen && SidebarController.currentID === '${SIDEBAR}'`,
    );
  /** Value of an expression over `view`, the window of the sidebar. */
  const inSidebar = <T>(expression: string): Promise<T> =>
    own.evaluate<T>(
      `((view) => (${expression}))(browser.extension.getViews({ type: 'sidebar' })[0])`,
    );
  const sidebarMeets = (expression: string): Promise<true> =>
    until(expression, async () => ((await inSidebar<boolean>(expression)) ? true : null));

  test('is opened by the button of the popup, as a reader presses it', async ({ task }) => {
    if (task.result?.retryCount) await shared.browser.inWindow('(SidebarController.hide(), true)');
    expect(await isOpen()).toBe(false);
    const popup = await shared.browser.openOwn('popup.html', shared.article);
    await popup.toFront();
    await tabTo(popup, /^Side panel$/u);
    await popup.press('Enter').catch(() => undefined);
    await until('the sidebar', async () => ((await isOpen()) ? true : null));
  });

  test('lists the page in front, whole in its width, with the topics at hand', async () => {
    await shared.article.toFront();
    await sidebarMeets("view.document.querySelectorAll('.match').length > 20");
    await sidebarMeets("view.document.querySelectorAll('.topics li').length > 1");
    await sidebarMeets('view.document.documentElement.scrollWidth <= view.innerWidth');
    await sidebarMeets(
      "(({ top, bottom }) => top > 0 && bottom <= view.innerHeight)(view.document.querySelector('.topics').getBoundingClientRect())",
    );
  });

  test('keeps in step with the page while it is scrolled, list and topics', async () => {
    const inSight = "view.document.querySelector('.matches [data-in-sight] .words')?.textContent";
    await shared.article.evaluate('scrollTo({ top: 0, behavior: "instant" }) ?? true');
    const all = await inSidebar<string[]>(
      "[...view.document.querySelectorAll('.matches .words')].map((words) => words.textContent)",
    );
    await sidebarMeets(`${inSight} === ${JSON.stringify(all[0])}`);
    await shared.article.evaluate(
      'scrollTo({ top: document.body.scrollHeight, behavior: "instant" }) ?? true',
    );
    await sidebarMeets(`${inSight} !== ${JSON.stringify(all[0])}`);
    const isShown = (part: string): Promise<true> =>
      sidebarMeets(
        `(({ top, bottom }) => top >= 0 && bottom <= view.innerHeight)(view.document.querySelector('${part}').getBoundingClientRect())`,
      );
    await isShown('.matches [data-in-sight]');
    await shared.article.evaluate(`(() => {
      const range = [...CSS.highlights.get('parallax-framing')].find((one) => String(one).includes('junior partner'));
      scrollBy({ top: range.getBoundingClientRect().top - 2, behavior: 'instant' });
      return true;
    })()`);
    await sidebarMeets(
      "view.document.querySelector('.topics [data-in-sight] h3')?.textContent === 'Is it a partnership of equals?'",
    );
    await isShown('.topics [data-in-sight] h3');
    await shared.article.evaluate('scrollTo({ top: 0, behavior: "instant" }) ?? true');
    await sidebarMeets(`${inSight} === ${JSON.stringify(all[0])}`);
  });

  test('opens a card on the page and stays', async () => {
    await inSidebar("view.document.querySelectorAll('.match')[1].click() ?? true");
    expect((await openCard(shared.article)).text).toContain('Vladimir Putin');
    await sidebarMeets("view.document.querySelector('[aria-current=true].match') !== null");
    expect(await isOpen()).toBe(true);
    await closeCard(shared.article);
  });

  test('follows the reader to other tabs, and says how each stands', async () => {
    const other = await shared.browser.open(`${shared.server.origin}/plain.html`);
    await sidebarMeets("view.document.body.innerText.includes('not about the subject')");
    await own.toFront();
    await sidebarMeets("view.document.body.innerText.includes('keeps its own pages closed')");
    await other.close();
    await shared.article.toFront();
    await sidebarMeets("view.document.querySelectorAll('.match').length > 20");
  });

  test('switches the site off and on', async () => {
    const press = "view.document.querySelector('[role=switch]').click() ?? true";
    await inSidebar(press);
    await sidebarMeets("view.document.body.innerText.includes('off on this site')");
    await settledEmptiness(shared.article);
    await inSidebar(press);
    await settledMarks(shared.article);
    await sidebarMeets("view.document.querySelectorAll('.match').length > 20");
  });

  test('is closed by the browser and leaves nothing running', async () => {
    await shared.browser.inWindow('(SidebarController.hide(), true)');
    await until('no view', async () =>
      (await own.evaluate<number>("browser.extension.getViews({ type: 'sidebar' }).length")) === 0
        ? true
        : null,
    );
    expect([...shared.article.errors(), ...own.errors()]).toEqual([]);
  });
});
