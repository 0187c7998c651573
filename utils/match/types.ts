/** The kinds of item that a pack holds and the engine finds. */
export type ItemKind = 'clause' | 'claim' | 'framing';

/** How the page's words relate to the item's, as `docs/matching.md` defines it. */
export type Degree = 'verbatim' | 'partial' | 'altered' | 'translation' | 'paraphrase';

/** The languages in which wordings are indexed. `zh` is simplified; traditional is folded to it. */
export type Language = 'en' | 'zh' | 'ru';

/** A half-open range `[start, end)` of UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Where an indexed wording comes from. Only the first three may be shown to a reader as somebody's
 * words; `ours` serves matching only.
 *
 * - `original`: the language in which it was said or issued.
 * - `translation`: somebody's translation, who is named.
 * - `report`: a report of a document, never its words.
 * - `ours`: our own rendering or paraphrase.
 */
export type WordingOrigin = 'original' | 'translation' | 'report' | 'ours';

/** One step of an alignment between the page's words and the item's words. */
export interface AlignmentStep {
  readonly kind: 'equal' | 'replaced' | 'inserted' | 'left-out';
  /** Offsets into the text that was matched; null for `left-out`. */
  readonly page: Span | null;
  /** Offsets into the wording's own text; null for `inserted`. */
  readonly wording: Span | null;
}

/** Why a match was made, and how the two texts lie to each other. */
export interface Evidence {
  /** Language of the wording that was matched. */
  readonly language: Language;
  readonly origin: WordingOrigin;
  /** Position of the wording in the item's list of wordings of that language; -1 for a cue. */
  readonly wording: number;
  /** The words of the page that carried the match, in reading order: offsets into the matched text. */
  readonly words: readonly Span[];
  /** Word by word, in order; empty for framing cues and for free restatements. */
  readonly alignment: readonly AlignmentStep[];
}

/** One item found in a text. Matches may nest and overlap; what is drawn is the painter's business. */
export interface Match extends Span {
  /** Permanent item id. */
  readonly item: string;
  readonly kind: ItemKind;
  readonly degree: Degree;
  /** Calibrated confidence in `(0, 1]`. */
  readonly score: number;
  /** Topic id of the item; the first where it has several. */
  readonly topic: string;
  readonly evidence: Evidence;
}

/** Which matches are wanted: quotations only; the balance that is the default; whatever is likely. */
export type Sensitivity = 'quotations' | 'balanced' | 'broad';
