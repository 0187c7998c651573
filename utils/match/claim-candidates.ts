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
  /** Both and the date, weighed: what the candidates are chosen by. */
  readonly total: number;
}

/**
 * The `most` claims that BM25 puts first, over all wordings of a claim, best first. Reads the postings
 * of the index and nothing else; words too common for postings find no claim.
 */
export function findClaims(
  query: ClaimQuery,
  catalogue: ClaimCatalogue,
  most: number,
): ClaimCandidate[] {
  const text = new Map<number, number>();
  const speaker = new Map<number, number>();
  const date = new Map<number, number>();
  for (const row of query.rows) addRow(row, catalogue, text);
  for (const row of query.speaker) addRow(row, catalogue, speaker);
  for (const row of query.date)
    if (!query.rows.has(row) && !query.speaker.has(row)) addRow(row, catalogue, date);
  const found: ClaimCandidate[] = [];
  for (const document of new Set([...text.keys(), ...speaker.keys(), ...date.keys()])) {
    const own = text.get(document) ?? 0;
    const said = speaker.get(document) ?? 0;
    const total = own + SPEAKER_SHARE * said + DATE_SHARE * (date.get(document) ?? 0);
    found.push({ document, text: own, speaker: said, total });
  }
  found.sort((a, b) => b.total - a.total || a.document - b.document);
  return found.slice(0, most);
}

function addRow(row: number, catalogue: ClaimCatalogue, into: Map<number, number>): void {
  const postings = catalogue.postings(row);
  const rarity = catalogue.rarity(row);
  for (let at = 0; at < postings.length; ) {
    const document = postings[at] ?? 0;
    let uses = 0;
    for (; postings[at] === document; at++) uses++;
    const length = (catalogue.documents[document]?.length ?? 0) / catalogue.averageLength;
    const norm = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * length);
    const part = (rarity * uses * (SATURATION + 1)) / (uses + norm);
    into.set(document, (into.get(document) ?? 0) + part);
  }
}
