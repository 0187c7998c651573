import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import {
  type PageServer,
  type ServedPage,
  servePages,
} from '../../../scripts/serve/page-server.ts';
import { SAMPLE_FILE } from '../../../scripts/serve/sample-page.ts';
import type { BrowserUnderTest } from './browser-under-test.ts';
import { resetSettings } from './own-pages.ts';
import { settledMarks } from './waiting.ts';

const HTML = 'text/html; charset=utf-8';

/** The sample article at every path but `/plain.html`, which is about something else. */
export const ARTICLE_AND_PLAIN = (path: string): string =>
  path === '/plain.html'
    ? '<title>Plain</title><p>Bread is baked of flour.'
    : readFileSync(SAMPLE_FILE, 'utf8');

type Start = () => Promise<BrowserUnderTest>;
type PageOf<S extends Start> = Awaited<ReturnType<Awaited<ReturnType<S>>['open']>>;

/** What the tests of one group share. It is there from their first hook to their last. */
export interface SharedBrowser<S extends Start> {
  readonly browser: Awaited<ReturnType<S>>;
  readonly server: PageServer;
}

export interface SharedArticle<S extends Start> extends SharedBrowser<S> {
  /** The page that the browser has open; another one where a test set it. */
  article: PageOf<S>;
}

/** What is answered under one path: HTML where only a text is given, nothing where it is null. */
type Answer = ServedPage | string | null;

/** A server of `pages` and a browser for the tests of one group: by path, or one text for every path. */
export function shareBrowser<S extends Start>(
  start: S,
  pages: string | ((path: string) => Answer | Promise<Answer>),
): SharedBrowser<S> {
  let server: PageServer | undefined;
  let browser: Awaited<ReturnType<S>> | undefined;
  beforeAll(async () => {
    server = await servePages(async (path) => {
      const page = typeof pages === 'string' ? pages : await pages(path);
      return typeof page === 'string' ? { type: HTML, body: page } : page;
    });
    browser = (await start()) as Awaited<ReturnType<S>>;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  return {
    get browser() {
      return there(browser);
    },
    get server() {
      return there(server);
    },
  };
}

/**
 * The same, with a page open and read: the sample article, if nothing else is said. A test that is tried
 * again finds it as it was at first: all settings as they come, the page opened anew and in front.
 */
export function shareArticle<S extends Start>(
  start: S,
  pages: Parameters<typeof shareBrowser>[1] = readFileSync(SAMPLE_FILE, 'utf8'),
  path = '/article.html',
): SharedArticle<S> {
  const shared = shareBrowser(start, pages);
  let article: PageOf<S> | undefined;
  const open = async (): Promise<void> => {
    article = (await shared.browser.open(shared.server.origin + path)) as PageOf<S>;
    await article.toFront();
    await settledMarks(article);
  };
  beforeAll(open);
  onSecondTry(async () => {
    await resetSettings(shared.browser);
    await article?.close().catch(() => undefined);
    await open();
  });
  return {
    get browser() {
      return shared.browser;
    },
    get server() {
      return shared.server;
    },
    get article() {
      return there(article);
    },
    set article(other) {
      article = other;
    },
  };
}

/** Runs `renew` before a test that is tried again: what it starts from is not what the first try left. */
export function onSecondTry(renew: () => Promise<void>): void {
  beforeEach(async ({ task }) => {
    if ((task.result?.retryCount ?? 0) > 0) await renew();
  });
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('It is shared by tests, and there only while they run.');
  return value;
}
