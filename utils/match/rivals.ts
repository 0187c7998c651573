import type { IndexSections } from '../pack/index-format.ts';
import type { Comparison } from './comparison.ts';
import { IntervalGrid } from './interval-grid.ts';

/** Width of the cells in which overlapping stretches are looked for, in tokens. */
const CELL = 16;

/** A stretch of tokens `[from, to)` that speaks for an item. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly item: number;
  /** Weight of its words. */
  readonly strength: number;
  readonly isCue: boolean;
  /** Whether it says enough to be held against others: no general cue, no weak restatement. */
  readonly isSure: boolean;
}

/**
 * What lies over a stretch. A rival speaks for another topic: its strength is given against the
 * stretch's own, near or above 1 where the words are a formula that many items have, 0 where there is
 * none. An ally speaks for the same topic and is another item.
 */
export interface Company {
  readonly rivalWording: number;
  readonly rivalCue: number;
  readonly hasAllyWording: boolean;
  readonly hasAllyCue: boolean;
}

/** Most that a rival counts. */
export const MOST_RIVALRY = 1.5;

/** The company of each stretch. They are swept in reading order: each is held against those that overlap it only. */
export function companyOf(stretches: readonly Stretch[], sections: IndexSections): Company[] {
  const order = stretches
    .map((_, at) => at)
    .sort((a, b) => (stretches[a]?.from ?? 0) - (stretches[b]?.from ?? 0));
  const all = stretches.map(() => ({
    rivalWording: 0,
    rivalCue: 0,
    hasAllyWording: false,
    hasAllyCue: false,
  }));
  const note = (own: number, other: number, isAlly: boolean): void => {
    const company = all[own];
    const one = stretches[own];
    const two = stretches[other];
    if (!company || !one || !two?.isSure) return;
    if (isAlly) {
      if (two.isCue) company.hasAllyCue = true;
      else company.hasAllyWording = true;
      return;
    }
    const ratio = Math.min(MOST_RIVALRY, two.strength / Math.max(1, one.strength));
    if (two.isCue) company.rivalCue = Math.max(company.rivalCue, ratio);
    else company.rivalWording = Math.max(company.rivalWording, ratio);
  };
  order.forEach((own, place) => {
    const one = stretches[own];
    if (!one) return;
    for (let next = place + 1; next < order.length; next++) {
      const other = order[next] ?? 0;
      const two = stretches[other];
      if (!two || two.from >= one.to) break;
      if (one.item === two.item || !overlap(one, two)) continue;
      const isAlly = shareTopic(one.item, two.item, sections);
      note(own, other, isAlly);
      note(other, own, isAlly);
    }
  });
  return all;
}

/** Whether two stretches share at least half of the shorter one. */
function overlap(one: Stretch, two: Stretch): boolean {
  const shared = Math.min(one.to, two.to) - Math.max(one.from, two.from);
  return shared * 2 >= Math.min(one.to - one.from, two.to - two.from);
}

/** Whether two items of the index belong to one topic. */
export function shareTopic(first: number, second: number, sections: IndexSections): boolean {
  const { topicStart, topicName } = sections;
  for (let a = topicStart[first] ?? 0; a < (topicStart[first + 1] ?? 0); a++) {
    for (let b = topicStart[second] ?? 0; b < (topicStart[second + 1] ?? 0); b++) {
      if (topicName[a] === topicName[b]) return true;
    }
  }
  return false;
}

/**
 * Of the comparisons of one item with overlapping stretches keeps the one that says most: an item has
 * many wordings, and the near and the loose search find the same place.
 */
export function bestOfItems(
  comparisons: readonly Comparison[],
  sections: IndexSections,
): Comparison[] {
  const byItem = new Map<number, Comparison[]>();
  for (const comparison of comparisons) {
    const item = sections.wordingItem[comparison.wording] ?? 0;
    const list = byItem.get(item);
    if (list) list.push(comparison);
    else byItem.set(item, [comparison]);
  }
  const kept: Comparison[] = [];
  for (const list of byItem.values()) {
    const ranked = list
      .map((comparison) => ({ comparison, rank: rankOf(comparison) }))
      .sort((a, b) => b.rank - a.rank);
    const taken = new IntervalGrid<Comparison>(CELL);
    for (const { comparison } of ranked) {
      if (taken.overlapping(comparison.from, comparison.to).length > 0) continue;
      taken.add(comparison.from, comparison.to, comparison);
      kept.push(comparison);
    }
  }
  return kept;
}

function rankOf(comparison: Comparison): number {
  const { window, wordingMass } = comparison;
  const coverage = window.shared / Math.max(1, wordingMass);
  const precision = window.shared / Math.max(1, window.mass);
  const ordered = comparison.ordered / Math.max(1, wordingMass);
  return (
    Math.min(1, coverage) +
    precision +
    Math.log2(1 + window.shared) / 3 +
    ordered +
    window.words.length / 100
  );
}
