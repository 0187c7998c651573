import { ensureBrowser } from '../../scripts/browsers/install.ts';
import { buildExtension } from '../../scripts/start/build.ts';
import { checkPages } from './check-pages.ts';
import { checkedChromium } from './checked-chromium.ts';
import { checkedFirefox } from './checked-firefox.ts';
import { listRealPages } from './real-pages.ts';

/**
 * `npm run check:pages`: reads every real page beside the project with a pack made of its own sentences.
 * `--every N` takes each Nth page only, `--no-build` the extension as it was built last, `--firefox` does
 * it in Firefox.
 */
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

async function main(): Promise<void> {
  const at = process.argv.indexOf('--every');
  const every = at < 0 ? 1 : Number(process.argv[at + 1]);
  const pages = listRealPages().filter((_, number) => number % every === 0);
  if (pages.length === 0) {
    say('Not run: there are no real pages in ../shared/pages.');
    return;
  }
  const engine = process.argv.includes('--firefox') ? 'firefox' : 'chromium';
  const browser = await ensureBrowser(engine, say);
  if (!process.argv.includes('--no-build')) await buildExtension([engine]);
  const start = engine === 'firefox' ? checkedFirefox() : checkedChromium(browser.path);
  const results = await checkPages(start, pages, ({ path, missed, faults }) => {
    for (const fault of faults) say(`${path}: ${fault}`);
    for (const text of missed) say(`${path}: not highlighted exactly: ${text}`);
  });
  const sum = (of: (result: (typeof results)[number]) => number) =>
    results.reduce((total, result) => total + of(result), 0);
  const planted = sum((one) => one.planted);
  const missed = sum((one) => one.missed.length);
  const faults = sum((one) => one.faults.length);
  say(
    `${results.length} pages, ${planted} planted sentences (${sum((one) => one.broken)} over inline elements): ${planted - missed} highlighted exactly, ${missed} not; ${faults} other faults`,
  );
  if (missed > 0 || faults > 0) process.exitCode = 1;
}

await main();
