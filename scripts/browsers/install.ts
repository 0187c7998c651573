import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { runCommand, toolCommand } from '../processes/run-tool.ts';
import { type BrowserEngine, type FoundBrowser, findBrowser } from './find.ts';

const NAMES: Readonly<Record<BrowserEngine, string>> = {
  chromium: 'Chromium, Chrome for Testing or Edge',
  firefox: 'Firefox',
};

/**
 * Finds a browser, or installs one and says so: Debian's packages where this runs as root on Debian or
 * Ubuntu (with a font for Chinese), otherwise a build that stays in the user's cache.
 *
 * @throws Error naming what was tried and what to do, where there is still none.
 */
export async function ensureBrowser(
  engine: BrowserEngine,
  say: (text: string) => void,
): Promise<FoundBrowser> {
  const found = findBrowser(engine);
  if (found) return found;
  say(`No ${NAMES[engine]} was found.`);
  const tried: string[] = [];
  for (const { words, commands } of ways(engine)) {
    say(`Installing one: ${words} …`);
    tried.push(words);
    let last = '';
    for (const command of commands) {
      const { code, output } = await runCommand(command, { limit: 15 * 60_000 });
      last = code === 0 ? '' : output;
      if (code !== 0) break;
    }
    if (last) say(last.trim().split('\n').slice(-5).join('\n'));
    const installed = findBrowser(engine);
    if (installed) return installed;
  }
  const variable = engine === 'chromium' ? 'PARALLAX_CHROMIUM' : 'PARALLAX_FIREFOX';
  throw new Error(
    `No ${NAMES[engine]} was found, and none could be installed (tried: ${tried.join('; ')}). ` +
      `Install one, or set ${variable} to the path of its program.`,
  );
}

interface Way {
  readonly words: string;
  readonly commands: readonly (readonly string[])[];
}

function ways(engine: BrowserEngine): Way[] {
  const found: Way[] = [];
  if (process.platform === 'linux' && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    const names = engine === 'chromium' ? ['chromium', 'fonts-noto-cjk'] : ['firefox-esr'];
    const quiet = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q'];
    found.push({
      words: `apt-get install ${names.join(' ')}`,
      commands: [
        [...quiet, 'update'],
        [...quiet, 'install', '-y', '--no-install-recommends', ...names],
      ],
    });
  }
  // Playwright's Firefox is patched and takes no add-on; Mozilla's own comes through Puppeteer's installer.
  found.push(
    engine === 'chromium'
      ? {
          words: 'npx playwright install chromium',
          commands: [[...toolCommand('playwright'), 'install', 'chromium']],
        }
      : {
          words: 'npx @puppeteer/browsers install firefox@stable',
          commands: [
            [
              ...toolCommand('@puppeteer/browsers', 'browsers'),
              'install',
              'firefox@stable',
              '--path',
              path.join(homedir(), '.cache/puppeteer'),
            ],
          ],
        },
  );
  return found;
}
