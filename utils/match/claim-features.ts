import type { ClaimCandidate } from './claim-candidates.ts';
import type { ClaimCatalogue, ClaimDocument } from './claim-catalogue.ts';
import { measureClaimOrder } from './claim-order.ts';
import type { ClaimQuery } from './claim-query.ts';
import { isSameFigure } from './numbers.ts';

/** What the ranking looks at. "Weight" is rarity among the claims, lowered for common words. */
export const CLAIM_FEATURES = [
  /** BM25 of the text; the same against the best candidate; by the words of the postings alone; of the speaker's name. */
  'bm25',
  'bm25Share',
  'bm25Telling',
  'speakerBm25',
  /** Weight shared with the statement; with all wordings (logarithm); number of shared words. */
  'sharedStatement',
  'sharedLog',
  'sharedCount',
  'sharedWeight',
  /** Shares covered: of the statement, of the other wordings, of all, of the text; the better of the first two. */
  'coverStatement',
  'coverOthers',
  'coverAll',
  'coverText',
  'coverBest',
  'coverRare',
  'dice',
  /** Best sentence of the text. */
  'sentence',
  /** Weight of the rarest shared words, of the rarest shared with the statement, of the rarest one missing. */
  'rarest',
  'secondRarest',
  'rarestStatement',
  'rarestMissing',
  /** Neighbours, weight in order, heaviest run, words near each other. */
  'neighbours',
  'inOrder',
  'run',
  'near',
  /** Share of the text's names; figures found, and figures of the statement that the text does not give. */
  'names',
  'figures',
  'figuresMissing',
  /** Weight of speaker and date found. */
  'speaker',
  'date',
  /** Words that go together with the text's words, without being among them. */
  'companions',
  /** Lengths: of the statement, of the other wordings, weight of all. */
  'statementLength',
  'othersLength',
  'massLog',
] as const;

export type ClaimFeatureName = (typeof CLAIM_FEATURES)[number];

/** What all candidates of a text share, reckoned once. */
export interface ClaimContext {
  readonly query: ClaimQuery;
  readonly catalogue: ClaimCatalogue;
  readonly companions: (first: number, second: number) => number;
  readonly best: number;
  readonly textMass: number;
  readonly nameMass: number;
  readonly sentenceMass: readonly number[];
  /** Telling rows of the text that some claim has. */
  readonly telling: readonly number[];
}

/** Least weight of a telling word. */
const TELLING = 3;

export function contextOf(
  query: ClaimQuery,
  catalogue: ClaimCatalogue,
  companions: ClaimContext['companions'],
  candidates: readonly ClaimCandidate[],
): ClaimContext {
  const massOf = (rows: Iterable<number>): number => {
    let mass = 0;
    for (const row of rows) mass += catalogue.weight(row);
    return mass;
  };
  return {
    query,
    catalogue,
    companions,
    best: Math.max(1, candidates[0]?.total ?? 1),
    textMass: massOf(query.rows),
    nameMass: massOf(query.names),
    sentenceMass: query.sentences.map(massOf),
    telling: [...query.rows].filter(
      (row) => catalogue.frequency(row) > 0 && catalogue.weight(row) > TELLING,
    ),
  };
}

