import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { CHROMIUM_FLAGS } from '../../../scripts/browsers/chromium-flags.ts';
import { findBrowser } from '../../../scripts/browsers/find.ts';
import { ROOT } from '../../../scripts/root.ts';
import { servePages } from '../../../scripts/serve/page-server.ts';
import { OUTPUT } from '../../../scripts/start/build.ts';
import { startRefusingProxy } from '../support/refusing-proxy.ts';
import { until } from '../support/waiting.ts';

const OPENING = '<p>Moscow and Beijing met again. Russia and China signed nothing.</p>';
const PHRASE = 'junior partner';
/** How often the page that is loaded ahead looks for marks, in milliseconds, and how often it has to find none. */
const LOOK = 250;
const LOOKS = 16;

/** Keeps the browser from traffic of its own, as playwright does where it starts one. */
const QUIET = [
  '--disable-features=NetworkTimeServiceQuerying,OptimizationHints,OptimizationGuideModelDownloading,MediaRouter,Translate',
  '--disable-field-trial-config',
  '--disable-domain-reliability',
  // Opened by a page, as above.
  '--disable-popup-blocking',
];

const page = (body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Talks</title>${body}</html>`;

/**
 * Opens the other page once that has looked long enough, as a reader's click would. Pages are loaded ahead by the
 * tab in front only: where another tab came to the front, it begins anew in one of its own.
 */
const FIRST = page(`<p>Gardening.</p>
  <script type="speculationrules">{ "prerender": [{ "urls": ["/ahead.html"], "eagerness": "immediate" }] }</script>
  <script>
    const timer = setInterval(async () => {
      const answer = await fetch('/looked');
      const isEnough = (await answer.text()) === 'enough';
      if (!isEnough && !document.hidden) return;
      clearInterval(timer);
      if (document.hidden) open('/first.html', '_blank', 'noopener');
      else location.href = '/ahead.html';
    }, ${LOOK});
  </script>`);

/** Tells the server at each look whether it is open yet and how many marks it has. */
const AHEAD = page(`${OPENING}<p>Some diplomats in Europe call Russia the ${PHRASE} of China.</p>
  <script>
    const isAhead = document.prerendering;
    setInterval(() => {
      const state = document.prerendering ? 'ahead' : isAhead ? 'opened' : 'loaded';
      fetch('/seen/' + state + '/' + (CSS.highlights.get('parallax-framing')?.size ?? 0));
    }, ${LOOK});
  </script>`);

/**
 * A browser loads no page ahead while a debugger is attached to it, so this one runs by itself: its pages tell the
 * server what they see.
 */
test('a page that the browser loads ahead is read when a reader opens it, and not before', async () => {
  const found = findBrowser('chromium');
  if (!found) throw new Error('No Chromium was found; `npm test` installs one.');
  const seen: string[] = [];
  const server = await servePages((asked) => {
    if (asked === '/first.html') seen.length = 0;
    if (asked.startsWith('/seen/')) seen.push(asked.slice('/seen/'.length));
    const isEnough = seen.filter((one) => one.startsWith('ahead')).length >= LOOKS;
    const type = 'text/html; charset=utf-8';
    if (asked === '/looked') return { type, body: isEnough ? 'enough' : 'more' };
    return { type, body: asked === '/ahead.html' ? AHEAD : FIRST };
  });
  const proxy = await startRefusingProxy();
  const profile = mkdtempSync(path.join(tmpdir(), 'parallax-ahead-'));
  const extension = path.join(ROOT, OUTPUT.chromium);
  const child = spawn(
    found.path,
    [
      '--headless=new',
      ...CHROMIUM_FLAGS,
      ...QUIET,
      `--user-data-dir=${profile}`,
      `--proxy-server=http://127.0.0.1:${proxy.port}`,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `${server.origin}/first.html`,
    ],
    { stdio: 'ignore', detached: true },
  );
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    await until('marks on the opened page', async () =>
      seen.some((one) => /^(?:opened|loaded)\/[1-9]/u.test(one)) ? true : null,
    ).catch((cause: unknown) => {
      throw new Error(`Seen: ${seen.join(' ')}`, { cause });
    });
  } finally {
    child.kill();
    await gone;
    // What it has started itself may still be at work in the profile.
    endGroup(child.pid);
    await server.close();
    await proxy.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 20 });
  }
  expect(seen.filter((one) => one.startsWith('ahead')).length).toBeGreaterThanOrEqual(LOOKS);
  expect(seen.filter((one) => /^ahead\/[1-9]/u.test(one))).toEqual([]);
  expect(seen.filter((one) => one.startsWith('loaded'))).toEqual([]);
});

/** Ends what is left of the processes that one started by itself has started. */
function endGroup(leader: number | undefined): void {
  try {
    if (leader !== undefined) process.kill(-leader, 'SIGKILL');
  } catch {
    // None is left.
  }
}
