import { Cite } from '@citation-js/core';
import { parse as parseCsv } from 'csv-parse/sync';
import jsonld from 'jsonld';
import { parseHTML } from 'linkedom';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { writeCitations } from '../../../utils/reading-list/exchange/citations.ts';
import { writeCsv } from '../../../utils/reading-list/exchange/csv.ts';
import { writeHtml } from '../../../utils/reading-list/exchange/html.ts';
import type { ExportWords } from '../../../utils/reading-list/exchange/lines.ts';
import { writeMarkdown } from '../../../utils/reading-list/exchange/markdown.ts';
import {
  ANNOTATION_CONTEXT,
  writeAnnotations,
} from '../../../utils/reading-list/exchange/web-annotation.ts';
import { ANNOTATION_TERMS } from './annotation-terms.ts';
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

describe('W3C annotations', () => {
  const collection = JSON.parse(writeAnnotations(LIST, 'Reading list'));
  const items: Record<string, never>[] = collection.first.items;

  it('have what the model requires of an annotation', () => {
    expect(items).toHaveLength(PASSAGES.length + ENTRIES);
    expect(collection.total).toBe(items.length);
    for (const item of items) {
      expect(item).toMatchObject({
        id: expect.stringMatching(/^urn:/),
        type: 'Annotation',
        created: expect.stringMatching(/^\d{4}-.*Z$/),
        target: { type: 'SpecificResource', source: { id: expect.stringMatching(/^https:/) } },
      });
    }
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it('lose nothing when a JSON-LD processor expands them without the network', async () => {
    const offline: object = {
      safe: true,
      documentLoader: async (url: string) => {
        if (url !== ANNOTATION_CONTEXT) throw new Error(`The export asked for ${url}.`);
        return { documentUrl: url, document: { '@context': ANNOTATION_TERMS } };
      },
    };
    const first = { ...collection.first, items: items.slice(0, 60) };
    const expanded = await jsonld.expand({ ...collection, first }, offline);
    const names = new Set<string>();
    JSON.stringify(expanded, (key, value) => {
      if (key !== '' && !/^\d+$/.test(key)) names.add(key);
      return value;
    });
    expect([...names].filter((name) => !/^(@\w+|https?:|urn:)/.test(name))).toEqual([]);
    for (const name of ['hasTarget', 'hasSource', 'hasSelector', 'exact', 'start', 'hasBody']) {
      expect(names).toContain(`http://www.w3.org/ns/oa#${name}`);
    }
  });
});

describe('citations', () => {
  it('are CSL-JSON with title, address and date', () => {
    const items = JSON.parse(writeCitations(LIST, 'csl', 'Untitled'));
    expect(items).toHaveLength(LIST.length);
    expect(new Set(items.map(({ id }: { id: string }) => id)).size).toBe(LIST.length);
    expect(new Cite(items).data).toHaveLength(LIST.length);
  });

  it.each([
    ['bibtex', '@bibtex/text'],
    ['ris', '@ris/file'],
  ] as const)(
    'are read from %s by the library’s own parser, every address among them',
    (format, forceType) => {
      const text = writeCitations(LIST, format, 'Untitled');
      const { data } = new Cite(text, { forceType });
      expect(data).toHaveLength(LIST.length);
      expect(data.map(({ URL }) => URL)).toEqual(
        LIST.map(({ page }) => new URL(page.address).href),
      );
      const original = PASSAGES.find(({ match }) => match?.original?.text.startsWith('不针对'));
      expect(text).toContain(original?.match?.original?.text.replace(/“|”/g, '').slice(0, 6));
    },
  );
});
