import type { ExportFormat } from '../../components/reading-list/types.ts';
import type { InterfaceLanguage, Translate } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../../utils/i18n.ts';
import { download, listFileName } from '../../utils/own-page/list-file.ts';
import { csvParts } from '../../utils/reading-list/exchange/csv.ts';
import { htmlParts } from '../../utils/reading-list/exchange/html.ts';
import type { Rest } from '../../utils/reading-list/exchange/incoming.ts';
import { jsonParts } from '../../utils/reading-list/exchange/json.ts';
import type { ExportWords } from '../../utils/reading-list/exchange/lines.ts';
import { markdownParts } from '../../utils/reading-list/exchange/markdown.ts';
import { fileOf } from '../../utils/reading-list/exchange/parts.ts';
import { annotationParts } from '../../utils/reading-list/exchange/web-annotation.ts';
import type { Listing } from '../../utils/reading-list/listing.ts';

const TYPES: Readonly<Record<ExportFormat, readonly [ending: string, type: string]>> = {
  json: ['json', 'application/json'],
  markdown: ['md', 'text/markdown'],
  csv: ['csv', 'text/csv'],
  html: ['html', 'text/html'],
  annotations: ['jsonld', 'application/ld+json'],
  bibtex: ['bib', 'application/x-bibtex'],
  ris: ['ris', 'application/x-research-info-systems'],
  csl: ['csl.json', 'application/vnd.citationstyles.csl+json'],
};

interface Tongue {
  readonly t: Translate<TextKey>;
  readonly language: InterfaceLanguage;
}

function wordsOf(t: Translate<TextKey>): ExportWords {
  return {
    title: t('list.title'),
    original: t('list.original'),
    source: t('list.source'),
    note: t('list.note'),
    tags: t('list.tags'),
    status: t('list.status'),
    untitled: t('list.untitled'),
    noPassage: t('list.noPassage'),
    statuses: {
      'to-read': t('status.to-read'),
      reading: t('status.reading'),
      done: t('status.done'),
    },
  };
}

async function partsOf(
  format: ExportFormat,
  listing: Listing,
  { t, language }: Tongue,
  now: Date,
): Promise<Iterable<string>> {
  const { pages } = listing;
  if (format === 'json') return jsonParts(listing, now);
  if (format === 'markdown') return markdownParts(pages, wordsOf(t), now);
  if (format === 'csv') return csvParts(pages);
  if (format === 'html') return htmlParts(pages, wordsOf(t), { exportedAt: now, language });
  if (format === 'annotations') return annotationParts(pages, t('list.title'));
  // The library for citations is loaded only by those who ask for one.
  const { citationParts } = await import('../../utils/reading-list/exchange/citations.ts');
  return citationParts(pages, format, t('list.untitled'));
}

/** How many records leave, about: what a part is differs by format. */
const sizeOf = (format: ExportFormat, { pages }: Listing): number =>
  format === 'json' || format === 'annotations'
    ? pages.reduce((sum, { passages }) => sum + 1 + passages.length, 0)
    : pages.length;

/**
 * Hands a list, or a part of it, to the reader as a file of that format. It is written in slices, so
 * that the page stays alive; rejects with the signal's reason where it aborts, and hands out nothing.
 */
export async function downloadList(
  format: ExportFormat,
  listing: Listing,
  tongue: Tongue,
  { rest, now = new Date() }: { readonly rest: Rest; readonly now?: Date },
): Promise<void> {
  const [ending, type] = TYPES[format];
  const parts = await partsOf(format, listing, tongue, now);
  const file = await fileOf(parts, { type, count: sizeOf(format, listing), rest });
  download(file, listFileName(now, ending));
}
