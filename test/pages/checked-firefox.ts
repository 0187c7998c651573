import type { BidiPage } from '../e2e/support/bidi-page.ts';
import { type Firefox, startFirefox } from '../e2e/support/firefox.ts';
import type { CheckedBrowser, CheckedPage, StartChecked } from './checked-browser.ts';

/** Firefox for the check of real pages. */
export function checkedFirefox(): StartChecked {
  return {
    engine: 'firefox',
    async without() {
      const browser = await startFirefox(null);
      return {
        open: (address) => openIn(browser, address),
        switchTo: () => Promise.reject(new Error('There is no extension to be switched.')),
        close: () => browser.close(),
      };
    },
    async with(extension): Promise<CheckedBrowser> {
      const browser = await startFirefox(extension);
      // Any page of the extension may write its settings; in Firefox its background cannot be reached.
      let own: BidiPage | null = null;
      return {
        open: (address) => openIn(browser, address),
        async switchTo(isOn) {
          own ??= await browser.openOwn('options.html');
          await own.evaluate(
            `browser.storage.local.set({ 'settings.everywhere': ${isOn} }).then(() => true)`,
          );
        },
        close: () => browser.close(),
      };
    },
  };
}

async function openIn(browser: Firefox, address: string): Promise<CheckedPage> {
  const page = await browser.open(address);
  await page.toFront();
  return {
    evaluate: (work, given) => page.evaluate(`(${work.toString()})(${JSON.stringify(given)})`),
    errors: () => [...page.errors()],
    close: () => page.close(),
  };
}
