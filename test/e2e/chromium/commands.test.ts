import { describeCommands } from '../specs/commands.ts';
import { startChromium } from '../support/chromium.ts';

interface Worker {
  readonly chrome: {
    readonly commands: { readonly onCommand: { dispatch(name: string): void } };
  };
}

/*
 * Keys of the developer tools' protocol never reach Chromium's own shortcuts, and its headless window takes
 * no others: the browser's event is raised in the worker, as a shortcut raises it. The panel opens for a
 * reader's key only, which such an event is not; side-panel.test.ts opens it by the popup's button. Firefox
 * has the same spec with real keys.
 */
describeCommands(startChromium, async (browser, command) => {
  const worker = await browser.run.worker();
  await worker.evaluate((name) => {
    const { chrome } = globalThis as unknown as Worker;
    chrome.commands.onCommand.dispatch(name);
  }, command);
});
