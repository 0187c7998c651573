import type { IndexSections } from '../pack/index-format.ts';
import type { Comparison } from './comparison.ts';

/** Most that a rival counts. */
const MOST = 1.5;

/**
 * For each comparison, how much the strongest rival of another topic shares with the same stretch of
 * text, against what the comparison itself shares: near or above 1 where the words are a formula that
 * many clauses have, near 0 where they belong to one matter. Comparisons are swept in reading order, so
 * each is held against those that overlap it only.
 */
export function rivalRatios(
  comparisons: readonly Comparison[],
  sections: IndexSections,
): Float64Array {
  const order = comparisons
    .map((_, at) => at)
    .sort((a, b) => (comparisons[a]?.from ?? 0) - (comparisons[b]?.from ?? 0));
  const ratios = new Float64Array(comparisons.length);
  order.forEach((own, place) => {
    const one = comparisons[own];
    if (!one) return;
    for (let next = place + 1; next < order.length; next++) {
      const other = order[next] ?? 0;
      const two = comparisons[other];
      if (!two || two.from >= one.to) break;
      if (!areRivals(one, two, sections)) continue;
      ratios[own] = Math.max(ratios[own] ?? 0, two.window.shared / Math.max(1, one.window.shared));
      ratios[other] = Math.max(
        ratios[other] ?? 0,
        one.window.shared / Math.max(1, two.window.shared),
      );
    }
  });
  return ratios.map((ratio) => Math.min(MOST, ratio));
}

function areRivals(one: Comparison, two: Comparison, sections: IndexSections): boolean {
  const shared = Math.min(one.to, two.to) - Math.max(one.from, two.from);
  if (shared * 2 < Math.min(one.to - one.from, two.to - two.from)) return false;
  const first = sections.wordingItem[one.wording] ?? 0;
  const second = sections.wordingItem[two.wording] ?? 0;
  return first !== second && !shareTopic(first, second, sections);
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
    const own: Comparison[] = [];
    for (const { comparison } of ranked) {
      if (!own.some((other) => other.from < comparison.to && comparison.from < other.to))
        own.push(comparison);
    }
    kept.push(...own);
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
