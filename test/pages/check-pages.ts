import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadBackground } from '../../scripts/packs/background-lists.ts';
import { ROOT } from '../../scripts/root.ts';
import { type PageServer, servePages } from '../../scripts/serve/page-server.ts';
import { OUTPUT } from '../../scripts/start/build.ts';
import { createTokenizer } from '../../utils/match/tokenize.ts';
import { compileIndex } from '../../utils/pack/compile.ts';
import type { IndexInput } from '../../utils/pack/index-input.ts';
import type { CheckedBrowser, CheckedPage, StartChecked } from './checked-browser.ts';
import {
  chooseSentences,
  type PageState,
  type Planted,
  readHighlights,
  readState,
} from './in-page.ts';
import type { RealPage } from './real-pages.ts';

/** What the check of one page brought. */
export interface PageResult {
  readonly path: string;
  readonly planted: number;
  readonly broken: number;
  /** Sentences that no highlight covers exactly, up to white space and punctuation at the ends. */
  readonly missed: readonly string[];
  /** What else was wrong, in words. */
  readonly faults: readonly string[];
}

const SENTENCES = 20;
/** No script of a saved page runs, so that nothing but the extension can change it. */
const POLICY = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
};
/** Names that every page has, so that the subject gate lets all of them in. */
const EVERYWHERE: IndexInput['subject'] = {
  parties: [{ id: 'any', names: { en: ['e', 'a'], zh: ['的', '。'], ru: ['о'] } }],
};
/**
 * How far an edge may be from where it was, in CSS pixels: browsers reckon in sixtieths or so, and round anew each
 * time that they lay a page out, which comes to a few of them on a long page.
 */
const SAME = 0.25;
const SETTLED = 700;
const LONGEST_WAIT = 15_000;

/**
 * Makes a pack of sentences of `pages` themselves, reads the pages with the extension as built and that
 * pack in the place of its own, and compares: highlights with sentences, the page with itself as it is
 * without the extension, while it is on and after it was switched off.
 *
 * @param start starts the browser, with an extension or without.
 */
export async function checkPages(
  start: StartChecked,
  pages: readonly { read(): RealPage; readonly path: string }[],
  say: (result: PageResult) => void = () => {},
): Promise<readonly PageResult[]> {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const server = await servePages((pathname) => {
    const page = byPath.get(decodeURIComponent(pathname));
    return page
      ? { type: 'text/html; charset=utf-8', body: page.read().html, headers: POLICY }
      : null;
  });
  try {
    const plans = await planPages(start, server, pages);
    return await readWithPack(start, server, plans, say);
  } finally {
    await server.close();
  }
}

interface Plan {
  readonly path: string;
  readonly planted: readonly Planted[];
  readonly state: PageState;
  /** Whether its boxes move without anybody's doing: animations. */
  readonly isRestless: boolean;
  readonly errors: readonly string[];
}

async function planPages(
  start: StartChecked,
  server: PageServer,
  pages: readonly { readonly path: string }[],
): Promise<Plan[]> {
  const browser = await start.without();
  try {
    const plans: Plan[] = [];
    for (const [number, { path: served }] of pages.entries()) {
      const page = await browser.open(server.origin + encodeURI(served));
      const sentences = await page.evaluate(chooseSentences, SENTENCES);
      const planted = sentences.map((one, at) => ({ ...one, id: `page-${number}-${at}` }));
      const state = await page.evaluate(readState, null);
      await pause(SETTLED);
      const { boxes } = await page.evaluate(readState, null);
      const isRestless = !areSame(boxes, state.boxes);
      plans.push({ path: served, planted, state, isRestless, errors: page.errors() });
      await page.close();
    }
    return plans;
  } finally {
    await browser.close();
  }
}

