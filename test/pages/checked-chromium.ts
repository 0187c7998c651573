import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { CHROMIUM_FLAGS } from '../../scripts/browsers/chromium-flags.ts';
import { launchChromium } from '../../scripts/browsers/launch-chromium.ts';
import { quietProfile } from '../../scripts/browsers/quiet-profile.ts';
import { startRefusingProxy } from '../e2e/support/refusing-proxy.ts';
import type { CheckedBrowser, CheckedPage, StartChecked } from './checked-browser.ts';

/** Chromium for the check of real pages. */
export function checkedChromium(executable: string): StartChecked {
  return {
    engine: 'chromium',
    async without() {
      const browser = await chromium.launch({
        executablePath: executable,
        args: [...CHROMIUM_FLAGS],
      });
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      return {
        open: (address) => openIn(context, address),
        switchTo: () => Promise.reject(new Error('There is no extension to be switched.')),
        close: () => browser.close(),
      };
    },
    async with(extension): Promise<CheckedBrowser> {
      const profile = mkdtempSync(path.join(tmpdir(), 'parallax-pages-'));
      quietProfile(profile, NOTHING_AHEAD);
      const proxy = await startRefusingProxy();
      const flags = [`--proxy-server=http://127.0.0.1:${proxy.port}`];
      const run = await launchChromium({ executable, extension, profile, headless: true, flags });
      const worker = await run.worker();
      return {
        open: (address) => openIn(run.context, address),
        async switchTo(isOn) {
          await worker.evaluate(async (value) => {
            const { chrome } = globalThis as unknown as {
              chrome: { storage: { local: { set(items: object): Promise<void> } } };
            };
            await chrome.storage.local.set({ 'settings.everywhere': value });
          }, isOn);
        },
        async close() {
          await run.context.close();
          rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
          await proxy.close();
        },
      };
    },
  };
}

/** Keeps the browser from connecting to hosts that a page says it will need: no policy of the page does. */
const NOTHING_AHEAD = { net: { network_prediction_options: 2 } };

async function openIn(context: BrowserContext, address: string): Promise<CheckedPage> {
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(address, { waitUntil: 'load' });
  return {
    evaluate: (work, given) => page.evaluate(work as never, given) as never,
    errors: () => [...errors],
    close: () => page.close(),
  };
}
