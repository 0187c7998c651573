import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { CHROMIUM_FLAGS } from './scripts/browsers/chromium-flags.ts';
import { findBrowser } from './scripts/browsers/find.ts';
import { TallyReporter } from './scripts/test/tally-reporter.ts';

const chromium = findBrowser('chromium');

const PAGES = fileURLToPath(new URL('../shared/pages', import.meta.url));
const REAL_PAGES = existsSync(PAGES) ? [PAGES, realpathSync(PAGES)] : [];

/** Milliseconds; generous, since a limit costs nothing while all goes well and the machine may be busy. */
const LIMIT = 60_000;
const LONG_LIMIT = 180_000;
const POLL_LIMIT = 30_000;

/**
 * How often a test that failed in a real browser is tried again. Which passed only then is told openly
 * by `npm test`: it is a fault to be looked into, not one to be hidden.
 */
const RETRY = 1;

export default defineConfig({
  test: {
    reporters: ['default', new TallyReporter()],
    projects: [
      {
        plugins: [WxtVitest(), preact()],
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          environment: 'node',
          expect: { poll: { timeout: POLL_LIMIT } },
          testTimeout: LIMIT,
          hookTimeout: LIMIT,
        },
      },
      {
        plugins: [preact()],
        // Real pages beside the project, where there are any, also behind a link.
        server: { fs: { allow: ['.', ...REAL_PAGES] } },
        // Named here, or Vite finds them while tests run and reloads the page under them.
        optimizeDeps: {
          include: [
            '@floating-ui/dom',
            '@tanstack/virtual-core',
            'approx-string-match',
            'fast-check',
            'idb',
            'mark.js',
            'papaparse',
            'valibot',
            'preact',
            'preact/hooks',
            'preact/jsx-dev-runtime',
            'preact/jsx-runtime',
            'preact/test-utils',
          ],
        },
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.{ts,tsx}'],
          expect: { poll: { timeout: POLL_LIMIT } },
          testTimeout: LIMIT,
          hookTimeout: LIMIT,
          retry: RETRY,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                args: [...CHROMIUM_FLAGS],
                ...(chromium ? { executablePath: chromium.path } : {}),
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'e2e-chromium',
          include: ['test/e2e/chromium/**/*.test.ts'],
          fileParallelism: false,
          expect: { poll: { timeout: POLL_LIMIT } },
          testTimeout: LONG_LIMIT,
          hookTimeout: LONG_LIMIT,
          retry: RETRY,
        },
      },
      {
        test: {
          name: 'e2e-firefox',
          include: ['test/e2e/firefox/**/*.test.ts'],
          fileParallelism: false,
          expect: { poll: { timeout: POLL_LIMIT } },
          testTimeout: LONG_LIMIT,
          hookTimeout: LONG_LIMIT,
          retry: RETRY,
        },
      },
    ],
  },
});
