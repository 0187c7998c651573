import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../../../scripts/root.ts';
import { type PageServer, servePages } from '../../../scripts/serve/page-server.ts';
import type { Match, Span } from '../../../utils/match/types.ts';
import type { PageViewMatch, Result } from '../../../utils/messages.ts';
import { type Chromium, startChromium } from '../support/chromium.ts';
import { pageView } from '../support/own-pages.ts';
import { settledMarks } from '../support/waiting.ts';

/** The reference corpus beside the project, where somebody works on the pack; absent elsewhere. */
const CORPUS = path.resolve(ROOT, '../shared/corpus');
const ABSENT = 'the folder ../shared/corpus is absent';
const SHOTS = path.join(ROOT, 'test-results/sources');

const texts = existsSync(CORPUS)
  ? readdirSync(path.join(CORPUS, 'sources')).filter((name) => name.endsWith('.txt'))
  : [];

interface CorpusClause {
  readonly id: string;
  readonly source: Readonly<
    Record<string, { readonly file: string; readonly offset: number; readonly end: number }>
  >;
}

describe('the source texts of the pack, each read as a page', () => {
  let browser: Chromium;
  let server: PageServer;
  const found = new Map<string, readonly PageViewMatch[]>();

  beforeAll(async () => {
    if (texts.length === 0) return;
    mkdirSync(SHOTS, { recursive: true });
    server = await servePages((address) => {
      const name = texts.find((text) => address === `/${text}.html`);
      return name ? { type: 'text/html; charset=utf-8', body: asPage(name) } : null;
    });
    browser = await startChromium();
    for (const name of texts) found.set(name, await read(name));
    console.log(tableOf(found));
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function read(name: string): Promise<readonly PageViewMatch[]> {
    const page = await browser.open(`${server.origin}/${name}.html`);
    const [first] = await settledMarks(page);
    const { matches } = await pageView(browser, page);
    await page.toFront();
    const top = Math.max(0, (first?.boxes[0]?.y ?? 0) - 200);
    await page.evaluate(`scrollTo({ top: ${top}, behavior: 'instant' })`);
    await page.screenshot(path.join(SHOTS, `${name}.png`));
    expect(page.errors()).toEqual([]);
    await page.close();
    return matches;
  }

  test('all have highlights', ({ skip }) => {
    if (texts.length === 0) skip(ABSENT);
    expect(texts.length).toBe(5);
    for (const name of texts) expect(found.get(name)?.length).toBeGreaterThan(0);
  });

  test('the newsletter has every clause that is quoted from it, in full, in each language', async ({
    skip,
  }) => {
    if (texts.length === 0) skip(ABSENT);
    const newsletter = texts.find((name) => name.startsWith('003')) ?? '';
    const { clauses } = parse(readFileSync(path.join(CORPUS, 'clauses.yaml'), 'utf8')) as {
      readonly clauses: readonly CorpusClause[];
    };
    const source = readFileSync(path.join(CORPUS, 'sources', newsletter), 'utf8');
    const matches = await matchesIn(browser, source.replaceAll('\n', '\n\n'));
    const shifted = (offset: number) => offset + (source.slice(0, offset).split('\n').length - 1);
    const quoted = clauses.flatMap(({ id, source: slices }) =>
      Object.entries(slices)
        .filter(([, { file }]) => file === newsletter)
        .map(([language, { offset, end }]) => ({
          name: `${id} (${language})`,
          id,
          span: { start: shifted(offset), end: shifted(end) },
        })),
    );
    const best = quoted.map(({ name, id, span }) => {
      const whole = matches.filter(({ item, degree }) => item === id && degree === 'verbatim');
      return { name, share: Math.max(0, ...whole.map((match) => sharedPart(match, span))) };
    });
    expect(quoted.length).toBeGreaterThan(400);
    const short = best.filter(({ share }) => share < 0.98);
    expect(short.map(({ name, share }) => `${name}: ${share.toFixed(2)}`)).toEqual([]);
  });
});

/** Asks the extension's background, as a content script does, for every match in a text. */
async function matchesIn(browser: Chromium, text: string): Promise<readonly Match[]> {
  const own = await browser.openOwn('popup.html');
  const message = { parallax: 1, to: 'background', name: 'match', request: { text } };
  const answer = await own.evaluate<Result<{ readonly matches: readonly Match[] }>>(
    `chrome.runtime.sendMessage(${JSON.stringify(message)})`,
  );
  await own.close();
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value.matches;
}

/** Intersection over union of two spans. */
function sharedPart(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** A source text as an article: one paragraph a line. */
function asPage(name: string): string {
  const text = readFileSync(path.join(CORPUS, 'sources', name), 'utf8');
  const paragraphs = text.split(/\n+/u).map((line) => {
    const escaped = line.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const isChinese = (line.match(/\p{Script=Han}/gu)?.length ?? 0) > line.length / 3;
    return `<p${isChinese ? ' lang="zh-Hans"' : ''}>${escaped}</p>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">
    <title>${name}</title><style>body { max-width: 42rem; margin: 2rem auto; font: 18px/1.6 serif }</style>
    <body>${paragraphs.join('\n')}</body></html>`;
}

/** Matches by kind and degree, one line a text. */
function tableOf(found: ReadonlyMap<string, readonly PageViewMatch[]>): string {
  const columns = [...found.values()].flat().map(({ kind, degree }) => `${kind} ${degree}`);
  const names = [...new Set(columns)].sort();
  const lines = [...found].map(([name, matches]) => {
    const counts = names.map(
      (column) => matches.filter(({ kind, degree }) => `${kind} ${degree}` === column).length,
    );
    return `| ${name.slice(0, 3)} | ${matches.length} | ${counts.join(' | ')} |`;
  });
  return [`| text | all | ${names.join(' | ')} |`, ...lines].join('\n');
}
