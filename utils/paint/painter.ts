import type { ItemKind } from '../match/types.ts';
import type { TextPart } from '../text/passages.ts';

/** How a highlight looks: by kind of item, or as a passage that the reader saved. */
export type Look = ItemKind | 'saved';

export const LOOKS: readonly Look[] = ['saved', 'framing', 'claim', 'clause'];

/** Colours of lines, `#rrggbb`, on light and on dark grounds; what is not named has its own. */
export interface ChosenColours {
  readonly light: Readonly<Partial<Record<Look, string>>>;
  readonly dark: Readonly<Partial<Record<Look, string>>>;
}

/** A stretch of the page to be shown as one. */
export interface Highlight {
  /** Unique on the page. */
  readonly id: string;
  readonly look: Look;
  /** In reading order; offsets are those of the page as it stands. */
  readonly parts: readonly TextPart[];
}

/**
 * Shows highlights on a page. Two implementations satisfy the same contract tests: `css-highlight`
 * leaves the page's elements alone, `mark` wraps text in elements.
 */
export interface Painter {
  /** Shows exactly these; whatever was shown before is taken away. Parts may overlap. */
  paint(highlights: readonly Highlight[]): void;
  /** Sets one apart as the one that is open; null for none. Unknown ids count as none. */
  setCurrent(id: string | null): void;
  /** The highlight at a point of the viewport (CSS pixels); the shortest, kinds before saved. */
  hitTest(x: number, y: number): string | null;
  /** Where a highlight stands now; empty where its text left the page. */
  rangesOf(id: string): readonly Range[];
  /** Boxes of a highlight's lines in the viewport, in CSS pixels; empty where it cannot be seen. */
  rectsOf(id: string): readonly DOMRect[];
  /** Whether what was shown is there still: a page may take it out of the browser's list, or its styles. */
  isIntact(): boolean;
  /** Takes everything away. The painter can be used again. */
  clear(): void;
  /** Takes everything away, styles too: the page is as it was. */
  dispose(): void;
}
