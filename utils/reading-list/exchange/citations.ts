import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import type { ListedPage } from '../model.ts';
import { isReachable, type Outgoing, titleOf } from './lines.ts';

export type CitationFormat = 'bibtex' | 'ris' | 'csl';

/** A citation in the Citation Style Language's JSON, as far as it is used here. */
interface CslItem {
  readonly id: string;
  readonly author?: readonly { readonly literal: string }[];
  readonly [field: string]: unknown;
}

/** The parts of an ISO date that it has: year, month, day. Null where it is none. */
function dateOf(iso: string | null): { 'date-parts': number[][] } | null {
  const [, ...parts] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso ?? '') ?? [];
  const numbers = parts.filter((part) => part !== undefined).map(Number);
  return numbers.length === 0 ? null : { 'date-parts': [numbers] };
}

/** What CSL reads as markup in a text; the sign is replaced by one that only looks like it. */
const literal = (text: string): string =>
  text
    .replace(/<(?=\/?(i|b|sc|sup|sub|span)\b)/gi, '‹')
    .replace(/\s+/g, ' ')
    .trim();

/** The passages of a page with the original wording and whose it is, in one text. */
function noteOf({ page, passages }: ListedPage): string {
  return [
    ...(page.note.trim() === '' ? [] : [page.note]),
    ...passages.flatMap(({ selector, match, note }) => [
      `“${selector.exact}”`,
      ...(match === null
        ? []
        : [
            `${match.original ? `${match.original.text} (` : '('}${match.title}. ${match.attribution})`,
          ]),
      ...(note.trim() === '' ? [] : [note]),
    ]),
  ]
    .map(literal)
    .join(' ¶ ');
}

/** A page as a citation; its id is made of site, year and place in the list, which no two share. */
function cslOf(listed: ListedPage, at: number, untitled: string): CslItem {
  const { page } = listed;
  const issued = dateOf(page.published);
  const host = isReachable(page.address) ? new URL(page.address).hostname : '';
  const word = (page.site ?? host).toLowerCase().replace(/[^a-z0-9]+/g, '') || 'page';
  const keywords = [...new Set([page, ...listed.passages].flatMap(({ tags }) => tags))];
  const note = noteOf(listed);
  return {
    id: `${word}${page.published?.match(/^\d{4}/)?.[0] ?? ''}-${at + 1}`,
    type: 'webpage',
    title: literal(titleOf(listed, { untitled })),
    ...(page.author === null ? {} : { author: [{ literal: literal(page.author) }] }),
    ...(page.site === null ? {} : { 'container-title': literal(page.site) }),
    ...(isReachable(page.address) ? { URL: new URL(page.address).href } : {}),
    ...(issued === null ? {} : { issued }),
    accessed: dateOf(page.savedAt),
    ...(page.language === null ? {} : { language: page.language }),
    ...(keywords.length === 0 ? {} : { keyword: keywords.map(literal).join(', ') }),
    ...(note === '' ? {} : { note }),
  };
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

/** A text whose signs TeX reads as its own are made text. */
const tex = (text: string): string =>
  text.replace(/[\\{}$&#%_^~]/g, (sign) => TEX[sign] ?? `\\${sign}`);

/**
 * BibTeX. The library escapes TeX only where it drops every character outside ASCII as well, so it is
 * told to do neither and is given escaped texts. It writes the address a second time, raw, as
 * `howpublished`, where TeX would stumble over it; `url` is enough. No value has a line end.
 */
function bibtexOf(items: readonly CslItem[]): string {
  Object.assign(plugins.config.get('@bibtex').format, { asciiOnly: false, useIdAsLabel: true });
  const escaped = items.map((item) => ({
    ...item,
    ...Object.fromEntries(
      Object.entries(item).flatMap(([field, value]) =>
        typeof value === 'string' && field !== 'URL' && field !== 'id' ? [[field, tex(value)]] : [],
      ),
    ),
    ...(item.author && { author: item.author.map((each) => ({ literal: tex(each.literal) })) }),
  }));
  return String(plugins.output.format('bibtex', escaped)).replace(/^\thowpublished = .*\n/gm, '');
}

/** Writes the pages of a list as citations, one a page, its passages in the note. */
export function writeCitations(pages: Outgoing, format: CitationFormat, untitled: string): string {
  const items = pages.map((listed, at) => cslOf(listed, at, untitled));
  if (format === 'csl') return `${JSON.stringify(items, null, 2)}\n`;
  return format === 'bibtex' ? bibtexOf(items) : String(plugins.output.format('ris', items));
}
