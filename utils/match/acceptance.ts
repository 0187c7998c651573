import type { IndexSections } from '../pack/index-format.ts';
import type { Comparison } from './comparison.ts';
import { LANGUAGES, LEAST_TELLING, ORIGINS } from './constants.ts';

/** How many of the telling words are no names, since names and figures alone say nothing; a Chinese word is one pair of characters at least, and mostly two or three. */
const LEAST_SAID = 1;
const LEAST_SAID_HAN = 3;

/** Whether enough words are shared to be worth a decision. */
export function isTelling(comparison: Comparison, sections: IndexSections): boolean {
  const { telling, tellingNames, wording } = comparison;
  const isChinese = LANGUAGES[sections.wordingLanguage[wording] ?? 0] === 'zh';
  const least = isChinese ? LEAST_SAID_HAN : LEAST_SAID;
  return telling >= LEAST_TELLING && telling - tellingNames >= least;
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
  const least = isChinese ? LEAST_RUN_HAN : LEAST_RUN;
  if (runLength < least) return false;
  if (runLength >= WHOLE * count) return true;
  // A date or a row of names is surprising too, and says nothing.
  const said = comparison.telling - comparison.tellingNames;
  return runMass >= SURPRISING && said >= LEAST_TELLING;
}

/** Shortest run, in words and in Han characters, that can be a quotation by itself. */
const LEAST_RUN = 4;
const LEAST_RUN_HAN = 6;
/** Share of a wording's words that is the whole of it, for practical purposes. */
export const WHOLE = 0.9;
/** Weight of a run of words that does not come about by chance. */
const SURPRISING = 22;

/** A comparison that says enough to speak for its topic beside others. */
export function isStrong(comparison: Comparison): boolean {
  const { window, wordingMass } = comparison;
  return window.shared >= STRONG_SHARED && window.shared >= STRONG_COVERAGE * wordingMass;
}

const STRONG_SHARED = 25;
const STRONG_COVERAGE = 0.4;
