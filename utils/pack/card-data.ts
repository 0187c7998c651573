import type { FigureRelation } from '../match/figures.ts';
import type { ItemKind, Span } from '../match/types.ts';

/** BCP 47 tags in which texts of a pack are written. */
export type TextLanguage = 'en' | 'zh-Hans' | 'zh-Hant' | 'ru';

/** Where words can be read. */
export interface CardCitation {
  readonly publisher: string | null;
  readonly title: string | null;
  /** ISO date, or words such as "September 2025 or later". */
  readonly date: string | null;
  /** https address, or null. */
  readonly address: string | null;
}

/** One text of an item that may be shown as somebody's words. */
export interface CardText {
  readonly language: TextLanguage;
  readonly text: string;
  /**
   * `report` is a newsletter's report of a document and never the document's words; `ours` is this
   * index's own translation, labelled so and never quoted as anybody's words.
   */
  readonly role: 'original' | 'translation' | 'report' | 'ours';
  /** Who translated or reported; null for an original. */
  readonly by: string | null;
  readonly citation: CardCitation;
}

/** An attributed quotation of a framing's holder or of a claim's evidence. */
export interface CardVoice {
  readonly text: string;
  readonly language: TextLanguage;
  readonly by: string;
  readonly citation: CardCitation;
  /** How these words lie to the clause's own, in our words ("paraphrase"); left out for others. */
  readonly how?: string;
}

export interface CardDocument {
  readonly id: string;
  readonly title: string;
  readonly titleLanguage: TextLanguage;
  readonly date: string | null;
  readonly place: string | null;
  readonly issuers: readonly string[];
  readonly address: string | null;
}

export interface CardFraming {
  readonly id: string;
  readonly label: string;
  readonly heldBy: readonly string[];
  readonly gist: string;
  readonly voices: readonly CardVoice[];
  /** Ids of clauses that put the framing into official words; missing where there are none. */
  readonly clauses?: readonly string[];
  /** True where none of the pack's sources holds this framing. */
  readonly absentFromSources: boolean;
}

export interface CardTopic {
  readonly id: string;
  readonly question: string;
  readonly framings: readonly CardFraming[];
  readonly onlyOneSideInSources: boolean;
  readonly note: string | null;
  /** Who adopted which wording, when, in which text; null where nothing is recorded. */
  readonly record: string | null;
}

export interface CardFigure {
  readonly value: number | string;
  readonly unit: string | null;
  readonly period: string | null;
  readonly saidBy: string | null;
  readonly qualifier: string | null;
  readonly quotation: string | null;
  readonly citation: CardCitation | null;
}

/** How a figure of the passage that matched lies to one of the item's. */
export interface CardFigureOnPage {
  /** Position in `CardData.figures`. */
  readonly figure: number;
  readonly relation: FigureRelation;
  /** Where the page's figure stands, in UTF-16 units from the beginning of the match. */
  readonly at: Span;
  /** The years that the page names beside it. */
  readonly years: readonly number[];
}

export interface CardFormula {
  readonly id: string;
  readonly label: string;
  readonly documents: readonly {
    readonly document: string;
    readonly title: string;
    readonly date: string;
    readonly status: 'present' | 'absent' | 'changed' | 'unknown';
    readonly wording: string | null;
    /** True where the wording is a slice of a source: only then it stands in quotation marks. */
    readonly isQuoted?: boolean;
    readonly note: string | null;
    readonly addresses: readonly string[];
  }[];
  /** Title of the earliest text known with the formula; null where none is known. */
  readonly firstSeen?: string | null;
}

/** Another clause that belongs to the one shown. */
export interface CardSibling {
  readonly item: string;
  readonly title: string;
  /** Title and ISO date of its document; null where the document is not in the pack. */
  readonly document: string | null;
  readonly date: string | null;
  readonly speaker: string;
  /** The same short formula; the same position in other words; what the other side says in return. */
  readonly relation: 'same-formula' | 'same-position' | 'other-side';
}

/** Everything that the card shows about one item, in one interface language; no page text in it. */
export interface CardData {
  readonly item: string;
  readonly kind: ItemKind;
  /** A few words of ours: the clause's title, the claim's statement, the framing's label. */
  readonly title: string;
  /** One plain sentence of ours, or null. */
  readonly gist: string | null;
  /** Original first. Empty for framings and claims. */
  readonly texts: readonly CardText[];
  readonly speaker: string | null;
  readonly section: string | null;
  readonly document: CardDocument | null;
  /** The same wording elsewhere, or the evidence of a claim. */
  readonly voices: readonly CardVoice[];
  readonly topics: readonly CardTopic[];
  readonly figures: readonly CardFigure[];
  /** Left out, or null, where nothing on the page can be compared with them. */
  readonly figureOnPage?: CardFigureOnPage | null;
  /** How sources agree or differ, in our words; null where there is nothing to say. */
  readonly status: string | null;
  /** When a claim was overtaken, and where that can be read; `status` says by what. */
  readonly overtakenBy?: { readonly date: string; readonly address: string } | null;
  readonly formulae: readonly CardFormula[];
  /** Clauses of other texts that belong to this one, oldest document first; empty for other kinds. */
  readonly siblings?: readonly CardSibling[];
  readonly notes: readonly string[];
  readonly coverage: { readonly documents: number; readonly to: string };
  readonly pack: {
    readonly id: string;
    readonly name: string;
    readonly version: string;
    readonly date: string;
  };
}
