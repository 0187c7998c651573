import type { FigureUnit } from '../match/figure-units.ts';
import type { ItemKind, Language, WordingOrigin } from '../match/types.ts';

/** One text of an item that the engine looks for. */
export interface IndexWording {
  readonly language: Language;
  readonly text: string;
  readonly origin: WordingOrigin;
  /** Numbers of the text in whose place a page may have another of their unit; UTF-16 offset of each. */
  readonly slots?: readonly { readonly start: number; readonly unit: FigureUnit }[];
}

/** A short phrase pattern of an item (see `docs/packs.md`, cue patterns). */
export interface IndexCue {
  readonly language: Language;
  readonly pattern: string;
  /** Counts only where the passage names the pack's parties. */
  readonly general: boolean;
  /** Added by us beside the phrases by which the framing is known. */
  readonly isOurs?: boolean;
}

/** A figure of a claim. */
export interface IndexQuantity {
  /** With the multiplier applied, as `quantitiesOf` reads a text: "245 billion" is 2.45e11. */
  readonly value: number;
  /** What is counted, without the multiplier: "USD", "cubic metres a year". */
  readonly unit: string;
  /** Which time the figure concerns, in words; null where the pack does not say. */
  readonly period: string | null;
  /** "about", "more than"; null for a figure that is given as exact. */
  readonly qualifier: string | null;
}

/** What a claim says, as data beside its wordings. */
export interface IndexAssertion {
  readonly polarity: 'affirms' | 'denies';
  /**
   * What a passage names where it makes the claim: one entry a thing, its forms by language. The parties
   * of the subject are left out; empty where the claim names nothing else.
   */
  readonly names: readonly Readonly<Record<Language, readonly string[]>>[];
  /** Every figure that is a number, of each source and year, in the order of the pack. */
  readonly quantities: readonly IndexQuantity[];
}

/** What the compiler needs to know of one item. */
export interface IndexItem {
  readonly id: string;
  readonly kind: ItemKind;
  readonly topics: readonly string[];
  readonly wordings: readonly IndexWording[];
  readonly cues: readonly IndexCue[];
  /** Patterns that look like a cue of this item and are not one: a match inside them is dropped. */
  readonly avoid: readonly IndexCue[];
  /** Of claims only. */
  readonly assertion?: IndexAssertion;
}

/** A party that a page must name before the pack speaks, under any of its names. */
export interface SubjectParty {
  readonly id: string;
  /** Names by language, as a reader meets them, inflected forms included where stemming is not enough. */
  readonly names: Readonly<Record<Language, readonly string[]>>;
}

/** What a page must be about: every party named. */
export interface Subject {
  readonly parties: readonly SubjectParty[];
  /** Others that a passage may pair with one of the parties: "India and Russia" is not our matter. */
  readonly others?: readonly SubjectParty[];
  /** Words that stand for all parties together on a page about them: "the two countries". The gate ignores them. */
  readonly together?: Readonly<Record<Language, readonly string[]>>;
  /** Words that hold a party's name and do not mean it: 发展中国家 is not 中国. */
  readonly except?: readonly string[];
  /** Phrases that only texts on the subject use: several of them stand for the parties' names. */
  readonly hallmarks?: Readonly<Record<Language, readonly string[]>>;
}

/** Everything that goes into one index file. */
export interface IndexInput {
  readonly pack: {
    readonly id: string;
    readonly name: string;
    readonly version: string;
    /** ISO date of the edition. */
    readonly date: string;
  };
  readonly subject: Subject;
  readonly items: readonly IndexItem[];
  /** What the card needs, by id: items, topics, documents, sources. JSON values, read on demand. */
  readonly entries: ReadonlyMap<string, unknown>;
}
