import type { ClaimFeatureName } from './claim-features.ts';
export const CLAIM_RANK_WEIGHTS: Readonly<Record<ClaimFeatureName, number>> = {} as never;
