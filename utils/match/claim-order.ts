import type { ClaimDocument } from './claim-catalogue.ts';
import type { ClaimQuery } from './claim-query.ts';

/** How far the shared words of a text and a claim stand alike. All values are sums of weights. */
export interface ClaimOrder {
  /** Pairs of words that are neighbours in both, each pair once, at the mean weight of the two. */
  readonly neighbours: number;
  /** Heaviest common subsequence of text and statement. */
  readonly inOrder: number;
  /** Heaviest run of words side by side in text and statement. */
  readonly run: number;
  /** Pairs of telling words close together in both, each pair once, at the lesser weight. */
  readonly near: number;
}

/** Most words apart, in the claim and in the text. */
const NEAR_IN_CLAIM = 4;
const NEAR_IN_TEXT = 6;
/** Least weight of a word in a pair. */
const LEAST_WEIGHT = 2;

export function measureClaimOrder(
  query: ClaimQuery,
  document: ClaimDocument,
  weight: (row: number) => number,
): ClaimOrder {
  const lists = [document.statement, ...document.others];
  return {
    ...sumPairs(query, lists, weight),
    ...alignStatement(query.words, document.statement, weight),
  };
}

function sumPairs(
  query: ClaimQuery,
  lists: readonly Uint32Array[],
  weight: (row: number) => number,
): Pick<ClaimOrder, 'neighbours' | 'near'> {
  const seenNeighbours = new Set<string>();
  const seenNear = new Set<string>();
  let neighbours = 0;
  let near = 0;
  for (const rows of lists) {
    rows.forEach((first, at) => {
      const here = query.places.get(first);
      if (!here) return;
      for (let next = at + 1; next <= at + NEAR_IN_CLAIM && next < rows.length; next++) {
        const second = rows[next] ?? 0;
        const there = query.places.get(second);
        if (!there) continue;
        if (next === at + 1 && !seenNeighbours.has(`${first} ${second}`)) {
          if (here.some((place) => query.words[place + 1] === second)) {
            seenNeighbours.add(`${first} ${second}`);
            neighbours += (weight(first) + weight(second)) / 2;
          }
        }
        const lesser = Math.min(weight(first), weight(second));
        const pair = first < second ? `${first} ${second}` : `${second} ${first}`;
        if (first === second || lesser < LEAST_WEIGHT || seenNear.has(pair)) continue;
        if (here.some((a) => there.some((b) => Math.abs(a - b) <= NEAR_IN_TEXT))) {
          seenNear.add(pair);
          near += lesser;
        }
      }
    });
  }
  return { neighbours, near };
}

/** Heaviest common subsequence and run, by the usual table, two lines of it at a time. */
function alignStatement(
  words: readonly number[],
  statement: Uint32Array,
  weight: (row: number) => number,
): Pick<ClaimOrder, 'inOrder' | 'run'> {
  let above = new Float64Array(words.length + 1);
  let runsAbove = new Float64Array(words.length + 1);
  let run = 0;
  for (const row of statement) {
    const line = new Float64Array(words.length + 1);
    const runs = new Float64Array(words.length + 1);
    const own = weight(row);
    for (let at = 1; at <= words.length; at++) {
      if (words[at - 1] === row) {
        line[at] = (above[at - 1] ?? 0) + own;
        runs[at] = (runsAbove[at - 1] ?? 0) + own;
        run = Math.max(run, runs[at] ?? 0);
      } else line[at] = Math.max(above[at] ?? 0, line[at - 1] ?? 0);
    }
    above = line;
    runsAbove = runs;
  }
  return { inOrder: above[words.length] ?? 0, run };
}
