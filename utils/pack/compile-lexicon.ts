import type { Background } from '../match/background.ts';
import { MOST_WEIGHT } from '../match/constants.ts';
import { buildHashTable, type HashTable } from '../match/hash-table.ts';
import { listsOf } from './postings.ts';

/** Terms rarer than this among the items of a pack say as much as a term can. */
const PRIOR_ITEMS = 200;
/** Terms less surprising than this find no candidates. */
const LEAST_SURPRISE = 0.5;
/** Terms in more wordings than this share of them (or this number) find no candidates. */
const MOST_POSTINGS_SHARE = 0.04;
const MOST_POSTINGS = 400;

/** What is left of the surprise of a word that every page on the subject has. */
const EXPECTED = 0.2;

/** The different terms of each wording, as rows of the lexicon: parallel arrays, one wording after the other. */
export interface WordingTerms {
  readonly rows: Uint32Array;
  readonly wordings: Uint32Array;
}

export interface Lexicon {
  readonly terms: WordingTerms;
  /** Rows below this one are words of wordings; the others have no postings. */
  readonly wordingRows: number;
  readonly table: HashTable;
  readonly weight: Float32Array;
  readonly surprise: Uint8Array;
  readonly postingStart: Uint32Array;
  readonly postingWording: Uint32Array;
}

/**
 * Weighs every term of the pack and of the background, from 0 to `MOST_WEIGHT`: how rare it is among
 * the items of the pack (inverse document frequency), times how surprising it is in ordinary text. A
 * word that half of the clauses share says little, however rare it is elsewhere. An item counts for a
 * term by the share of its wordings that have it: one paraphrase of many does not make a word common.
 *
 * `expected` are terms that every page on the subject has, the names of its parties: they tell hardly anything.
 * `cueWords`, words of cue patterns, have their rows before the rest of the background.
 * `surpriseOf` is the background's, pairs of Chinese characters across words included.
 * `termsOfWording[w]` lists the terms of wording w; `itemOf[w]` its item.
 */
export function compileLexicon(
  termsOfWording: readonly Uint32Array[],
  itemOf: ArrayLike<number>,
  itemCount: number,
  background: Background,
  surpriseOf: (term: number) => number,
  expected: ReadonlySet<number>,
  cueWords: ReadonlySet<number>,
): Lexicon {
  const rowOf = new Map<number, number>();
  const itemsWith: number[] = [];
  const most = termsOfWording.reduce((sum, terms) => sum + terms.length, 0);
  const pairs = { count: 0, rows: new Uint32Array(most), wordings: new Uint32Array(most) };
  const lastWording: number[] = [];
  const wordingsOf = new Map<number, number>();
  for (let wording = 0; wording < termsOfWording.length; wording++) {
    const item = itemOf[wording] ?? 0;
    wordingsOf.set(item, (wordingsOf.get(item) ?? 0) + 1);
  }
  termsOfWording.forEach((terms, wording) => {
    const share = 1 / (wordingsOf.get(itemOf[wording] ?? 0) ?? 1);
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] ?? 0;
      let row = rowOf.get(term);
      if (row === undefined) {
        row = rowOf.size;
        rowOf.set(term, row);
        itemsWith.push(0);
        lastWording.push(-1);
      }
      if (lastWording[row] !== wording) {
        lastWording[row] = wording;
        itemsWith[row] = (itemsWith[row] ?? 0) + share;
        pairs.rows[pairs.count] = row;
        pairs.wordings[pairs.count] = wording;
        pairs.count++;
      }
    }
  });
  const wordingRows = rowOf.size;
  const listed = Array.from(background.entries(), ([term]) => term);
  for (const term of [...listed.filter((one) => cueWords.has(one)), ...listed])
    if (!rowOf.has(term)) rowOf.set(term, rowOf.size);

  const weight = new Float32Array(rowOf.size);
  const surprise = new Uint8Array(rowOf.size);
  const scale = MOST_WEIGHT / Math.log2((itemCount + PRIOR_ITEMS) / 0.5);
  for (const [term, row] of rowOf) {
    const own = surpriseOf(term) * (expected.has(term) ? EXPECTED : 1);
    surprise[row] = Math.round(own * 255);
    weight[row] =
      own * scale * Math.log2((itemCount + PRIOR_ITEMS) / ((itemsWith[row] ?? 0) + 0.5));
  }
  const longest = Math.max(MOST_POSTINGS, termsOfWording.length * MOST_POSTINGS_SHARE);
  const terms = {
    rows: pairs.rows.subarray(0, pairs.count),
    wordings: pairs.wordings.subarray(0, pairs.count),
  };
  const postings = telling(terms, surprise, wordingRows, longest);
  const { start, values } = listsOf(postings.rows, postings.wordings, wordingRows);
  return {
    terms,
    wordingRows,
    table: buildHashTable(rowOf),
    weight,
    surprise,
    postingStart: start,
    postingWording: values,
  };
}

/** Leaves out terms that are common in ordinary text or in the pack. */
function telling(
  { rows, wordings }: WordingTerms,
  surprise: Uint8Array,
  rowCount: number,
  most: number,
): WordingTerms {
  const uses = new Uint32Array(rowCount);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    uses[row] = (uses[row] ?? 0) + 1;
  }
  const kept = { rows: new Uint32Array(rows.length), wordings: new Uint32Array(rows.length) };
  let count = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    if ((uses[row] ?? 0) > most || (surprise[row] ?? 0) < LEAST_SURPRISE * 255) continue;
    kept.rows[count] = row;
    kept.wordings[count] = wordings[at] ?? 0;
    count++;
  }
  return { rows: kept.rows.subarray(0, count), wordings: kept.wordings.subarray(0, count) };
}
