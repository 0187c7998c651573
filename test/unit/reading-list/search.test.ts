import { describe, expect, it } from 'vitest';
import { countsOf, shownPages } from '../../../entrypoints/reading-list/shown.ts';
import type { ListedPage, PassageRecord } from '../../../utils/reading-list/model.ts';
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

function found(pages: readonly ListedPage[], query: string): string[] | null {
  const search = createListSearch();
  search.update(pages);
  const ids = search.find(query);
  return ids && [...ids].sort();
}

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
    const search = createListSearch();
    search.update(pages);
    search.update([listed(false, passage('a', 'other words'))]);
    expect([...(search.find('third') ?? [])]).toEqual([]);
    expect([...(search.find('other') ?? [])]).toEqual(['a']);
  });
});

describe('what is shown', () => {
  it('is everything where nothing narrows it', () => {
    expect(shownPages(pages, { found: null, status: null })).toBe(pages);
  });

  it('is what was found and has the status', () => {
    const done = [listed(false, passage('a', 'x', { status: 'done' }), passage('b', 'y'))];
    const shown = shownPages(done, { found: new Set(['a', 'b']), status: 'done' });
    expect(shown.flatMap(({ passages }) => passages.map(({ id }) => id))).toEqual(['a']);
    expect(shownPages(done, { found: new Set(['b']), status: 'done' })).toEqual([]);
  });

  it('is a saved page with all its passages where the page itself was found', () => {
    const saved = [listed(true, passage('a', 'x'))];
    expect(shownPages(saved, { found: new Set(['p']), status: null })).toEqual(saved);
  });

  it('is counted by status over passages and saved pages', () => {
    const mixed = [listed(true, passage('a', 'x', { status: 'done' })), listed(false)];
    expect(countsOf(mixed)).toEqual({ 'to-read': 1, reading: 0, done: 1 });
  });
});
