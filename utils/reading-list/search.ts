import type { PageRecord, PassageRecord } from './model.ts';
import { createWordIndex, type Found } from './word-index.ts';

/** Finds records of the list by their words, in any script. */
export interface ListSearch {
  /** Takes in a passage, or a page for itself where there is none; one that is known is replaced. */
  put(page: PageRecord, passage: PassageRecord | null): void;
  remove(id: string): void;
  /** The records in which every word of the query occurs; null for a query without words. */
  find(query: string): Found | null;
}

const HAN = /\p{Script=Han}/u;
const RUNS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;

/**
 * Words of a text: runs of letters and digits; of Chinese, which has no blanks, each pair of
 * neighbours and the last character of a run, so that every character begins a word.
 */
function searchWords(text: string): string[] {
  return runsOf(text).flatMap((run) => {
    if (!HAN.test(run)) return [run];
    const characters = [...run];
    return characters.map((character, at) => `${character}${characters[at + 1] ?? ''}`);
  });
}

/** Words that a query asks for; words of letters and single Chinese characters are beginnings. */
function queryWords(text: string) {
  return runsOf(text).flatMap((run) => {
    if (!HAN.test(run)) return [{ word: run, isStart: true }];
    const characters = [...run];
    if (characters.length === 1) return [{ word: run, isStart: true }];
    return characters
      .slice(1)
      .map((character, at) => ({ word: `${characters[at]}${character}`, isStart: false }));
  });
}

const runsOf = (text: string): string[] => text.normalize('NFKC').toLowerCase().match(RUNS) ?? [];

/** Everything of a record that can be searched. */
function textOf(page: PageRecord, passage: PassageRecord | null): string {
  const { note, tags } = passage ?? page;
  const match = passage?.match;
  return [
    passage?.selector.exact,
    note,
    ...tags,
    page.title,
    page.site,
    page.author,
    match?.title,
    match?.original?.text,
    match?.attribution,
  ]
    .filter((part) => part)
    .join('\n');
}

/** Makes an empty search. */
export function createListSearch(): ListSearch {
  const index = createWordIndex();
  return {
    put: (page, passage) => index.put((passage ?? page).id, searchWords(textOf(page, passage))),
    remove: index.remove,
    find(query) {
      const words = queryWords(query);
      return words.length === 0 ? null : index.find(words);
    },
  };
}
