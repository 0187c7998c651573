import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Browser, createProfile } from '@puppeteer/browsers';
import { findBrowser } from '../../../scripts/browsers/find.ts';
import { ROOT } from '../../../scripts/root.ts';
import { OUTPUT } from '../../../scripts/start/build.ts';
import { BidiConnection } from './bidi-connection.ts';
import { BidiPage } from './bidi-page.ts';
import type { BrowserUnderTest, PageUnderTest } from './browser-under-test.ts';
import { type RefusingProxy, startRefusingProxy } from './refusing-proxy.ts';
import { LIMIT, until } from './waiting.ts';

/** Folder of the profile in which downloads are laid. */
const DOWNLOADS = 'downloads';
const ADDON = 'parallax@parallax.example';
/** Firefox draws this at random; fixed here, so that the extension's own pages have a known address. */
const HOST = '6c1b8d3c-3f0b-4a4b-9a53-2f2a0f6a9d11';

/**
 * Starts the system's Firefox with the built extension, over WebDriver BiDi. System access is asked for
 * because BiDi opens no `moz-extension:` page without it; pages are driven as any page is.
 *
 * @param extension folder of the extension; null for none.
 */
export async function startFirefox(
  extension: string | null = path.join(ROOT, OUTPUT.firefox),
): Promise<Firefox> {
  const found = findBrowser('firefox');
  if (!found)
    throw new Error('No Firefox was found; `npm test` installs one, or says why it cannot.');
  const proxy = await startRefusingProxy();
  const profile = mkdtempSync(path.join(tmpdir(), 'parallax-firefox-'));
  const downloads = path.join(profile, DOWNLOADS);
  const chosen = preferences(proxy.port, downloads);
  await createProfile(Browser.FIREFOX, { path: profile, preferences: chosen });
  const start = () => launch(found.path, profile, extension);
  const firefox = new Firefox(start, profile, proxy, await start());
  if (extension !== null) await welcomed(firefox);
  return firefox;
}

/**
 * Waits for the page that an installation opens. It comes to the front when it comes: a page that was
 * opened meanwhile would then lie behind it, where nothing is drawn and no key arrives.
 */
async function welcomed(firefox: Firefox): Promise<void> {
  const page = await firefox.opened('/welcome.html');
  await until('the welcome page to load', async () =>
    (await page.evaluate<string>('document.readyState')) === 'complete' ? true : null,
  );
}

interface Tree {
  readonly contexts: readonly { readonly context: string; readonly url: string }[];
}

interface Running {
  readonly process: ChildProcess;
  readonly connection: BidiConnection;
}

export class Firefox implements BrowserUnderTest {
  readonly name = 'firefox';
  /** What Firefox calls the extension. */
  readonly addon = ADDON;
  readonly #start: () => Promise<Running>;
  readonly #profile: string;
  readonly #proxy: RefusingProxy;
  #running: Running;

  constructor(
    start: () => Promise<Running>,
    profile: string,
    proxy: RefusingProxy,
    running: Running,
  ) {
    this.#start = start;
    this.#profile = profile;
    this.#proxy = proxy;
    this.#running = running;
  }

  async open(address: string): Promise<BidiPage> {
    const { page } = await this.#newTab(false);
    await page.navigate(address);
    return page;
  }

  async openOwn(path: string, over?: PageUnderTest): Promise<BidiPage> {
    const { page, context } = await this.#newTab(over !== undefined);
    await over?.toFront();
    const address = `moz-extension://${HOST}/${path}`;
    const params = { context, url: address, wait: 'none' };
    await this.#running.connection.send('browsingContext.navigate', params);
    // A navigation to a page of an extension never reports its end: the page itself is asked.
    return until(`${address} to load`, async () => {
      const state = await page.evaluate<string>('location.href + document.readyState');
      return state === `${address}complete` ? page : null;
    });
  }

  async opened(address: string, known: readonly PageUnderTest[] = []): Promise<BidiPage> {
    const { connection } = this.#running;
    const others = known.flatMap((one) => (one instanceof BidiPage ? [one.context] : []));
    const context = await until(`a tab at ${address}`, async () => {
      const { contexts } = await connection.send<Tree>('browsingContext.getTree', { maxDepth: 0 });
      const found = contexts.find(
        (one) => one.url.includes(address) && !others.includes(one.context),
      );
      return found?.context ?? null;
    });
    return new BidiPage(connection, context);
  }

