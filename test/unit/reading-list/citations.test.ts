import { Cite } from '@citation-js/core';
import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import { parse as parseRis } from 'astrocite-ris';
import { describe, expect, it } from 'vitest';
import { citationParts } from '../../../utils/reading-list/exchange/citations.ts';
import type { ListedPage } from '../../../utils/reading-list/model.ts';
import { whole } from '../../support/written.ts';
import { generatedList } from './generated.ts';

const written = (...args: Parameters<typeof citationParts>): string =>
  whole(citationParts(...args));

/** Titles that formats stumble over, as long as titles can be. */
const TITLES = [
  'Braces {of all} kinds }{ and \\commands{x} \\\\',
  'Über „Größe“, Maß und GRÖSSE – naïve façade, smørrebrød, İstanbul, Łódź',
  '新华社：“不针对第三方” & 《伙伴》——𠮷野家',
  '習近平同俄羅斯總統普京會談',
  'Партнёрство «равных» — 100 % или нет?',
  "He said \"yes\", she said “no”, they said 'maybe', all said ``so''",
  'R&D: AT&T & Co. at 5% of $100 #1 in a_b ^ ~ | < > c',
  'Ligatures -- --- ?` !` ,, << >> in a row',
  '@article{not, title={an entry}}',
  'ER  - not the end; TY  - JOUR',
  '% not a comment',
  'a "quoted, "title", = {with} # everything',
  'مرحبا بالعالم and עברית',
  'emoji 👩‍👩‍👧 and é in two code points',
  `${'不针对第三方，也不受个别情况影响。𠮷'.repeat(40)} end`,
  `${'A very long title of many words '.repeat(20)}end`,
  '   blanks \n and\tlines   within ',
  '   ',
];
const AUTHORS = ['A. Writer', null, '李明', 'X & Y {Z} 100%', 'Ünal İ. Öğüş', 'Иванов и Петров'];
const DATES = ['2025-05-09', null, '2024-02', 'yesterday', '2023-01-02T03:04:05Z', '2022'];
const SITES = ['Example News', null, '新华网', 'A "B" & <C>', 'site-1', 'site'];

const LIST: readonly ListedPage[] = generatedList(TITLES.length * 6, 3).map((listed, at) => ({
  ...listed,
  page: {
    ...listed.page,
    title: TITLES[at % TITLES.length] ?? '',
    author: AUTHORS[(at * 5) % AUTHORS.length] ?? null,
    published: DATES[Math.floor(at / 3) % DATES.length] ?? null,
    site: SITES[Math.floor(at / 7) % SITES.length] ?? null,
  },
}));
const PAGES = LIST.map(({ page }) => page);
const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
const WANTED = {
  titles: PAGES.map(({ title }) => tidy(title) || 'Untitled'),
  addresses: PAGES.map(({ address }) => new URL(address).href),
  years: PAGES.map(({ published }) => /^\d{4}/.exec(published ?? '')?.[0] ?? null),
  tags: LIST.map(({ page, passages }) => [
    ...new Set([page, ...passages].flatMap(({ tags }) => tags)),
  ]),
};
/** CSL would read these signs as markup, so others that look alike stand in their place. */
const lookAlike = (text: string): string => text.replaceAll('‹', '<').replaceAll('›', '>');

describe('CSL-JSON', () => {
  const items = JSON.parse(written(LIST, 'csl', 'Untitled'));

  it('has title, address and date of every page, each under an id of its own', () => {
    expect(items.map(({ title }: { title: string }) => title)).toEqual(WANTED.titles);
    expect(items.map(({ URL: address }: { URL: string }) => address)).toEqual(WANTED.addresses);
    expect(new Set(items.map(({ id }: { id: string }) => id)).size).toBe(LIST.length);
  });

  it('is read by the citation library', () => {
    expect(new Cite(items).data).toHaveLength(LIST.length);
  });
});

describe.each([
  ['bibtex', '@bibtex/text'],
  ['ris', '@ris/file'],
] as const)('%s', (format, forceType) => {
  const { data } = new Cite(written(LIST, format, 'Untitled'), { forceType });

  it('is read by the library’s own parser, titles and addresses to the letter', () => {
    expect(data.map(({ URL: address }) => address)).toEqual(WANTED.addresses);
    expect(data.map(({ title }) => lookAlike(tidy(String(title))))).toEqual(WANTED.titles);
  });
});

