import { MOST_ITEMS } from '../match/constants.ts';
import type { WordingTerms } from './compile-lexicon.ts';
import type { IndexSections } from './index-format.ts';
import { startsOf } from './postings.ts';

/** The words of each item, over all its wordings, and where each word is used. */
export type VocabularySections = Pick<
  IndexSections,
  | 'lexiconTopics'
  | 'lexiconItems'
  | 'termItemStart'
  | 'termItem'
  | 'itemTermStart'
  | 'itemTerm'
  | 'itemTermCount'
>;

/**
 * Joins the wordings of each item into its vocabulary. `terms` are the different terms of each wording, as
 * rows of a lexicon of `rowCount`; `itemOf[w]` is the item of wording w (wordings of one item follow each
 * other); `topicsOf[i]` are the topics of item i.
 */
export function compileVocabulary(
  terms: WordingTerms,
  itemOf: ArrayLike<number>,
  topicsOf: readonly (readonly string[])[],
  rowCount: number,
): VocabularySections {
  const words = wordsOfItems(terms, itemOf, topicsOf.length, rowCount);
  const lexiconItems = new Uint32Array(rowCount);
  for (let at = 0; at < words.row.length; at++) {
    const row = words.row[at] ?? 0;
    lexiconItems[row] = (lexiconItems[row] ?? 0) + 1;
  }
  return {
    lexiconTopics: topicsOfRows(words, topicsOf, rowCount),
    lexiconItems,
    ...itemsOfRows(words, lexiconItems),
    itemTermStart: words.start,
    itemTerm: words.row,
    itemTermCount: words.count,
  };
}

const MOST_USES = 255;

/** The rows of each item in ascending order, item i from `start[i]` on, and how many of its wordings have each. */
interface ItemWords {
  readonly start: Uint32Array;
  readonly row: Uint32Array;
  readonly count: Uint8Array;
}

function wordsOfItems(
  terms: WordingTerms,
  itemOf: ArrayLike<number>,
  itemCount: number,
  rowCount: number,
): ItemWords {
  const start = new Uint32Array(itemCount + 1);
  const rows = new Uint32Array(terms.rows.length);
  const counts = new Uint8Array(terms.rows.length);
  const uses = new Uint32Array(rowCount);
  let used = 0;
  let at = 0;
  for (let item = 0; item < itemCount; item++) {
    const first = used;
    start[item] = first;
    for (; at < terms.rows.length && itemOf[terms.wordings[at] ?? 0] === item; at++) {
      const row = terms.rows[at] ?? 0;
      if (uses[row] === 0) rows[used++] = row;
      uses[row] = (uses[row] ?? 0) + 1;
    }
    rows.subarray(first, used).sort();
    for (let place = first; place < used; place++) {
      const row = rows[place] ?? 0;
      counts[place] = Math.min(MOST_USES, uses[row] ?? 0);
      uses[row] = 0;
    }
  }
  start[itemCount] = used;
  return { start, row: rows.slice(0, used), count: counts.slice(0, used) };
}

/** The items of each row in ascending order, for rows that find items. */
function itemsOfRows(
  words: ItemWords,
  lexiconItems: Uint32Array,
): Pick<IndexSections, 'termItemStart' | 'termItem'> {
  const finds = (row: number): boolean => (lexiconItems[row] ?? 0) <= MOST_ITEMS;
  const termItemStart = startsOf(lexiconItems.map((items, row) => (finds(row) ? items : 0)));
  const termItem = new Uint32Array(termItemStart.at(-1) ?? 0);
  const free = termItemStart.slice();
  for (let item = 0; item + 1 < words.start.length; item++) {
    for (let at = words.start[item] ?? 0; at < (words.start[item + 1] ?? 0); at++) {
      const row = words.row[at] ?? 0;
      if (!finds(row)) continue;
      const place = free[row] ?? 0;
      termItem[place] = item;
      free[row] = place + 1;
    }
  }
  return { termItemStart, termItem };
}

/** In how many topics each row is used. */
function topicsOfRows(
  words: ItemWords,
  topicsOf: readonly (readonly string[])[],
  rowCount: number,
): Uint16Array {
  const itemsOf = new Map<string, number[]>();
  topicsOf.forEach((topics, item) => {
    for (const topic of topics) {
      const items = itemsOf.get(topic);
      if (items) items.push(item);
      else itemsOf.set(topic, [item]);
    }
  });
  const topicCount = new Uint16Array(rowCount);
  /** Number of the last topic, from 1, in which a row was met. */
  const last = new Uint32Array(rowCount);
  let topic = 0;
  for (const items of itemsOf.values()) {
    topic++;
    for (const item of items) {
      for (let at = words.start[item] ?? 0; at < (words.start[item + 1] ?? 0); at++) {
        const row = words.row[at] ?? 0;
        if (last[row] === topic) continue;
        last[row] = topic;
        topicCount[row] = (topicCount[row] ?? 0) + 1;
      }
    }
  }
  return topicCount;
}
