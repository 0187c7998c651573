import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../../../scripts/root.ts';
import { type PageServer, servePages } from '../../../scripts/serve/page-server.ts';
import type { PageViewMatch } from '../../../utils/messages.ts';
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
  readonly source: Readonly<Record<string, { readonly file: string }>>;
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

  test('the newsletter has every clause that is quoted from it, in full', ({ skip }) => {
    if (texts.length === 0) skip(ABSENT);
    const newsletter = texts.find((name) => name.startsWith('003')) ?? '';
    const { clauses } = parse(readFileSync(path.join(CORPUS, 'clauses.yaml'), 'utf8')) as {
      readonly clauses: readonly CorpusClause[];
    };
    const quoted = clauses.filter(({ source }) =>
      Object.values(source).some(({ file }) => file === newsletter),
    );
    const whole = new Set(
      found
        .get(newsletter)
        ?.filter(({ degree }) => degree === 'verbatim')
        .map(({ item }) => item),
    );
    expect(quoted.length).toBeGreaterThan(200);
    expect(quoted.map(({ id }) => id).filter((id) => !whole.has(id))).toEqual([]);
  });
});

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
