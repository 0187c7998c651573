import { describe, expect, it } from 'vitest';
import type { ListedPage, PassageRecord } from '../../../utils/reading-list/model.ts';
import { ANYTHING, countsOf, narrowed } from '../../../utils/reading-list/narrow.ts';
import { newPage, newPassage } from '../../../utils/reading-list/records.ts';
import { createListSearch } from '../../../utils/reading-list/search.ts';
import { samplePage, samplePassage } from './samples.ts';

const at = '2026-01-01T00:00:00.000Z';

function passage(id: string, exact: string, change: Partial<PassageRecord> = {}): PassageRecord {
  const selector = { ...samplePassage().selector, exact };
  const made = newPassage(samplePassage({ selector, match: null }), { id, savedAt: at, page: 'p' });
  return { ...made, ...change };
}

function listed(isEntry: boolean, ...passages: PassageRecord[]): ListedPage {
  return { page: newPage(samplePage(), { id: 'p', savedAt: at, isEntry }), passages };
}

function searchOf(pages: readonly ListedPage[]) {
  const search = createListSearch();
  for (const { page, passages } of pages) {
    for (const each of passages) search.put(page, each);
  }
  return search;
}

const foundIn = (found: { has(id: string): boolean } | null): string[] | null =>
  found && ['a', 'b', 'c', 'd'].filter((id) => found.has(id));

const found = (pages: readonly ListedPage[], query: string): string[] | null =>
  foundIn(searchOf(pages).find(query));

const pages = [
  listed(
    false,
    passage('a', 'are not directed against third parties'),
    passage('b', '双方强调中俄关系不针对第三方', { note: 'see the thesis' }),
    passage('c', 'не направлены против третьих стран', { tags: ['Урок'] }),
    passage('d', 'no-limits', { match: samplePassage().match }),
  ),
];

describe('the search of the list', () => {
  it.each([
    ['THIRD part', ['a', 'd']],
    ['第三方', ['b', 'd']],
    ['第二方', []],
    ['方', ['b', 'd']],
    ['третьих', ['c']],
    ['урок', ['c']],
    ['thesis', ['b']],
    ['thesis third', []],
    ['no limits', ['d']],
    ['two capitals', ['a', 'b', 'c', 'd']],
    ['ｔｈｅｓｉｓ', ['b']],
  ])('for "%s" finds %j', (query, ids) => {
    expect(found(pages, query)).toEqual(ids);
  });

  it('asks nothing where there are no words', () => {
    expect(found(pages, ' … ')).toBeNull();
  });

  it('follows edits and deletions', () => {
    const search = searchOf(pages);
    const page = newPage(samplePage(), { id: 'p', savedAt: at, isEntry: false });
    search.put(page, passage('a', 'other words'));
    search.remove('d');
    expect(foundIn(search.find('third'))).toEqual([]);
    expect(foundIn(search.find('other'))).toEqual(['a']);
  });
});

describe('what is shown', () => {
  const idsOf = (pages: readonly ListedPage[]): string[] =>
    pages.flatMap(({ passages }) => passages.map(({ id }) => id));

  it('is everything where nothing narrows it', () => {
    expect(narrowed(pages, null, ANYTHING)).toBe(pages);
  });

  it('is what was found and has the status', () => {
    const done = [listed(false, passage('a', 'x', { status: 'done' }), passage('b', 'y'))];
    const narrowing = { ...ANYTHING, status: 'done' as const };
    expect(idsOf(narrowed(done, new Set(['a', 'b']), narrowing))).toEqual(['a']);
    expect(narrowed(done, new Set(['b']), narrowing)).toEqual([]);
  });

  it.each([
    [{ topic: 'topic.sample' }, ['d']],
    [{ item: 'clause.sample' }, ['d']],
    [{ tag: 'Урок' }, ['c']],
    [{ site: 'Example News' }, ['a', 'b', 'c', 'd']],
    [{ site: 'Other' }, []],
    [{ language: 'en' }, ['a', 'b', 'c', 'd']],
    [{ from: '2026-01-01', to: '2026-01-01' }, ['a', 'b', 'c', 'd']],
    [{ from: '2026-01-02' }, []],
    [{ to: '2025-12-31' }, []],
  ])('narrowed to %j is %j', (to, ids) => {
    expect(idsOf(narrowed(pages, null, { ...ANYTHING, ...to }))).toEqual(ids);
  });

  it('is a saved page with all its passages where the page itself was found', () => {
    const saved = [listed(true, passage('a', 'x'))];
    expect(narrowed(saved, new Set(['p']), ANYTHING)).toEqual(saved);
  });

  it('is counted by status over passages and saved pages', () => {
    const mixed = [listed(true, passage('a', 'x', { status: 'done' })), listed(false)];
    expect(countsOf(mixed)).toEqual({ 'to-read': 1, reading: 0, done: 1 });
  });
});
