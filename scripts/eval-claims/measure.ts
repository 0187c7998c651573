/** What a ranking is measured by; each is a mean over the posts. */
export interface RankingFigures {
  /** Mean average precision of the first five, of the first one. */
  readonly map5: number;
  readonly map1: number;
  /** Share of the posts with a right claim among the first twenty, among the candidates. */
  readonly recall20: number;
  readonly recallAll: number;
  readonly posts: number;
}

export interface Ranking {
  /** Claim ids, best first. */
  readonly ranked: readonly string[];
  /** The right ones. */
  readonly claims: readonly string[];
}

export function measureRankings(rankings: readonly Ranking[]): RankingFigures {
  const mean = (of: (ranking: Ranking) => number): number =>
    rankings.reduce((sum, ranking) => sum + of(ranking), 0) / Math.max(1, rankings.length);
  const recall = (most: number) => mean((ranking) => (findsWithin(ranking, most) ? 1 : 0));
  return {
    map5: mean((ranking) => averagePrecision(ranking, 5)),
    map1: mean((ranking) => averagePrecision(ranking, 1)),
    recall20: recall(20),
    recallAll: recall(Number.POSITIVE_INFINITY),
    posts: rankings.length,
  };
}

/** Sum of the precisions at each right claim among the first `most`, by the number of right claims. */
export function averagePrecision({ ranked, claims }: Ranking, most: number): number {
  let hits = 0;
  let sum = 0;
  ranked.slice(0, most).forEach((claim, at) => {
    if (!claims.includes(claim)) return;
    hits++;
    sum += hits / (at + 1);
  });
  return sum / claims.length;
}

function findsWithin({ ranked, claims }: Ranking, most: number): boolean {
  return ranked.slice(0, most).some((claim) => claims.includes(claim));
}

/** One line of the table that `npm run eval:claims` prints. */
export function describeFigures(name: string, figures: RankingFigures): string {
  const cell = (value: number): string => value.toFixed(4).padStart(8);
  const { map5, map1, recall20, recallAll, posts } = figures;
  return `${name.padEnd(44)}${[map5, map1, recall20, recallAll].map(cell).join('')}${String(posts).padStart(7)}`;
}

export const HEADING = `${' '.repeat(44)}${['MAP@5', 'MAP@1', 'rec@20', 'rec@100'].map((name) => name.padStart(8)).join('')}${'posts'.padStart(7)}`;
