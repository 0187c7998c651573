import type { IndexSections, PackIndex } from '../pack/index-format.ts';
import { KINDS } from './constants.ts';
import { ABSENT } from './hash-table.ts';
import { wordingView } from './wording-view.ts';

/** A value with its multiplier applied. */
export interface ClaimFigure {
  readonly value: number;
  readonly isYear: boolean;
}

/**
 * One claim in one language, as the ranking reads it. Rows are lexicon rows of the index, in reading
 * order; the sets hold each row once.
 */
export interface ClaimDocument {
  /** Number of the item in the index. */
  readonly item: number;
  /** The first wording, which is the claim as stated. */
  readonly statement: Uint32Array;
  /** The other wordings, one after the other. */
  readonly others: readonly Uint32Array[];
  readonly statementRows: ReadonlySet<number>;
  readonly otherRows: ReadonlySet<number>;
  /** Uses of each row in all wordings. */
  readonly rows: ReadonlyMap<number, number>;
  /** Length of all wordings in terms. */
  readonly length: number;
  /** Weight of the different rows of the statement, of the others, and of all together. */
  readonly statementMass: number;
  readonly otherMass: number;
  readonly mass: number;
  /** Figures of the statement. */
  readonly figures: readonly ClaimFigure[];
}

/** The claims of an index with the statistics that ranking needs; read once, in memory only. */
export interface ClaimCatalogue {
  readonly documents: readonly ClaimDocument[];
  readonly averageLength: number;
  /** Inverse document frequency of a row among the claims; rows that no claim has are rarest. */
  rarity(row: number): number;
  /** Rarity lowered for words that are common in ordinary text. */
  weight(row: number): number;
  /** Number of documents that have a row. */
  frequency(row: number): number;
  /** Documents in which the index lists a row, ascending, once for each wording that has it. */
  postings(row: number): Uint32Array;
}

/** What is left of the rarity of a word that ordinary text has everywhere. */
const LEAST_SHARE = 0.2;

/** Reads the claims of an index. Time and memory are linear in the words of their wordings. */
export function readClaims(index: PackIndex): ClaimCatalogue {
  const { sections } = index;
  const groups = groupWordings(sections);
  const rowsOf = new Map<number, Uint32Array>();
  const frequencies = new Uint32Array(sections.lexiconWeight.length);
  for (const group of groups) {
    const seen = new Set<number>();
    for (const wording of group) {
      const rows = rowsOfWording(sections, wording);
      rowsOf.set(wording, rows);
      for (const row of rows) seen.add(row);
    }
    for (const row of seen) frequencies[row] = (frequencies[row] ?? 0) + 1;
  }
  const frequency = (row: number): number => frequencies[row] ?? 0;
  const count = groups.length;
  const rarity = (row: number): number => {
    const having = frequency(row);
    return Math.log(1 + (count - having + 0.5) / (having + 0.5));
  };
  const weight = (row: number): number => {
    const surprise = (sections.lexiconSurprise[row] ?? 255) / 255;
    return rarity(row) * (LEAST_SHARE + (1 - LEAST_SHARE) * surprise);
  };
  const documents = groups.map((group) => readDocument(sections, group, rowsOf, weight));
  const documentOf = new Uint32Array(sections.wordingItem.length).fill(ABSENT);
  groups.forEach((group, at) => {
    for (const wording of group) documentOf[wording] = at;
  });
  const total = documents.reduce((sum, document) => sum + document.length, 0);
  return {
    documents,
    averageLength: total / Math.max(1, count),
    rarity,
    weight,
    frequency,
    postings(row) {
      const { postingWording, postingStart } = sections;
      const [from, to] = [postingStart[row] ?? 0, postingStart[row + 1] ?? 0];
      if (from >= to) return new Uint32Array();
      return Uint32Array.from(
        postingWording.subarray(from, to),
        (wording) => documentOf[wording] ?? ABSENT,
      )
        .filter((document) => document !== ABSENT)
        .sort();
    },
  };
}

/** The wordings of each claim, those of one language together, in the order of the index. */
function groupWordings(sections: IndexSections): number[][] {
  const groups = new Map<number, number[]>();
  for (let wording = 0; wording < sections.wordingItem.length; wording++) {
    const item = sections.wordingItem[wording] ?? 0;
    if (KINDS[sections.itemKind[item] ?? 0] !== 'claim') continue;
    const key = item * 4 + (sections.wordingLanguage[wording] ?? 0);
    const group = groups.get(key);
    if (group) group.push(wording);
    else groups.set(key, [wording]);
  }
  return [...groups.values()];
}

function rowsOfWording(sections: IndexSections, wording: number): Uint32Array {
  return wordingView(sections, wording).row;
}

function readDocument(
  sections: IndexSections,
  group: readonly number[],
  rowsOf: ReadonlyMap<number, Uint32Array>,
  weight: (row: number) => number,
): ClaimDocument {
  const lists = group.map((wording) => rowsOf.get(wording) ?? new Uint32Array());
  const [statement = new Uint32Array(), ...others] = lists;
  const statementRows = new Set(statement);
  const otherRows = new Set(others.flatMap((rows) => [...rows]));
  const rows = new Map<number, number>();
  for (const list of lists) for (const row of list) rows.set(row, (rows.get(row) ?? 0) + 1);
  const massOf = (list: Iterable<number>): number => {
    let mass = 0;
    for (const row of list) mass += weight(row);
    return mass;
  };
  const first = group[0] ?? 0;
  const figures: ClaimFigure[] = [];
  const end = sections.figureStart[first + 1] ?? 0;
  for (let at = sections.figureStart[first] ?? 0; at < end; at++)
    figures.push({
      value: sections.figureValue[at] ?? 0,
      isYear: sections.figureIsYear[at] === 1,
    });
  return {
    item: sections.wordingItem[first] ?? 0,
    statement,
    others,
    statementRows,
    otherRows,
    rows,
    length: lists.reduce((sum, list) => sum + list.length, 0),
    statementMass: massOf(statementRows),
    otherMass: massOf(otherRows),
    mass: massOf(rows.keys()),
    figures,
  };
}
