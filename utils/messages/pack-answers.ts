/** A topic that a page touches: which framings of it the page uses, and which it does not. */
export interface PageTopic {
  readonly id: string;
  readonly question: string;
  readonly framings: readonly {
    readonly id: string;
    readonly label: string;
    /** Never empty: a label does not stand without who holds it. */
    readonly heldBy: readonly string[];
    readonly isUsedHere: boolean;
  }[];
}

/** What the installed pack is and holds. */
export interface PackCoverage {
  readonly pack: string;
  readonly name: string;
  readonly version: string;
  /** ISO date of the edition. */
  readonly date: string;
  /** Number of documents that the index covers, and the ISO date of the latest. */
  readonly documents: number;
  readonly to: string;
}
