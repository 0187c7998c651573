import type { PageView, Result } from '../../../utils/messages.ts';
import type { BrowserUnderTest, PageUnderTest } from './browser-under-test.ts';

/** The extension's API in its own pages, whichever name the browser gives it. */
const API = '(globalThis.browser ?? globalThis.chrome)';

/** What the extension says stands on `page`: the call that the toolbar popup makes. */
export async function pageView(browser: BrowserUnderTest, page: PageUnderTest): Promise<PageView> {
  const address = await page.evaluate<string>('location.href');
  const own = await browser.openOwn('popup.html', page);
  try {
    const message = { parallax: 1, to: 'page', name: 'view', request: null };
    const answer = await own.evaluate<Result<PageView>>(
      `${API}.tabs.query({}).then((tabs) => ${API}.tabs.sendMessage(
        tabs.find(({ url }) => url === ${JSON.stringify(address)}).id,
        ${JSON.stringify(message)}, { frameId: 0 }))`,
    );
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value;
  } finally {
    await own.close();
  }
}

/** Stores a setting as the extension's own pages do, one key a field. */
export async function setSetting(
  browser: BrowserUnderTest,
  field: string,
  value: unknown,
): Promise<void> {
  const own = await browser.openOwn('popup.html');
  try {
    const items = JSON.stringify({ [`settings.${field}`]: value });
    await own.evaluate(`${API}.storage.local.set(${items}).then(() => true)`);
  } finally {
    await own.close();
  }
}

/** Takes back every setting that was stored, which open pages follow at once. */
export async function resetSettings(browser: BrowserUnderTest): Promise<void> {
  const own = await browser.openOwn('popup.html');
  try {
    await own.evaluate(`${API}.storage.local.get().then((items) => ${API}.storage.local.remove(
      Object.keys(items).filter((key) => key.startsWith('settings.')))).then(() => true)`);
  } finally {
    await own.close();
  }
}

/** A script that the extension registered with the browser, as far as tests look at it. */
interface RegisteredScript {
  /** Firefox says null where there are none. */
  readonly excludeMatches?: readonly string[] | null;
}

/** The scripts that the extension has registered besides those of its manifest. */
export async function earlyScripts(
  browser: BrowserUnderTest,
): Promise<readonly RegisteredScript[]> {
  const own = await browser.openOwn('popup.html');
  try {
    return await own.evaluate(`${API}.scripting.getRegisteredContentScripts()`);
  } finally {
    await own.close();
  }
}
