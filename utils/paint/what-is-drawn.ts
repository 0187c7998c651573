import type { Degree, ItemKind, Span } from '../match/types.ts';
import { SpansByPlace } from './spans-by-place.ts';

/** What has to be known of a match to decide how it is drawn. Offsets count through the whole page. */
export interface Drawable extends Span {
  readonly item: string;
  readonly kind: ItemKind;
  readonly degree: Degree;
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
const NOWHERE: Span = { start: 0, end: 0 };
const LETTER = /[\p{L}\p{N}]/u;

/**
 * Decides what is drawn, in reading order and without overlap:
 * 1. matches of kinds that the reader switched off are left out;
 * 2. matches of one item with nothing but spaces and marks between them are drawn as one, but what is quoted
 *    whole stands alone: the next sentence may take up words of it;
 * 3. a match that lies mostly within a longer one is drawn as part of it, which ends with what is quoted
 *    whole: its card steps through both;
 * 4. of a framing that stands alone, only the first place is drawn, unless all are asked for;
 * 5. what still overlaps is cut where the likelier of the two begins or ends; what would keep less
 *    than half of itself is not drawn, and its card is stepped to from the likelier;
 * 6. of several items of one kind at the same place (a formula that stands in many documents) the
 *    likeliest is kept and drawn: its card lists the others.
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
  const places = new SpansByPlace();
  for (const match of longestFirst) {
    const { start, end, kind } = match;
    const at = places.near(match).find((number) => liesWithin(match, drawn[number] ?? NOWHERE));
    const outer = at === undefined ? undefined : drawn[at];
    if (outer) {
      outer.matches.push(match);
      continue;
    }
    drawn.push({ start, end, kind, matches: [match] });
    places.add(match);
  }
  drawn.sort((a, b) => a.start - b.start || a.end - b.end);
  const joined = joinNeighbours(drawn, textBetween);
  const kept = rules.occurrences === 'all' ? joined : firstOfEach(joined);
  return withoutOverlap(kept.map(({ matches: found }) => likeliestOfEach(found)));
}

/** What a reader can step through at one place, what gives it its look first. */
function likeliestOfEach<M extends Drawable>(matches: readonly M[]): Drawn<M> {
  const [only] = matches;
  if (only && matches.length === 1) return { ...only, matches };
  const kept: M[] = [];
  const likeliestFirst = matches.toSorted((a, b) => b.score - a.score);
  for (const match of likeliestFirst) {
    const isRepeated = kept.some(
      (one) => one.item === match.item || (one.kind === match.kind && isSamePlace(one, match)),
    );
    if (!isRepeated) kept.push(match);
  }
  kept.sort((a, b) => b.end - b.start - (a.end - a.start) || b.score - a.score);
  const [first] = kept;
  const giving = first && isWhole(first) ? [first] : kept;
  const shown = matches.filter(({ item }) => giving.some((one) => one.item === item));
  return {
    start: Math.min(...shown.map(({ start }) => start)),
    end: Math.max(...shown.map(({ end }) => end)),
    kind: first?.kind ?? 'clause',
    matches: kept,
  };
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
    const item = itemOfPart(one);
    if (
      before &&
      item &&
      itemOfPart(before) === item &&
      one.start - before.end <= LONGEST_GAP &&
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

/** The item of which something may be quoted further on; none where it is quoted whole. */
function itemOfPart({ matches: [first] }: Drawn<Drawable>): string | undefined {
  return first && !isWhole(first) ? first.item : undefined;
}

function isWhole({ degree }: Drawable): boolean {
  return degree === 'verbatim';
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
  const likeliestFirst = drawn.toSorted((a, b) => scoreOf(b) - scoreOf(a) || a.start - b.start);
  const apart: Drawn<M>[] = [];
  const places = new SpansByPlace();
  for (const one of likeliestFirst) {
    const met = places.near(one).filter((number) => {
      const { start, end } = apart[number] ?? NOWHERE;
      return start < one.end && one.start < end;
    });
    const rest = restOf(
      one,
      met.map((number) => apart[number] ?? NOWHERE),
    );
    if (rest.end - rest.start >= SAME_PLACE * (one.end - one.start)) {
      apart.push({ ...one, ...rest });
      places.add(rest);
      continue;
    }
    // Too little is left to be drawn: it can be stepped to where most of it lies.
    const [at = -1] = met;
    const host = apart[at];
    if (host) apart[at] = { ...host, matches: [...host.matches, ...one.matches] };
  }
  return apart.sort((a, b) => a.start - b.start);
}

/** What is left of `one` at its longest end beside the others; empty where nothing is. */
function restOf(one: Span, others: readonly Span[]): Span {
  let { start, end } = one;
  for (const other of others) {
    if (other.start >= end || other.end <= start) continue;
    if (other.start - start >= end - other.end) end = Math.max(start, other.start);
    else start = Math.min(end, other.end);
  }
  return { start, end };
}

function scoreOf({ matches }: Drawn<Drawable>): number {
  return Math.max(...matches.map(({ score }) => score));
}
