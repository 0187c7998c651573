import { accessSync, constants, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** The two engines that Parallax is built for. */
export type BrowserEngine = 'chromium' | 'firefox';

export interface FoundBrowser {
  readonly engine: BrowserEngine;
  /** Absolute path of the program. */
  readonly path: string;
  /** Where it was found, in words for the console. */
  readonly source: string;
}

interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/**
 * Environment variables that name a browser, the first one set wins. `CHROME_PATH` is not read:
 * tools set it to branded Chrome, which no longer loads unpacked extensions from the command line.
 */
const VARIABLES: Readonly<Record<BrowserEngine, readonly string[]>> = {
  chromium: ['PARALLAX_CHROMIUM', 'CHROMIUM_PATH', 'CHROME_FOR_TESTING_PATH'],
  firefox: ['PARALLAX_FIREFOX', 'FIREFOX_PATH'],
};

/** Names on the search path. No `google-chrome`, for the same reason. */
const COMMANDS: Readonly<Record<BrowserEngine, readonly string[]>> = {
  chromium: ['chromium', 'chromium-browser', 'chrome-for-testing', 'microsoft-edge', 'msedge'],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
};

/**
 * Finds an installed browser of `engine`: an environment variable, then the search path and the
 * usual places of the system, then Playwright's and Puppeteer's caches. Null where there is none.
 *
 * @throws Error where an environment variable names a file that cannot be run.
 */
export function findBrowser(
  engine: BrowserEngine,
  surroundings: Surroundings = { platform: process.platform, env: process.env, home: homedir() },
): FoundBrowser | null {
  for (const variable of VARIABLES[engine]) {
    const named = surroundings.env[variable];
    if (!named) continue;
    if (!isProgram(named)) {
      throw new Error(`${variable} names ${named}, which cannot be run. Correct or unset it.`);
    }
    return { engine, path: path.resolve(named), source: `the environment variable ${variable}` };
  }
  const onPath = pathCandidates(engine, surroundings).find(isProgram);
  if (onPath) return { engine, path: onPath, source: 'the search path' };
  const usual = usualCandidates(engine, surroundings).find(isProgram);
  if (usual) return { engine, path: usual, source: 'the usual place of this system' };
  const cached = cacheCandidates(engine, surroundings).find(isProgram);
  if (cached) return { engine, path: cached, source: 'a test tool’s download' };
  return null;
}

function pathCandidates(engine: BrowserEngine, { platform, env }: Surroundings): string[] {
  const ending = platform === 'win32' ? '.exe' : '';
  const folders = (env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return COMMANDS[engine].flatMap((name) =>
    folders.map((folder) => path.join(folder, name + ending)),
  );
}

function usualCandidates(engine: BrowserEngine, { platform, env, home }: Surroundings): string[] {
  if (platform === 'darwin') {
    const names =
      engine === 'chromium'
        ? ['Chromium', 'Google Chrome for Testing', 'Microsoft Edge']
        : ['Firefox', 'Firefox Developer Edition'];
    return names.flatMap((name) =>
      ['/Applications', path.join(home, 'Applications')].map((folder) =>
        path.join(folder, `${name}.app/Contents/MacOS`, engine === 'firefox' ? 'firefox' : name),
      ),
    );
  }
  if (platform === 'win32') {
    const places =
      engine === 'chromium'
        ? ['Chromium/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']
        : ['Mozilla Firefox/firefox.exe', 'Firefox Developer Edition/firefox.exe'];
    const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA];
    return places.flatMap((place) =>
      roots.filter((root) => root !== undefined).map((root) => path.join(root, place)),
    );
  }
  return engine === 'chromium'
    ? ['/usr/lib/chromium/chromium', '/snap/bin/chromium', '/opt/microsoft/msedge/msedge']
    : ['/usr/lib/firefox-esr/firefox-esr', '/usr/lib/firefox/firefox', '/snap/bin/firefox'];
}

/** Programs below `<cache>/<engine>-<revision>/` (Playwright) and `<cache>/chrome/` (Puppeteer), newest first. */
function cacheCandidates(engine: BrowserEngine, { platform, env, home }: Surroundings): string[] {
  const playwright =
    env.PLAYWRIGHT_BROWSERS_PATH ??
    (platform === 'darwin'
      ? path.join(home, 'Library/Caches/ms-playwright')
      : platform === 'win32'
        ? path.join(env.LOCALAPPDATA ?? home, 'ms-playwright')
        : path.join(env.XDG_CACHE_HOME ?? path.join(home, '.cache'), 'ms-playwright'));
  const puppeteer = path.join(
    env.PUPPETEER_CACHE_DIR ?? path.join(home, '.cache/puppeteer'),
    engine === 'chromium' ? 'chrome' : 'firefox',
  );
  const programs =
    engine === 'chromium'
      ? [
          'chrome-linux64/chrome',
          'chrome-linux/chrome',
          'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
          'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
          'chrome-win64/chrome.exe',
          'chrome-win/chrome.exe',
        ]
      : ['firefox/firefox', 'firefox/Firefox.app/Contents/MacOS/firefox', 'firefox/firefox.exe'];
  // Playwright's own Firefox is patched and takes no BiDi install of an add-on.
  const folders = [
    ...(engine === 'chromium' ? list(playwright, 'chromium-') : []),
    ...list(puppeteer, ''),
  ];
  return folders.flatMap((folder) => programs.map((program) => path.join(folder, program)));
}

function list(folder: string, prefix: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.startsWith(prefix))
      .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
      .map((name) => path.join(folder, name));
  } catch {
    return [];
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
