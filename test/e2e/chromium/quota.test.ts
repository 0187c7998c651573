import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM_FLAGS } from '../../../scripts/browsers/chromium-flags.ts';
import { findBrowser } from '../../../scripts/browsers/find.ts';
import { ROOT } from '../../../scripts/root.ts';
import { type PageServer, servePages } from '../../../scripts/serve/page-server.ts';
import type { PageRecord, PassageRecord } from '../../../utils/reading-list/model.ts';
import type { FilledList, Outcome } from '../../support/filled-list.ts';
import { generatedList } from '../../unit/reading-list/generated.ts';

type ListPage = typeof globalThis & { readonly filled: FilledList };

const LIST = generatedList(30, 3);
const PAGES = LIST.map(({ page }) => page);
const PASSAGES = LIST.flatMap(({ passages }) => passages);
/** Random, so that no compression makes it fit. */
const noise = (length: number): string => randomBytes(length).toString('base64').slice(0, length);

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: {
        entry: path.join(ROOT, 'test/support/filled-list.ts'),
        formats: ['iife'],
        name: 'list',
      },
    },
  });
  const [first] = [result].flat();
  if (first === undefined || !('output' in first)) throw new Error('Nothing was built.');
  return first.output[0].code;
}

describe('a list that meets a real quota of the browser', () => {
  let browser: Browser;
  let server: PageServer;
  let page: Page;
  /** A quota lasts as long as the session that set it. */
  let session: CDPSession;

  beforeAll(async () => {
    const script = await bundle();
    server = await servePages((pathname) =>
      pathname === '/list.js'
        ? { type: 'text/javascript', body: script }
        : { type: 'text/html; charset=utf-8', body: '<script src="/list.js"></script>' },
    );
    const executablePath = findBrowser('chromium')?.path;
    browser = await chromium.launch({
      args: [...CHROMIUM_FLAGS],
      ...(executablePath === undefined ? {} : { executablePath }),
    });
    page = await browser.newPage();
    await page.goto(server.origin);
    session = await page.context().newCDPSession(page);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function setRoom(bytes: number | null): Promise<void> {
    await session.send('Storage.overrideQuotaForOrigin', {
      origin: server.origin,
      ...(bytes === null ? {} : { quotaSize: bytes }),
    });
  }

  const edit = (id: string, note: string): Promise<Outcome> =>
    page.evaluate(([id, note]) => (globalThis as ListPage).filled.edit(id, note), [
      id,
      note,
    ] as const);
  const bring = (pages: readonly PageRecord[], passages: readonly PassageRecord[]) =>
    page.evaluate(([pages, passages]) => (globalThis as ListPage).filled.bring(pages, passages), [
      pages,
      passages,
    ] as const);

  test('keeps what was there, to the letter, through writes that fail, and goes on after', async () => {
    // Before the first write: the browser remembers for a while how much room there was.
    await setRoom(1_500_000);
    const first = await bring(PAGES, PASSAGES);
    expect(first.failure).toBeNull();
    expect(JSON.parse(first.list)).toHaveLength(PASSAGES.length);
    const { id = '' } = PASSAGES[0] ?? {};

    let last = first;
    let failed: Outcome | null = null;
    for (let round = 0; round < 60 && failed === null; round += 1) {
      const more = PASSAGES.slice(0, 5).map((each) => ({
        ...each,
        ...{ id: `${round}-${each.id}`, note: noise(90_000) },
        selector: { ...each.selector, exact: `${round} ${each.selector.exact}` },
      }));
      const outcome = await bring(PAGES, more);
      if (outcome.failure === null) last = outcome;
      else failed = outcome;
    }
    expect(failed).toEqual({ failure: 'quota', list: last.list });

    const edited = await edit(id, noise(90_000));
    expect(edited).toEqual({ failure: 'quota', list: last.list });

    await setRoom(null);
    const kept = await edit(id, 'kept when there was room');
    expect(kept.failure).toBeNull();
    expect(kept.list).toContain('kept when there was room');
  });
});
