import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import type { ListedPage } from '../model.ts';
import { isReachable, type Outgoing, titleOf } from './lines.ts';
import { listParts } from './parts.ts';

type CitationFormat = 'bibtex' | 'ris' | 'csl';

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

/** The tags of a page and of its passages, each once. */
const tagsOf = ({ page, passages }: ListedPage): string[] => [
  ...new Set([page, ...passages].flatMap(({ tags }) => tags.map(literal))),
];

/** A page as a citation; its id is made of site, year and place in the list, which no two share. */
function cslOf(listed: ListedPage, at: number, untitled: string): CslItem {
  const { page } = listed;
  const issued = dateOf(page.published);
  const host = isReachable(page.address) ? new URL(page.address).hostname : '';
  const word = (page.site ?? host).toLowerCase().replace(/[^a-z0-9]+/g, '') || 'page';
  const keywords = tagsOf(listed);
  const note = noteOf(listed);
  return {
    id: `${word}${page.published?.match(/^\d{4}/)?.[0] ?? ''}_${at + 1}`,
    type: 'webpage',
    title: literal(titleOf(listed, { untitled })),
    ...(page.author === null ? {} : { author: [{ literal: literal(page.author) }] }),
    ...(page.site === null ? {} : { 'container-title': literal(page.site) }),
    ...(isReachable(page.address) ? { URL: new URL(page.address).href } : {}),
    ...(issued === null ? {} : { issued }),
    accessed: dateOf(page.savedAt),
    ...(page.language === null ? {} : { language: page.language }),
    ...(keywords.length === 0 ? {} : { keyword: keywords.join(', ') }),
    ...(note === '' ? {} : { note }),
  };
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
};

/** A text whose signs, and pairs of signs, that TeX reads as its own are made text. */
const tex = (text: string): string =>
  text
    .replace(/[\\{}$&#%_^~<>|]/g, (sign) => TEX[sign] ?? `\\${sign}`)
    .replace(/([-`',])(?=\1)|[?!](?=`)/g, '$&{}');

/**
 * BibTeX. The library escapes TeX only where it drops every character outside ASCII as well, so it is
 * told to do neither and is given escaped texts. It writes the address a second time, raw, as
 * `howpublished`, where TeX would stumble over it: the site stands there instead. It leaves the tags
 * out. No value has a line end.
 */
function bibtexOf(item: CslItem, { page }: ListedPage, tags: readonly string[]): string {
  const escaped = {
    ...item,
    ...Object.fromEntries(
      Object.entries(item).flatMap(([field, value]) =>
        typeof value === 'string' && field !== 'URL' && field !== 'id' ? [[field, tex(value)]] : [],
      ),
    ),
    ...(item.author && { author: item.author.map((each) => ({ literal: tex(each.literal) })) }),
  };
  const more = [
    ...(page.site === null ? [] : [['howpublished', page.site]]),
    ...(tags.length === 0 ? [] : [['keywords', tags.join(', ')]]),
  ].map(([field, value = '']) => `\t${field} = {${tex(literal(value))}},\n`);
  return String(plugins.output.format('bibtex', [escaped]))
    .replace(/^\thowpublished = .*\n/m, '')
    .replace(/^\}\s*$/m, () => `${more.join('')}}\n`);
}

/** Tags of RIS that the library fills otherwise than readers of the format expect. */
const OWN_RIS = new Set(['TY', 'KW', 'M1', 'T2', 'Y2']);

/**
 * RIS. The library says what goes where; the lines are written here, because it breaks a value after
 * every seventy units, in the middle of words and characters, and its own parser, as others, puts a
 * blank there. A tag has a line of its own; the day of saving is the day of access (`Y2`).
 */
function risOf(item: CslItem, { page }: ListedPage, tags: readonly string[]): string {
  const [entry = {}] = plugins.output.format('ris', [item], { format: 'object' }) as readonly {
    readonly [tag: string]: string | readonly string[];
  }[];
  const lines = Object.entries(entry).flatMap(([tag, value]) =>
    OWN_RIS.has(tag) ? [] : [value].flat().map((each) => [tag, each] as const),
  );
  return [
    ['TY', String(entry.TY)] as const,
    ...lines,
    ...(page.site === null ? [] : [['T2', literal(page.site)] as const]),
    ...tags.map((tag) => ['KW', tag] as const),
    ['Y2', page.savedAt.slice(0, 10).replaceAll('-', '/')] as const,
    ['ER', ''] as const,
  ]
    .map(([tag, value]) => `${tag}  - ${value}\r\n`)
    .join('');
}

function* cslItems(pages: Outgoing, untitled: string): Generator<CslItem> {
  for (const [at, listed] of pages.entries()) yield cslOf(listed, at, untitled);
}

/** Writes the pages of a list as citations, one a page and a part, its passages in the note. */
export function* citationParts(
  pages: Outgoing,
  format: CitationFormat,
  untitled: string,
): Generator<string> {
  if (format === 'csl') {
    yield* listParts(cslItems(pages, untitled), '');
    yield '\n';
    return;
  }
  Object.assign(plugins.config.get('@bibtex').format, { asciiOnly: false, useIdAsLabel: true });
  const write = format === 'bibtex' ? bibtexOf : risOf;
  for (const [at, listed] of pages.entries()) {
    yield write(cslOf(listed, at, untitled), listed, tagsOf(listed));
  }
}
