import { describeFrames } from '../specs/frames.ts';
import { startChromium } from '../support/chromium.ts';
import { until } from '../support/waiting.ts';

describeFrames(async () => {
  const browser = await startChromium();
  // It opens in front of the page that the first test looks at.
  await until('the welcome page', async () =>
    browser.run.context.pages().some((page) => page.url().endsWith('/welcome.html')) ? true : null,
  );
  return browser;
});
