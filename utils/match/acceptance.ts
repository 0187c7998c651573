import type { IndexSections } from '../pack/index-format.ts';
import type { Comparison } from './comparison.ts';
import { LANGUAGES, ORIGINS } from './constants.ts';

/** Least number of telling words that a match shares with its wording; a figure alone says nothing. */
const LEAST_TELLING = 2;

/** Whether enough words are shared to be worth a decision. */
export function isTelling(comparison: Comparison): boolean {
  return comparison.telling >= LEAST_TELLING && comparison.telling > comparison.tellingFigures;
}

/**
 * Whether a stretch is a quotation beyond doubt: (nearly) all of a wording, side by side and in order, or
 * a run of it that is too surprising to be chance. Wordings of ours are never quoted.
 * `count` is the number of the wording's tokens.
 */
export function isQuoted(comparison: Comparison, count: number, sections: IndexSections): boolean {
  const { wording, runLength, runMass } = comparison;
  if (ORIGINS[sections.wordingOrigin[wording] ?? 0] === 'ours') return false;
  const isChinese = LANGUAGES[sections.wordingLanguage[wording] ?? 0] === 'zh';
  const least = isChinese ? 8 : 5;
  if (runLength < least) return false;
  return runLength >= 0.9 * count || runMass >= SURPRISING;
}

/** Weight of a run of words that does not come about by chance. */
const SURPRISING = 26;

/** A comparison that says enough to speak for its topic beside others. */
export function isStrong(comparison: Comparison): boolean {
  const { window, wordingMass } = comparison;
  return window.shared >= STRONG_SHARED && window.shared >= STRONG_COVERAGE * wordingMass;
}

const STRONG_SHARED = 25;
const STRONG_COVERAGE = 0.4;
