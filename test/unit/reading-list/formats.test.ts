import { parse as parseCsv } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { ExportWords } from '../../../utils/reading-list/exchange/lines.ts';
import { writeCsv, writeHtml, writeMarkdown } from '../../support/written.ts';
import { generatedList } from './generated.ts';

const WORDS: ExportWords = {
  title: 'Reading list',
  original: 'Original wording',
  source: 'Open at the passage',
  note: 'Note',
  tags: 'Tags',
  status: 'Status',
  untitled: 'Page without a title',
  noPassage: 'The page was saved without a passage.',
  statuses: { 'to-read': 'To read', reading: 'Reading', done: 'Done' },
};
const AT = new Date('2026-02-03T04:05:06Z');
const LIST = generatedList(300, 5);
const PASSAGES = LIST.flatMap(({ passages }) => passages);
const ENTRIES = LIST.filter(({ page }) => page.isEntry).length;
const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('CSV', () => {
  const rows: Record<string, string>[] = parseCsv(writeCsv(LIST), {
    bom: true,
    columns: true,
    record_delimiter: '\r\n',
  });
  const bare = (cell: string | undefined): string => (cell ?? '').replace(/^'(?=[=+\-@\t\r])/, '');

  it('has a row for each passage and each page that was saved itself', () => {
    expect(rows).toHaveLength(PASSAGES.length + ENTRIES);
  });

  it('gives every cell back, with source, original wording and attribution', () => {
    const found = rows.filter(({ kind }) => kind === 'passage');
    expect(found.map(({ quotation }) => bare(quotation))).toEqual(
      PASSAGES.map(({ selector }) => selector.exact),
    );
    expect(found.map(({ original }) => bare(original))).toEqual(
      PASSAGES.map(({ match }) => match?.original?.text ?? ''),
    );
    expect(found.map(({ attribution }) => attribution)).toEqual(
      PASSAGES.map(({ match }) => match?.attribution ?? ''),
    );
    expect(found.every(({ link }) => link?.includes('#:~:text='))).toBe(true);
  });

  it('holds no cell that a spreadsheet would compute', () => {
    const cells = rows.flatMap((row) => Object.values(row));
    expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
    expect(cells.some((cell) => cell.startsWith("'="))).toBe(true);
  });
});

describe('Markdown', () => {
  const markdown = writeMarkdown(LIST, WORDS, AT);
  const [, front = '', text = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(markdown) ?? [];
  const tokens = new MarkdownIt({ html: true }).parse(text, {});

  it('begins with front matter that YAML reads', () => {
    expect(parseYaml(front)).toMatchObject({
      title: 'Reading list',
      pages: LIST.length,
      passages: PASSAGES.length,
      tags: expect.arrayContaining(['标签', 'x/y', 'a-b']),
    });
  });

  it('keeps every quotation as text in a quotation, whatever it holds', () => {
    const quotations: string[] = [];
    for (const [at, { type }] of tokens.entries()) {
      if (type !== 'blockquote_open') continue;
      const inline = tokens.slice(at, at + 20).find((each) => each.type === 'inline');
      const words = inline?.children?.map((each) => (each.type === 'text' ? each.content : ' '));
      quotations.push(collapse(words?.join('') ?? '').replaceAll('\u200b', ''));
    }
    const ownWords = /^no quotation \d+$/; // A quotation that the reader wrote into a note.
    const wanted = PASSAGES.flatMap(({ selector, match }) => [
      selector.exact,
      ...(match?.original ? [match.original.text] : []),
    ]).map(collapse);
    expect(quotations.filter((words) => !ownWords.test(words))).toEqual(wanted);
  });

  it('holds no HTML element, and of links only those to the pages', () => {
    const inline = tokens.flatMap((token) => [token, ...(token.children ?? [])]);
    expect(inline.filter(({ type }) => type.startsWith('html'))).toEqual([]);
    const links = inline.filter(({ type }) => type === 'link_open').map((t) => t.attrGet('href'));
    expect(links.filter((href) => String(href).startsWith('https://site')).length).toBeGreaterThan(
      LIST.length + PASSAGES.length - 1,
    );
    expect(links.filter((href) => !String(href).startsWith('https://site'))).toEqual([]);
  });
});

describe('HTML', () => {
  const html = writeHtml(LIST, WORDS, { exportedAt: AT, language: 'en' });
  const { document } = parseHTML(html);

  it('shows every passage, original wording and source to the letter', () => {
    const articles = [...document.querySelectorAll('article')];
    expect(articles.map((each) => each.querySelector('blockquote')?.textContent)).toEqual(
      PASSAGES.map(({ selector }) => selector.exact),
    );
    expect(articles.map((each) => each.querySelector('.original blockquote')?.textContent)).toEqual(
      PASSAGES.map(({ match }) => match?.original?.text),
    );
    for (const [at, { match }] of PASSAGES.entries()) {
      if (match) expect(articles[at]?.textContent).toContain(match.attribution);
    }
    expect(articles.every((each) => each.querySelector('a')?.href.includes(':~:text='))).toBe(true);
  });

  it('holds no script, no image, no address that runs, and lets nothing load', () => {
    expect(document.querySelectorAll('script, img, iframe, link, b').length).toBe(0);
    expect([...document.querySelectorAll('a')].filter((a) => !/^https:/.test(a.href))).toEqual([]);
    expect(html).toContain("default-src 'none'");
  });
});
