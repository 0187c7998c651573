import { lookUp } from '../match/hash-table.ts';
import type { Lexicon } from './compile-lexicon.ts';
import type { IndexSections } from './index-format.ts';
import { listsOf } from './postings.ts';

/** The words of each item, over all its wordings, and where each word is used. */
export type VocabularySections = Pick<
  IndexSections,
  'lexiconTopics' | 'termItemStart' | 'termItem' | 'itemTermStart' | 'itemTerm' | 'itemTermCount'
>;

/**
 * Joins the wordings of each item into its vocabulary. `termsOfWording[w]` lists the terms of wording w,
 * `itemOf[w]` its item (wordings of one item follow each other), `topicsOf[i]` the topics of item i.
 */
export function compileVocabulary(
  termsOfWording: readonly Uint32Array[],
  itemOf: ArrayLike<number>,
  topicsOf: readonly (readonly string[])[],
  lexicon: Lexicon,
): VocabularySections {
  const counts = topicsOf.map(() => new Map<number, number>());
  termsOfWording.forEach((terms, wording) => {
    const own = counts[itemOf[wording] ?? 0];
    if (!own) return;
    for (const term of new Set(terms)) {
      const row = lookUp(lexicon.table, term);
      own.set(row, (own.get(row) ?? 0) + 1);
    }
  });
  const items: number[] = [];
  const rows: number[] = [];
  const uses: number[] = [];
  const topics = new Map<number, Set<string>>();
  counts.forEach((own, item) => {
    for (const row of [...own.keys()].sort((a, b) => a - b)) {
      items.push(item);
      rows.push(row);
      uses.push(Math.min(MOST_USES, own.get(row) ?? 0));
      const known = topics.get(row) ?? new Set();
      for (const topic of topicsOf[item] ?? []) known.add(topic);
      topics.set(row, known);
    }
  });
  const byItem = listsOf(items, rows, topicsOf.length);
  const byTerm = listsOf(rows, items, lexicon.weight.length);
  const lexiconTopics = new Uint16Array(lexicon.weight.length);
  for (const [row, names] of topics) lexiconTopics[row] = names.size;
  return {
    lexiconTopics,
    termItemStart: byTerm.start,
    termItem: byTerm.values,
    itemTermStart: byItem.start,
    itemTerm: byItem.values,
    itemTermCount: Uint8Array.from(byItem.order, (at) => uses[at] ?? 0),
  };
}

const MOST_USES = 255;