describe('BibTeX, read by the parser of Better BibTeX for Zotero', () => {
  const text = written(LIST, 'bibtex', 'Untitled');
  const { entries, errors } = parseBibtex(text, {
    sentenceCase: false,
    caseProtection: false,
    verbatimFields: ['url'],
  });
  const fields = entries.map((entry) => entry.fields as Readonly<Record<string, unknown>>);

  it('has an entry for every page, under a key of its own, without a fault', () => {
    expect(errors).toEqual([]);
    expect(entries).toHaveLength(LIST.length);
    expect(new Set(entries.map(({ key }) => key)).size).toBe(LIST.length);
    expect(entries.every(({ key }) => /^[a-z0-9]+_\d+$/.test(key))).toBe(true);
  });

  it('gives titles, addresses and years back to the letter', () => {
    expect(fields.map(({ title }) => lookAlike(String(title)))).toEqual(WANTED.titles);
    expect(fields.map(({ url }) => url)).toEqual(WANTED.addresses);
    expect(fields.map(({ year }) => year ?? null)).toEqual(WANTED.years);
  });

  it('gives authors back as one name, and none where there is none', () => {
    expect(fields.map(({ author }) => author ?? null)).toEqual(
      PAGES.map(({ author }) => (author === null ? null : [{ name: author }])),
    );
  });

  it('gives site and tags back', () => {
    expect(fields.map(({ howpublished }) => howpublished ?? null)).toEqual(
      PAGES.map(({ site }) => site),
    );
    // A comma parts tags in BibTeX, and the parser puts them in order.
    const parted = (tags: readonly unknown[]): string[] =>
      tags.flatMap((tag) => String(tag).split(/, ?/)).sort();
    expect(fields.map(({ keywords }) => parted([keywords ?? []].flat()))).toEqual(
      WANTED.tags.map(parted),
    );
  });

  it('gives every passage and its original wording back in the note', () => {
    for (const [at, { passages }] of LIST.entries()) {
      const note = lookAlike(String(fields[at]?.note ?? ''));
      for (const { selector, match } of passages) {
        expect(note).toContain(tidy(selector.exact));
        if (match) expect(note).toContain(tidy(match.attribution));
        if (match?.original) expect(note).toContain(tidy(match.original.text));
      }
    }
  });
});

describe('RIS, read by another parser', () => {
  const text = written(LIST, 'ris', 'Untitled');
  const entries = parseRis(text) as readonly Readonly<Record<string, unknown>>[];

  it('has nothing but lines of tags, so that no reader has to join any', () => {
    const lines = text.split('\r\n');
    expect(lines.pop()).toBe('');
    expect(lines.filter((line) => !/^[A-Z][A-Z0-9] {2}- /.test(line))).toEqual([]);
    expect(lines.filter((line) => line === 'ER  - ')).toHaveLength(LIST.length);
    expect(text).not.toMatch(/\p{Surrogate}/u);
  });

  it('gives titles, addresses and years back to the letter', () => {
    expect(entries.map(({ title }) => lookAlike(String(title)))).toEqual(WANTED.titles);
    expect(entries.map(({ URL: address }) => address)).toEqual(WANTED.addresses);
    const years = entries.map(
      ({ issued }) => JSON.stringify(issued ?? null).match(/\d{4}/)?.[0] ?? null,
    );
    expect(years).toEqual(WANTED.years);
  });

  it('gives site and tags back, one tag a line', () => {
    expect(entries.map((entry) => lookAlike(String(entry['container-title'] ?? '')))).toEqual(
      PAGES.map(({ site }) => site ?? ''),
    );
    expect(entries.map(({ keyword }) => [keyword ?? []].flat())).toEqual(WANTED.tags);
  });

  it('gives every passage and its original wording back in the note', () => {
    for (const [at, { passages }] of LIST.entries()) {
      const note = lookAlike(String(entries[at]?.note ?? ''));
      for (const { selector, match } of passages) {
        expect(note).toContain(tidy(selector.exact));
        if (match?.original) expect(note).toContain(tidy(match.original.text));
      }
    }
  });

  it('says on which day the page was saved', () => {
    const days = entries.map(({ accessed }) =>
      (accessed as { 'date-parts': string[][] })['date-parts'][0]?.join('-'),
    );
    expect(days).toEqual(PAGES.map(({ savedAt }) => savedAt.slice(0, 10)));
  });
});
