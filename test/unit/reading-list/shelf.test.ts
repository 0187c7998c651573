import { describe, expect, it } from 'vitest';
import { listingOf } from '../../../utils/reading-list/listing.ts';
import type { ListedPage } from '../../../utils/reading-list/model.ts';
import { ANYTHING, facetsOf, topicName, topicsIn } from '../../../utils/reading-list/narrow.ts';
import type { RawRecord } from '../../../utils/reading-list/reading.ts';
import { entriesOf, rowsOf } from '../../../utils/reading-list/rows.ts';
import { parseSavedFilters } from '../../../utils/reading-list/saved-filters.ts';
import { createListSearch } from '../../../utils/reading-list/search.ts';
import { createShelf } from '../../../utils/reading-list/shelf.ts';
import { createWordIndex } from '../../../utils/reading-list/word-index.ts';
import { generatedList, numbersOf } from './generated.ts';

const LIST = generatedList(60, 4);
const RAWS: RawRecord[] = LIST.flatMap(({ page, passages }) => [
  { kind: 'page', id: page.id, raw: page },
  ...passages.map((raw): RawRecord => ({ kind: 'passage', id: raw.id, raw })),
]);

const wholeOf = (raws: readonly RawRecord[]) =>
  listingOf(
    raws.filter(({ kind, raw }) => kind === 'page' && raw !== undefined).map(({ raw }) => raw),
    raws.filter(({ kind, raw }) => kind === 'passage' && raw !== undefined).map(({ raw }) => raw),
  );

describe('the list in memory', () => {
  it('is the same as one read at once, in whatever order its records come', () => {
    const next = numbersOf(3);
    const mixed = RAWS.map((raw) => ({ raw, at: next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ raw }) => raw);
    const shelf = createShelf(createListSearch());
    for (let at = 0; at < mixed.length; at += 7) shelf.put(mixed.slice(at, at + 7));
    expect(shelf.listing()).toEqual(wholeOf(RAWS));
  });

  it('follows edits, deletions and what can no longer be read', () => {
    const search = createListSearch();
    const shelf = createShelf(search);
    shelf.put(RAWS);
    const next = numbersOf(5);
    const changed = RAWS.map((each): RawRecord => {
      const chance = next();
      const raw = each.raw as { note: string };
      if (chance < 0.2) return { ...each, raw: { ...raw, deletedAt: '2026-01-01T00:00:00.000Z' } };
      if (chance < 0.3) return { ...each, raw: undefined };
      if (chance < 0.4) return { ...each, raw: { ...raw, tags: 'none' } };
      if (chance < 0.5) return { ...each, raw: { ...raw, note: 'needleword' } };
      return each;
    });
    shelf.put(changed);
    const wanted = wholeOf(changed);
    expect(shelf.listing().pages).toEqual(wanted.pages);
    expect(new Set(shelf.listing().unreadable)).toEqual(new Set(wanted.unreadable));
    const found = search.find('needleword');
    for (const { page, passages } of wanted.pages) {
      for (const record of page.isEntry ? [page, ...passages] : passages) {
        expect({ id: record.id, found: found?.has(record.id) }).toEqual({
          id: record.id,
          found: record.note === 'needleword',
        });
      }
    }
  });
});

describe('the index of words', () => {
  it('finds what a search through every entry finds, after puts and removals', () => {
    const next = numbersOf(11);
    const word = (): string =>
      'abc'.repeat(2).slice(Math.floor(next() * 4), 2 + Math.floor(next() * 5));
    const index = createWordIndex();
    const held = new Map<string, string[]>();
    for (let step = 0; step < 2_000; step += 1) {
      const id = `entry-${Math.floor(next() * 120)}`;
      if (next() < 0.25) {
        index.remove(id);
        held.delete(id);
      } else {
        const words = [word(), word(), word()];
        index.put(id, words);
        held.set(id, words);
      }
      if (step % 20 !== 0) continue;
      const asked = [
        { word: word(), isStart: true },
        { word: word(), isStart: false },
      ];
      const found = index.find(asked);
      const wanted = [...held].filter(([, words]) =>
        asked.every((ask) =>
          words.some((each) => (ask.isStart ? each.startsWith(ask.word) : each === ask.word)),
        ),
      );
      expect([...held.keys()].filter((each) => found.has(each))).toEqual(
        wanted.map(([each]) => each),
      );
      expect(found.size).toBe(wanted.length);
    }
  });
});

