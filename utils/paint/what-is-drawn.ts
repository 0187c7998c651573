import type { ItemKind, Span } from '../match/types.ts';

/** What has to be known of a match to decide how it is drawn. Offsets count through the whole page. */
export interface Drawable extends Span {
  readonly item: string;
  readonly kind: ItemKind;
  readonly score: number;
}

/** One stretch that is drawn, and the matches that its card can show: the one that gives it its look first. */
export interface Drawn<M extends Drawable> extends Span {
  readonly kind: ItemKind;
  readonly matches: readonly M[];
}

export interface DrawingRules {
  readonly kinds: Readonly<Record<ItemKind, boolean>>;
  /** Whether a framing phrase is drawn at its first place or at all of them. */
  readonly occurrences: 'first' | 'all';
}

/** Share of a match that has to lie in a longer one for it to be drawn as part of that. */
const WITHIN = 0.8;
/** Share of the longer of two matches that has to lie in the other for them to be at one place. */
const SAME_PLACE = 0.5;
/** Longest gap, in UTF-16 units, over which two matches of one item are drawn as one. */
const LONGEST_GAP = 8;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * Decides what is drawn, in reading order and without overlap:
 * 1. matches of kinds that the reader switched off are left out;
 * 2. matches of one item with nothing but spaces and marks between them are drawn as one;
 * 3. a match that lies mostly within a longer one is drawn as part of it: its card steps through both;
 * 4. of a framing that stands alone, only the first place is drawn, unless all are asked for;
 * 5. what still overlaps is cut where the likelier of the two begins or ends;
 * 6. of several items of one kind at the same place (a formula that stands in many documents) the
 *    likeliest is kept: its card lists the others.
 *
 * `textBetween` gives the page's text between two offsets.
 */
export function whatIsDrawn<M extends Drawable>(
  matches: readonly M[],
  rules: DrawingRules,
  textBetween: (start: number, end: number) => string,
): Drawn<M>[] {
  const wanted = matches.filter(({ kind, start, end }) => rules.kinds[kind] && end > start);
  const longestFirst = wanted.toSorted(
    (a, b) => b.end - b.start - (a.end - a.start) || b.score - a.score || a.start - b.start,
  );
  const drawn: { start: number; end: number; kind: ItemKind; matches: M[] }[] = [];
  for (const match of longestFirst) {
    const outer = drawn.find((one) => liesWithin(match, one));
    if (outer) outer.matches.push(match);
    else drawn.push({ start: match.start, end: match.end, kind: match.kind, matches: [match] });
  }
  drawn.sort((a, b) => a.start - b.start || a.end - b.end);
  const joined = joinNeighbours(drawn, textBetween);
  const kept = rules.occurrences === 'all' ? joined : firstOfEach(joined);
  return withoutOverlap(kept).map((one) => ({ ...one, ...likeliestOfEach(one.matches) }));
}

/** What a reader can step through at one place, what gives it its look first. */
function likeliestOfEach<M extends Drawable>(
  matches: readonly M[],
): { readonly kind: ItemKind; readonly matches: readonly M[] } {
  const kept: M[] = [];
  const likeliestFirst = matches.toSorted((a, b) => b.score - a.score);
  for (const match of likeliestFirst) {
    const isRepeated = kept.some(
      (one) => one.item === match.item || (one.kind === match.kind && isSamePlace(one, match)),
    );
    if (!isRepeated) kept.push(match);
  }
  kept.sort((a, b) => b.end - b.start - (a.end - a.start) || b.score - a.score);
  return { kind: kept[0]?.kind ?? 'clause', matches: kept };
}

/** Whether most of the longer of two lies in the other. */
function isSamePlace(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared >= SAME_PLACE * Math.max(a.end - a.start, b.end - b.start);
}

function liesWithin(inner: Span, outer: Span): boolean {
  const shared = Math.min(inner.end, outer.end) - Math.max(inner.start, outer.start);
  return shared >= WITHIN * (inner.end - inner.start);
}

function joinNeighbours<M extends Drawable>(
  drawn: readonly Drawn<M>[],
  textBetween: (start: number, end: number) => string,
): Drawn<M>[] {
  const joined: Drawn<M>[] = [];
  for (const one of drawn) {
    const before = joined.at(-1);
    const gap = before ? one.start - before.end : -1;
    const sameItem = before?.matches[0]?.item === one.matches[0]?.item;
    if (
      before &&
      sameItem &&
      gap <= LONGEST_GAP &&
      !LETTER.test(textBetween(before.end, one.start))
    ) {
      const matches = [...before.matches, ...one.matches];
      joined[joined.length - 1] = { ...before, end: Math.max(before.end, one.end), matches };
    } else {
      joined.push(one);
    }
  }
  return joined;
}

function firstOfEach<M extends Drawable>(drawn: readonly Drawn<M>[]): Drawn<M>[] {
  const seen = new Set<string>();
  return drawn.filter(({ matches }) => {
    if (matches.some(({ kind }) => kind !== 'framing')) return true;
    const fresh = matches.some(({ item }) => !seen.has(item));
    for (const { item } of matches) seen.add(item);
    return fresh;
  });
}

function withoutOverlap<M extends Drawable>(drawn: readonly Drawn<M>[]): Drawn<M>[] {
  const apart: Drawn<M>[] = [];
  for (const one of drawn) {
    let before = apart.at(-1);
    while (before && before.end > one.start && scoreOf(before) < scoreOf(one)) {
      apart.pop();
      if (before.start < one.start) apart.push({ ...before, end: one.start });
      before = before.start < one.start ? undefined : apart.at(-1);
    }
    const start = Math.max(one.start, apart.at(-1)?.end ?? 0);
    if (start < one.end) apart.push({ ...one, start });
  }
  return apart;
}

function scoreOf({ matches }: Drawn<Drawable>): number {
  return Math.max(...matches.map(({ score }) => score));
}