/** The features of one candidate, in the order of `CLAIM_FEATURES`; most lie between 0 and 2. */
export function claimFeatures(context: ClaimContext, candidate: ClaimCandidate): Float64Array {
  const { query, catalogue } = context;
  const { weight } = catalogue;
  const document = catalogue.documents[candidate.document];
  if (!document) throw new RangeError(`no claim number ${candidate.document} in this index`);
  const shared = measureShared(query, document, weight);
  const order = measureClaimOrder(query, document, weight);
  const coverStatement = ratio(shared.statement, document.statementMass);
  const coverOthers = ratio(shared.others, document.otherMass);
  const values: Record<ClaimFeatureName, number> = {
    bm25: candidate.text / 20,
    bm25Share: candidate.text / context.best,
    bm25Telling: candidate.telling / 20,
    speakerBm25: candidate.speaker / 10,
    sharedStatement: shared.statement / 20,
    sharedLog: Math.log1p(shared.all),
    sharedCount: Math.log1p(shared.weights.length),
    sharedWeight: shared.all / 20,
    coverStatement,
    coverOthers,
    coverAll: ratio(shared.all, document.mass),
    coverText: ratio(shared.all, context.textMass),
    coverBest: Math.max(coverStatement, coverOthers),
    coverRare: shared.squareCover,
    dice: ratio(2 * shared.all, context.textMass + document.mass),
    sentence: bestSentence(context, document),
    rarest: (shared.weights[0] ?? 0) / 10,
    secondRarest: (shared.weights[1] ?? 0) / 10,
    rarestStatement: shared.rarestStatement / 10,
    rarestMissing: shared.rarestMissing / 10,
    neighbours: Math.sqrt(order.neighbours) / 3,
    inOrder: order.inOrder / 20,
    run: order.run / 10,
    near: Math.log1p(order.near) / 2,
    names: ratio(sharedWeight(query.names, document, weight), context.nameMass),
    figures: count(query.figureRows, (row) => document.rows.has(row)),
    figuresMissing: figuresMissing(query, document),
    speaker: sharedWeight(query.speaker, document, weight) / 10,
    date: sharedWeight(query.date, document, weight) / 5,
    companions: companionWeight(context, document) / 20,
    statementLength: Math.log1p(document.statement.length),
    othersLength: Math.log1p(document.length - document.statement.length),
    massLog: Math.log1p(document.mass),
  };
  return Float64Array.from(CLAIM_FEATURES, (name) => values[name]);
}

function measureShared(
  query: ClaimQuery,
  document: ClaimDocument,
  weight: (row: number) => number,
): {
  all: number;
  statement: number;
  others: number;
  /** Weights of the shared rows, heaviest first. */
  weights: number[];
  rarestStatement: number;
  rarestMissing: number;
  squareCover: number;
} {
  const result = { all: 0, statement: 0, others: 0, rarestStatement: 0, rarestMissing: 0 };
  const weights: number[] = [];
  let squares = 0;
  let sharedSquares = 0;
  for (const row of document.rows.keys()) {
    const own = weight(row);
    const isShared = query.rows.has(row);
    const isStated = document.statementRows.has(row);
    if (isStated) squares += own * own;
    if (isShared) {
      weights.push(own);
      result.all += own;
      if (document.otherRows.has(row)) result.others += own;
      if (!isStated) continue;
      result.statement += own;
      sharedSquares += own * own;
      result.rarestStatement = Math.max(result.rarestStatement, own);
    } else if (isStated) result.rarestMissing = Math.max(result.rarestMissing, own);
  }
  weights.sort((a, b) => b - a);
  return { ...result, weights, squareCover: ratio(sharedSquares, squares) };
}

/** Weight that keeps a sentence of one word from counting as covered. */
const SENTENCE_PRIOR = 6;

function bestSentence(context: ClaimContext, document: ClaimDocument): number {
  let best = 0;
  context.query.sentences.forEach((rows, at) => {
    const shared = sharedWeight(rows, document, context.catalogue.weight);
    const cover = shared / ((context.sentenceMass[at] ?? 0) + SENTENCE_PRIOR);
    best = Math.max(best, cover * Math.sqrt(ratio(shared, document.mass)));
  });
  return best;
}

function companionWeight(context: ClaimContext, document: ClaimDocument): number {
  const { query, catalogue, companions, telling } = context;
  let sum = 0;
  for (const row of document.rows.keys()) {
    const own = catalogue.weight(row);
    if (query.rows.has(row) || own < TELLING) continue;
    let strongest = 0;
    for (const other of telling) strongest = Math.max(strongest, companions(other, row));
    sum += strongest * own;
  }
  return sum;
}

/** Figures of the statement that neither text nor date give; years are compared to the unit. */
function figuresMissing(query: ClaimQuery, document: ClaimDocument): number {
  const given = [...query.figures, ...query.dateFigures];
  return count(
    document.figures,
    ({ value, isYear }) =>
      !given.some((other) =>
        isYear || other.isYear ? other.value === value : isSameFigure(other.value, value),
      ),
  );
}

function sharedWeight(
  rows: ReadonlySet<number>,
  document: ClaimDocument,
  weight: (row: number) => number,
): number {
  let sum = 0;
  for (const row of rows) if (document.rows.has(row)) sum += weight(row);
  return sum;
}

function count<Value>(values: Iterable<Value>, holds: (value: Value) => boolean): number {
  let found = 0;
  for (const value of values) if (holds(value)) found++;
  return found;
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