describe('the lines of the list', () => {
  const everyEntry = (pages: readonly ListedPage[]): string[] =>
    pages
      .flatMap(({ page, passages }) => [
        ...(page.isEntry ? [page.id] : []),
        ...passages.map((p) => p.id),
      ])
      .sort();

  it.each(['page', 'topic', 'day'] as const)('grouped by %s hold every entry once', (grouping) => {
    for (const sort of ['newest', 'oldest', 'title', 'site'] as const) {
      const rows = rowsOf(LIST, { grouping, sort });
      expect(entriesOf(rows).sort()).toEqual(everyEntry(LIST));
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    }
  });

  it('stand in the order asked for', () => {
    const titles = rowsOf(LIST, { grouping: 'page', sort: 'title' }).flatMap((row) =>
      row.kind === 'page' ? [row.listed.page.title.toLocaleLowerCase()] : [],
    );
    expect(titles).toEqual(titles.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    const days = rowsOf(LIST, { grouping: 'day', sort: 'oldest' }).flatMap((row) =>
      row.kind === 'group' ? [row.value] : [],
    );
    expect(days).toEqual(days.toSorted());
  });
});

describe('what the list can be narrowed to', () => {
  it('is counted, the most frequent first', () => {
    const { tag, topic } = facetsOf(LIST);
    const counts = tag.map(({ count }) => count);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    const all: readonly { readonly tags: readonly string[] }[] = LIST.flatMap(
      ({ page, passages }) => [...(page.isEntry ? [page] : []), ...passages],
    );
    for (const { value, count } of tag) {
      expect(count).toBe(all.filter(({ tags }) => tags.includes(value)).length);
    }
    expect(topic.every(({ name }) => !name.startsWith('topic.'))).toBe(true);
  });

  it.each([
    ['en_US', ['en']],
    ['EN', ['en']],
    ['zh-Hans', ['zh']],
    ['en, fr', ['en']],
    ['english', []],
    ['1', []],
    ['', []],
    [null, []],
  ])('has of the language %j that a page gave only what is one', (language, values) => {
    const [listed] = LIST;
    if (!listed) return expect.unreachable();
    const page = { ...listed.page, language, isEntry: true };
    const found = facetsOf([{ page, passages: [] }]).language.map(({ value }) => value);
    expect(found).toEqual(values);
    // Whatever is offered has a name: the browser throws where it is asked for that of no language.
    const names = new Intl.DisplayNames(['en'], { type: 'language' });
    expect(found.map((value) => names.of(value))).toHaveLength(values.length);
  });

  it('names topics by their questions where these are known, and by their words elsewhere', () => {
    const [first, second] = facetsOf(LIST).topic;
    if (!first || !second) return expect.unreachable();
    const names = new Map([[first.value, 'Это союз?']]);
    expect(facetsOf(LIST, names).topic.map(({ name }) => name)).toContain('Это союз?');
    expect(facetsOf(LIST, names).topic.map(({ name }) => name)).toContain(second.name);
    expect(topicName('subject:south-china-sea', names)).toBe('south china sea');
  });

  it('asks for the name of each topic once', () => {
    const passages = LIST.flatMap((listed) => listed.passages);
    const topics = new Set(passages.flatMap(({ match }) => match?.topic ?? []));
    topics.delete('');
    expect(topics.size).toBeGreaterThan(1);
    expect(topicsIn(LIST)).toEqual([...topics].sort());
  });

  it('is read from storage filter by filter, broken ones passed over', () => {
    const filter = { name: 'mine', query: 'x', narrowing: { ...ANYTHING, tag: 'a' } };
    expect(parseSavedFilters([filter, { name: 1 }, null])).toEqual([filter]);
    expect(parseSavedFilters('spoilt')).toEqual([]);
  });
});