async function readWithPack(
  start: StartChecked,
  server: PageServer,
  plans: readonly Plan[],
  say: (result: PageResult) => void,
): Promise<PageResult[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'parallax-pages-'));
  const extension = path.join(folder, 'extension');
  cpSync(path.join(ROOT, OUTPUT[start.engine]), extension, { recursive: true });
  writeFileSync(
    path.join(extension, 'packs/china-russia.plx'),
    packOf(plans.flatMap(({ planted }) => planted)),
  );
  const browser = await start.with(extension);
  try {
    const results: PageResult[] = [];
    for (const plan of plans) {
      const result = await checkPage(browser, server.origin, plan);
      say(result);
      results.push(result);
    }
    return results;
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** An index whose clauses are the sentences. */
function packOf(sentences: readonly Planted[]): Uint8Array {
  const tokenize = createTokenizer();
  const input: IndexInput = {
    pack: { id: 'china-russia', name: 'Sentences', version: '1.0.0', date: '2020-01-02' },
    subject: EVERYWHERE,
    items: sentences.map(({ id, text }) => ({
      id,
      kind: 'clause',
      topics: ['sentences'],
      wordings: [{ language: 'en', text, origin: 'original' }],
      cues: [],
      avoid: [],
    })),
    entries: new Map(sentences.map(({ id }) => [id, { id, title: id }])),
  };
  return compileIndex(input, { tokenize, background: loadBackground(tokenize) });
}

async function checkPage(
  browser: CheckedBrowser,
  origin: string,
  { path: served, planted, state, isRestless, errors: before }: Plan,
): Promise<PageResult> {
  const page = await browser.open(origin + encodeURI(served));
  try {
    const highlights = await settledHighlights(page, planted.length > 0);
    const on = await page.evaluate(readState, null);
    await browser.switchTo(false);
    await untilNoHighlights(page);
    const off = await page.evaluate(readState, null);
    await browser.switchTo(true);
    const isShown = exactCover(highlights);
    const missed = planted.filter(({ text }) => !isShown(text)).map(({ text }) => text);
    const faults = [
      ...(on.text === state.text ? [] : ['the visible text changed']),
      // Firefox lays some long pages out a pixel higher or lower from load to load: what counts then is
      // whether the same page, in the same load, stands otherwise without the marks.
      ...(isRestless || [state, off].some(({ boxes }) => areSame(boxes, on.boxes))
        ? []
        : ['boxes moved']),
      ...(off.html === state.html ? [] : ['the document did not come back']),
      ...(page.errors().length === before.length ? [] : [`errors: ${page.errors().join('; ')}`]),
    ];
    const broken = planted.filter(({ isBroken }) => isBroken).length;
    return { path: served, planted: planted.length, broken, missed, faults };
  } finally {
    await page.close();
  }
}

/** The highlights, once their number stands still. */
async function settledHighlights(page: CheckedPage, areExpected: boolean): Promise<string[]> {
  const end = Date.now() + (areExpected ? LONGEST_WAIT : 2 * SETTLED);
  let texts: string[] = [];
  let since = Date.now();
  while (Date.now() < end) {
    const now = await page.evaluate(readHighlights, null);
    if (now.length !== texts.length) since = Date.now();
    texts = now;
    if (texts.length > 0 && Date.now() - since > SETTLED) break;
    await pause(60);
  }
  return texts;
}

async function untilNoHighlights(page: CheckedPage): Promise<void> {
  const end = Date.now() + LONGEST_WAIT;
  while (await page.evaluate(() => CSS.highlights.size > 0, null)) {
    if (Date.now() > end)
      throw new Error('Highlights stayed after the extension was switched off.');
    await pause(60);
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Tells whether some neighbouring ranges together are exactly a text, up to space and punctuation. */
function exactCover(ranges: readonly string[]): (text: string) => boolean {
  const borders = new Set<number>([0]);
  let all = '';
  for (const range of ranges) {
    all += letters(range);
    borders.add(all.length);
  }
  return (text) => {
    const wanted = letters(text);
    for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1)) {
      if (borders.has(at) && borders.has(at + wanted.length)) return true;
    }
    return false;
  };
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

function areSame(some: readonly number[], others: readonly number[]): boolean {
  return (
    some.length === others.length &&
    some.every((edge, at) => Math.abs(edge - (others[at] ?? 0)) <= SAME)
  );
}
