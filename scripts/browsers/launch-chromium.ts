import { type BrowserContext, chromium, type Worker } from 'playwright-core';
import { CHROMIUM_FLAGS } from './chromium-flags.ts';
import { quietProfile } from './quiet-profile.ts';

export interface ChromiumRun {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** The extension's service worker as it runs now; asks again after it was stopped. */
  worker(): Promise<Worker>;
}

export interface ChromiumOptions {
  readonly executable: string;
  /** Folder of the unpacked extension. */
  readonly extension: string;
  /** Folder of the profile; the caller makes and removes it. */
  readonly profile: string;
  readonly headless: boolean;
  readonly flags?: readonly string[];
  /** Folders of other extensions, loaded before it. */
  readonly others?: readonly string[];
  /** Whether pages are kept for going back, as they are for a reader; off if not given. */
  readonly keepsPages?: boolean;
}

/**
 * Starts Chromium with the extension in a profile of its own. The caller closes `context`.
 *
 * @throws Error where the extension's worker does not start within 30 seconds.
 */
export async function launchChromium(options: ChromiumOptions): Promise<ChromiumRun> {
  const extensions = [...(options.others ?? []), options.extension].join();
  quietProfile(options.profile);
  const context = await chromium.launchPersistentContext(options.profile, {
    executablePath: options.executable,
    headless: options.headless,
    // Playwright's own default turns all extensions off, and the cache for going back.
    ignoreDefaultArgs: [
      '--disable-extensions',
      ...(options.keepsPages ? ['--disable-back-forward-cache'] : []),
    ],
    args: [
      ...CHROMIUM_FLAGS,
      `--disable-extensions-except=${extensions}`,
      `--load-extension=${extensions}`,
      ...(options.flags ?? []),
    ],
    viewport: options.headless ? { width: 1280, height: 900 } : null,
  });
  const worker = async (): Promise<Worker> => {
    const [running] = context.serviceWorkers();
    return running ?? context.waitForEvent('serviceworker', { timeout: 30_000 });
  };
  try {
    const first = await worker();
    return { context, extensionId: new URL(first.url()).host, worker };
  } catch (error) {
    await context.close();
    throw new Error(`The extension in ${options.extension} did not start.`, { cause: error });
  }
}
