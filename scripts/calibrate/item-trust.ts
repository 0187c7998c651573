import type { Sample } from './logistic.ts';

/** A sample with the item it speaks of, the article it is from, and its log odds by the model. */
export interface ItemSample extends Sample {
  readonly item: string;
  readonly article: string;
  readonly logOdds: number;
}

/** An item is judged where this many articles have samples of it: nothing is fitted to single articles. */
const FEWEST_ARTICLES = 3;
/** Pulls what is added towards nothing: one sample more says little. */
const RIDGE = 1;
const STEPS = 10;

/**
 * What is to be added to the log odds of each item's samples, rounded to hundredths, where the model alone is
 * too sure or not sure enough of it: a random intercept by item, found by Newton's method with the penalty of
 * a normal prior (Gelman and Hill, "Data Analysis Using Regression and Multilevel Models", 2007, chapter 12).
 */
export function itemTrust(samples: readonly ItemSample[]): Map<string, number> {
  const byItem = new Map<string, ItemSample[]>();
  for (const sample of samples) {
    const own = byItem.get(sample.item);
    if (own) own.push(sample);
    else byItem.set(sample.item, [sample]);
  }
  const trust = new Map<string, number>();
  for (const [item, own] of byItem) {
    if (new Set(own.map((sample) => sample.article)).size < FEWEST_ARTICLES) continue;
    let added = 0;
    for (let step = 0; step < STEPS; step++) {
      let gradient = -RIDGE * added;
      let curvature = RIDGE;
      for (const { logOdds, isMatch, weight } of own) {
        const chance = 1 / (1 + Math.exp(-logOdds - added));
        gradient += ((isMatch ? 1 : 0) - chance) * weight;
        curvature += chance * (1 - chance) * weight;
      }
      added += gradient / curvature;
    }
    trust.set(item, Math.round(added * 100) / 100);
  }
  return trust;
}