  /** Value of an expression in the browser's own window, for what no page can do: its sidebar. */
  async inWindow<T>(expression: string): Promise<T> {
    const { connection } = this.#running;
    const { contexts } = await connection.send<Tree>('browsingContext.getTree', {
      maxDepth: 0,
      'moz:scope': 'chrome',
    });
    const context = contexts[0]?.context;
    if (context === undefined) throw new Error('Firefox shows no window of its own.');
    return new BidiPage(connection, context).evaluate<T>(expression);
  }

  /**
   * Presses Alt+Shift and a letter in the browser's own window, as a keyboard does; keys of WebDriver go to
   * the page and never reach the browser's shortcuts.
   */
  async pressInWindow(letter: string): Promise<void> {
    await this.inWindow(`(() => {
      const keys = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
      if (!keys.beginInputTransactionForTests(window)) throw new Error('The window takes no keys.');
      const key = (name, code, keyCode) => new KeyboardEvent('', { key: name, code, keyCode });
      const held = [key('Alt', 'AltLeft', 18), key('Shift', 'ShiftLeft', 16)];
      const pressed = [...held, key('${letter}', 'Key${letter}', ${letter.charCodeAt(0)})];
      for (const one of pressed) keys.keydown(one);
      for (const one of pressed.reverse()) keys.keyup(one);
      return true;
    })()`);
  }

  async restart(): Promise<void> {
    await this.#end();
    this.#running = await this.#start();
  }

  /** Files that were downloaded whole, by name, in the profile's own folder. */
  downloads(): readonly string[] {
    const folder = path.join(this.#profile, DOWNLOADS);
    if (!existsSync(folder)) return [];
    const names = readdirSync(folder).filter((name) => !name.endsWith('.part'));
    return names.map((name) => path.join(folder, name));
  }

  foreignRequests(): readonly string[] {
    return this.#proxy.hosts;
  }

  async close(): Promise<void> {
    await this.#end();
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 20 });
    await this.#proxy.close();
  }

  async #newTab(background: boolean): Promise<{ page: BidiPage; context: string }> {
    const { connection } = this.#running;
    const { context } = await connection.send<{ context: string }>('browsingContext.create', {
      type: 'tab',
      background,
    });
    const viewport = { width: 1280, height: 900 };
    await connection.send('browsingContext.setViewport', { context, viewport });
    return { page: new BidiPage(connection, context), context };
  }

  async #end(): Promise<void> {
    const { process: child, connection } = this.#running;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    // It may be gone before it has answered. Ended by force, it would lose what it has not yet stored.
    const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT);
    await connection.send('browser.close', {}).catch(() => undefined);
    await gone;
    clearTimeout(timer);
  }
}

async function launch(
  program: string,
  profile: string,
  extension: string | null,
): Promise<Running> {
  const child = spawn(
    program,
    [
      '--headless',
      '--no-remote',
      '--profile',
      profile,
      '--remote-debugging-port=0',
      '--remote-allow-system-access',
      'about:blank',
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      // Without it a release build ignores the preference that keeps it from asking for its settings.
      env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
    },
  );
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const [, found] = /WebDriver BiDi listening on (ws:\S+)/u.exec(said) ?? [];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`Firefox ended with code ${code}:\n${said}`)));
  });
  const connection = await BidiConnection.open(address);
  await connection.send('session.subscribe', { events: ['log.entryAdded'] });
  if (extension !== null) {
    const extensionData = { type: 'path', path: extension };
    await connection.send('webExtension.install', { extensionData });
  }
  return { process: child, connection };
}

/**
 * Besides the proxy: a known host, data kept over restarts, a folder for downloads that nobody is asked
 * about, and none of the browser's own traffic.
 */
function preferences(proxyPort: number, downloads: string): Record<string, unknown> {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [ADDON]: HOST }),
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    'intl.locale.requested': 'en-US',
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.alwaysOpenPanel': false,
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'network.proxy.no_proxies_on': '127.0.0.1',
    // Popup and panel lie in tabs behind the page; in their own places no timer of theirs is slowed down.
    'dom.min_background_timeout_value': 4,
    'dom.timeout.enable_budget_timer_throttling': false,
  };
}
