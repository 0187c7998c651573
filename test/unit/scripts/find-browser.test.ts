import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findBrowser } from '../../../scripts/browsers/find.ts';

let home = '';

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'parallax-home-'));
});

afterEach(() => {
  rmSync(home, { recursive: true });
});

function program(name: string): string {
  const file = path.join(home, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, '#!/bin/sh\n');
  chmodSync(file, 0o755);
  return file;
}

const find = (env: Record<string, string>, platform: NodeJS.Platform = 'darwin') =>
  findBrowser('chromium', { platform, env, home });

test('a browser named by a variable wins over one on the search path', () => {
  const named = program('mine/chromium');
  program('bin/chromium');
  const found = find({ PARALLAX_CHROMIUM: named, PATH: path.join(home, 'bin') });
  expect(found?.path).toBe(named);
  expect(found?.source).toContain('PARALLAX_CHROMIUM');
});

test('a variable that names nothing is an error that names the variable', () => {
  expect(() => find({ PARALLAX_CHROMIUM: path.join(home, 'nothing') })).toThrow(
    /PARALLAX_CHROMIUM.*nothing/u,
  );
});

test('a browser on the search path is found, branded Chrome is not', () => {
  program('bin/google-chrome');
  expect(find({ PATH: path.join(home, 'bin') })).toBeNull();
  const chromium = program('bin/chromium');
  expect(find({ PATH: path.join(home, 'bin') })?.path).toBe(chromium);
});

test('a file that cannot be run is passed over', () => {
  chmodSync(program('bin/chromium'), 0o644);
  expect(find({ PATH: path.join(home, 'bin') })).toBeNull();
});

test('applications of the home folder are found on macOS', () => {
  const app = program(
    'Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  );
  expect(find({ PATH: '' })?.path).toBe(app);
});

test('of several downloads of Playwright the newest is taken', () => {
  program('cache/chromium-999/chrome-mac/Chromium.app/Contents/MacOS/Chromium');
  const newest = program('cache/chromium-1200/chrome-mac/Chromium.app/Contents/MacOS/Chromium');
  const found = find({ PATH: '', PLAYWRIGHT_BROWSERS_PATH: path.join(home, 'cache') });
  expect(found?.path).toBe(newest);
});

test('Firefox is found in Puppeteer’s cache, below the folder of its version', () => {
  const firefox = program('puppeteer/firefox/linux-stable_153.0/firefox/firefox');
  const env = { PATH: '', PUPPETEER_CACHE_DIR: path.join(home, 'puppeteer') };
  expect(findBrowser('firefox', { platform: 'darwin', env, home })?.path).toBe(firefox);
});
