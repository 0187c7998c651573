import type { ItemKind, Language, WordingOrigin } from './types.ts';

/** Codes of the small enumerations in the index file; the order is part of the format. */
export const KINDS: readonly ItemKind[] = ['clause', 'claim', 'framing'];
export const LANGUAGES: readonly Language[] = ['en', 'zh', 'ru'];
export const ORIGINS: readonly WordingOrigin[] = ['original', 'translation', 'report', 'ours'];

/** Kinds of cue elements in the index file. */
export const ElementKind = { stem: 0, exact: 1, party: 2, number: 3, gap: 4, choice: 5 } as const;

/** Flags of cue sequences. */
export const CueFlag = { general: 1, avoid: 2, ours: 4 } as const;

/** Words in a shingle; Han characters count as words. */
export const SHINGLE = 4;

/** Weights of terms run from 0 to this. */
export const MOST_WEIGHT = 10;

/** Least weight, and least surprise (about the two hundredth word of a language), of a word that tells something. */
export const TELLING = 2.5;
export const TELLING_SURPRISE = 140;

/** Words that more items have find no items: packs may have a hundred thousand. */
export const MOST_ITEMS = 1000;

/** Least number of different telling words that a match rests on. */
export const LEAST_TELLING = 2;

/** What a foreign word inside a stretch costs: a share of its weight, and a little. */
export const FOREIGN = 0.42;
export const FOREIGN_CONSTANT = 0.1;
