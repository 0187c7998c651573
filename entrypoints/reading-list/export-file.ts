import type { ExportFormat } from '../../components/reading-list/types.ts';
import type { InterfaceLanguage, Translate } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../../utils/i18n.ts';
import { writeCsv } from '../../utils/reading-list/exchange/csv.ts';
import { writeHtml } from '../../utils/reading-list/exchange/html.ts';
import { writeJson } from '../../utils/reading-list/exchange/json.ts';
import type { ExportWords } from '../../utils/reading-list/exchange/lines.ts';
import { writeMarkdown } from '../../utils/reading-list/exchange/markdown.ts';
import { writeAnnotations } from '../../utils/reading-list/exchange/web-annotation.ts';
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

async function textOf(
  format: ExportFormat,
  listing: Listing,
  { t, language }: Tongue,
  now: Date,
): Promise<string> {
  const { pages } = listing;
  if (format === 'json') return writeJson(listing, now);
  if (format === 'markdown') return writeMarkdown(pages, wordsOf(t), now);
  if (format === 'csv') return writeCsv(pages);
  if (format === 'html') return writeHtml(pages, wordsOf(t), { exportedAt: now, language });
  if (format === 'annotations') return writeAnnotations(pages, t('list.title'));
  // The library for citations is loaded only by those who ask for one.
  const { writeCitations } = await import('../../utils/reading-list/exchange/citations.ts');
  return writeCitations(pages, format, t('list.untitled'));
}

/** Hands a file to the reader. */
export function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after the click; a minute is far more than it needs.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Hands a list, or a part of it, to the reader as a file of that format. */
export async function downloadList(
  format: ExportFormat,
  listing: Listing,
  tongue: Tongue,
  now = new Date(),
): Promise<void> {
  const [ending, type] = TYPES[format];
  const text = await textOf(format, listing, tongue, now);
  const name = `parallax-reading-list-${now.toISOString().slice(0, 10)}.${ending}`;
  download(new Blob([text], { type }), name);
}
