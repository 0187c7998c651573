import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import {
  type HiddenElement,
  middleOf,
  readClosedRoots,
} from '../../../scripts/browsers/card-view.ts';
import { findBrowser } from '../../../scripts/browsers/find.ts';
import { type ChromiumRun, launchChromium } from '../../../scripts/browsers/launch-chromium.ts';
import { type PageMark, readMarks } from '../../../scripts/browsers/page-marks.ts';
import { ROOT } from '../../../scripts/root.ts';
import { OUTPUT } from '../../../scripts/start/build.ts';
import type { BrowserUnderTest, PageUnderTest } from './browser-under-test.ts';
import { type RefusingProxy, startRefusingProxy } from './refusing-proxy.ts';
import { until } from './waiting.ts';

/** Starts the system's Chromium with the built extension; all but loopback goes to a refusing proxy. */
export async function startChromium({
  keepsPages = false,
  flags = [],
}: {
  keepsPages?: boolean;
  flags?: readonly string[];
} = {}): Promise<Chromium> {
  const found = findBrowser('chromium');
  if (!found)
    throw new Error('No Chromium was found; `npm test` installs one, or says why it cannot.');
  const proxy = await startRefusingProxy();
  const profile = mkdtempSync(path.join(tmpdir(), 'parallax-chromium-'));
  const start = (): Promise<ChromiumRun> =>
    launchChromium({
      executable: found.path,
      extension: path.join(ROOT, OUTPUT.chromium),
      profile,
      headless: true,
      keepsPages,
      flags: [`--proxy-server=http://127.0.0.1:${proxy.port}`, '--lang=en-GB', ...flags],
    });
  const chromium = new Chromium(start, await start(), proxy, profile);
  // It comes to the front when it comes: a page that was opened meanwhile would then lie behind it.
  await chromium.opened('/welcome.html');
  return chromium;
}

export class Chromium implements BrowserUnderTest {
  readonly name = 'chromium';
  readonly #start: () => Promise<ChromiumRun>;
  readonly #proxy: RefusingProxy;
  readonly #profile: string;
  #run: ChromiumRun;

  constructor(
    start: () => Promise<ChromiumRun>,
    run: ChromiumRun,
    proxy: RefusingProxy,
    profile: string,
  ) {
    this.#start = start;
    this.#run = run;
    this.#proxy = proxy;
    this.#profile = profile;
  }

  /** The running browser, for tests of what only Chromium's protocol shows. */
  get run(): ChromiumRun {
    return this.#run;
  }

  async open(address: string): Promise<ChromiumPage> {
    const opened = new ChromiumPage(await this.#run.context.newPage());
    await opened.navigate(address);
    return opened;
  }

  async openOwn(path: string, over?: PageUnderTest): Promise<ChromiumPage> {
    const opened = new ChromiumPage(await this.#run.context.newPage());
    await over?.toFront();
    await opened.navigate(`chrome-extension://${this.#run.extensionId}/${path}`);
    return opened;
  }

  async opened(address: string, known: readonly PageUnderTest[] = []): Promise<ChromiumPage> {
    const others = known.flatMap((one) => (one instanceof ChromiumPage ? [one.page] : []));
    const page = await until(`a tab at ${address}`, async () => {
      const pages = this.#run.context.pages();
      return pages.find((one) => one.url().includes(address) && !others.includes(one)) ?? null;
    });
    await page.waitForLoadState('load');
    return new ChromiumPage(page);
  }

  async restart(): Promise<void> {
    await this.#run.context.close();
    this.#run = await this.#start();
  }

  foreignRequests(): readonly string[] {
    return this.#proxy.hosts;
  }

  async close(): Promise<void> {
    await this.#run.context.close();
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 20 });
    await this.#proxy.close();
  }
}

export class ChromiumPage implements PageUnderTest {
  readonly page: Page;
  readonly #errors: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.#errors.push(error.message));
  }

  async evaluate<T>(expression: string): Promise<T> {
    return (await this.page.evaluate(`(async () => await (${expression}))()`)) as T;
  }

  async marks(): Promise<readonly PageMark[]> {
    return readMarks(this.page);
  }

  async hidden(): Promise<readonly HiddenElement[]> {
    return readClosedRoots(this.page);
  }

  async click(x: number, y: number): Promise<void> {
    await this.page.mouse.click(x, y);
  }

  async clickHidden(element: HiddenElement): Promise<void> {
    const { x, y } = await middleOf(this.page, element);
    await this.page.mouse.click(x, y);
  }

  async press(key: string, modifiers: readonly string[] = []): Promise<void> {
    await this.page.keyboard.press([...modifiers, key].join('+'));
  }

  async navigate(address: string): Promise<void> {
    await this.page.goto(address, { waitUntil: 'load' });
  }

  async toFront(): Promise<void> {
    await this.page.bringToFront();
  }

  async screenshot(file: string): Promise<void> {
    await this.page.screenshot({ path: file });
  }

  errors(): readonly string[] {
    return this.#errors;
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}
