import type { PackIndex } from '../pack/index-format.ts';
import { type ClaimCandidate, findClaims } from './claim-candidates.ts';
import { type ClaimCatalogue, readClaims } from './claim-catalogue.ts';
import { createCompanions } from './claim-companions.ts';
import {
  CLAIM_FEATURES,
  type ClaimFeatureName,
  claimFeatures,
  contextOf,
} from './claim-features.ts';
import { type Circumstances, createQueryReader } from './claim-query.ts';
import { CLAIM_RANK_WEIGHTS } from './claim-rank-weights.ts';

/** A claim that a text may make. */
export interface RankedClaim {
  /** Permanent item id. */
  readonly item: string;
  /** Sum of weighed features: orders the claims of one text, and says nothing across texts. */
  readonly score: number;
  /** Probability that this is the claim, given that one of the candidates is; of all candidates they sum to 1. */
  readonly share: number;
}

/** Ranks the claims of an index for a text; best first, at most `most`, each item once. */
export type ClaimRanker = (
  text: string,
  most: number,
  circumstances?: Circumstances,
) => RankedClaim[];

/** A candidate with its features, for the fitting of the weights. */
export interface DescribedClaim {
  readonly item: string;
  readonly candidate: ClaimCandidate;
  readonly features: Float64Array;
}

/** Candidates that BM25 hands to the score. */
const MOST_CANDIDATES = 100;

/**
 * Makes a ranker for the claims of an index: candidates by BM25 over all wordings of a claim, then a
 * linear score of `CLAIM_FEATURES`. The claims are read once, which takes time linear in the index;
 * make one ranker for an index and use it often. A text that shares no telling word with a claim has
 * no ranking.
 */
export function createClaimRanker(
  index: PackIndex,
  weights: Readonly<Record<ClaimFeatureName, number>> = CLAIM_RANK_WEIGHTS,
): ClaimRanker {
  const describe = createClaimDescriber(index);
  const coefficients = Float64Array.from(CLAIM_FEATURES, (name) => weights[name]);
  return (text, most, circumstances = {}) => {
    const scored = describe(text, circumstances).map(({ item, features }) => ({
      item,
      score: features.reduce((sum, value, at) => sum + value * (coefficients[at] ?? 0), 0),
    }));
    scored.sort((a, b) => b.score - a.score);
    const best = scored[0]?.score ?? 0;
    const total = scored.reduce((sum, { score }) => sum + Math.exp(score - best), 0);
    const seen = new Set<string>();
    const ranked: RankedClaim[] = [];
    for (const { item, score } of scored) {
      if (seen.has(item)) continue;
      if (ranked.length >= most) break;
      seen.add(item);
      ranked.push({ item, score, share: Math.exp(score - best) / total });
    }
    return ranked;
  };
}

/** Makes the first half of a ranker: the candidates of a text, by BM25, with their features. */
export function createClaimDescriber(
  index: PackIndex,
): (text: string, circumstances: Circumstances) => DescribedClaim[] {
  const catalogue: ClaimCatalogue = readClaims(index);
  const read = createQueryReader(index, catalogue);
  const companions = createCompanions(catalogue);
  return (text, circumstances) => {
    const query = read(text, circumstances);
    const candidates = findClaims(query, catalogue, MOST_CANDIDATES);
    const context = contextOf(query, catalogue, companions, candidates);
    return candidates.map((candidate) => {
      const item = catalogue.documents[candidate.document]?.item ?? 0;
      return {
        item: index.string(index.sections.itemId[item] ?? 0),
        candidate,
        features: claimFeatures(context, candidate),
      };
    });
  };
}
