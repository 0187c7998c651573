import type { ClaimCatalogue } from './claim-catalogue.ts';
import type { ClaimQuery } from './claim-query.ts';

/** BM25's two constants: how soon repetition stops to count, and how much length counts. */
const SATURATION = 0.9;
const LENGTH_SHARE = 0.4;
/** What words of the speaker's name and of the date count for in the search of candidates. */
const SPEAKER_SHARE = 0.4;
const DATE_SHARE = 0.2;

/** A claim that shares words with a text, with BM25 for the text and for the speaker's name apart. */
export interface ClaimCandidate {
  readonly document: number;
  readonly text: number;
  readonly speaker: number;
  /** Text, speaker and date, weighed: by the words of the postings, and by all words. */
  readonly telling: number;
  readonly total: number;
}

/** Claims that the postings hand on, a multiple of what is asked for. */
const WIDER = 4;

/**
 * The `most` claims that BM25 puts first, over all wordings of a claim, best first. The postings of the
 * index, which leave common words out, choose four times as many; these are then scored by all words.
 */
export function findClaims(
  query: ClaimQuery,
  catalogue: ClaimCatalogue,
  most: number,
): ClaimCandidate[] {
  const date = new Set([...query.date].filter((row) => !query.rows.has(row)));
  const parts = [
    [query.rows, 1],
    [query.speaker, SPEAKER_SHARE],
    [date, DATE_SHARE],
  ] as const;
  const found = new Map<number, number>();
  for (const [rows, share] of parts)
    for (const row of rows) addPostings(row, share, catalogue, found);
  const wide = [...found].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, WIDER * most);
  const scored = wide.map(([document, telling]) => {
    const text = scoreRows(query.rows, document, catalogue);
    const speaker = scoreRows(query.speaker, document, catalogue);
    const total =
      text + SPEAKER_SHARE * speaker + DATE_SHARE * scoreRows(date, document, catalogue);
    return { document, text, speaker, telling, total };
  });
  scored.sort((a, b) => b.total - a.total || a.document - b.document);
  return scored.slice(0, most);
}

function addPostings(
  row: number,
  share: number,
  catalogue: ClaimCatalogue,
  into: Map<number, number>,
): void {
  const postings = catalogue.postings(row);
  const rarity = catalogue.rarity(row);
  for (let at = 0; at < postings.length; ) {
    const document = postings[at] ?? 0;
    let uses = 0;
    for (; postings[at] === document; at++) uses++;
    const part = share * rarity * saturate(uses, document, catalogue);
    into.set(document, (into.get(document) ?? 0) + part);
  }
}

function scoreRows(rows: ReadonlySet<number>, document: number, catalogue: ClaimCatalogue): number {
  const own = catalogue.documents[document]?.rows;
  let sum = 0;
  for (const row of rows) {
    const uses = own?.get(row);
    if (uses) sum += catalogue.rarity(row) * saturate(uses, document, catalogue);
  }
  return sum;
}

function saturate(uses: number, document: number, catalogue: ClaimCatalogue): number {
  const length = (catalogue.documents[document]?.length ?? 0) / catalogue.averageLength;
  const norm = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * length);
  return (uses * (SATURATION + 1)) / (uses + norm);
}
