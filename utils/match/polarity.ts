import { TELLING } from './constants.ts';
import { foldWord } from './fold.ts';
import { hashWord } from './hash.ts';
import { Before } from './tokenize.ts';
import { WordFilter } from './word-filter.ts';

/**
 * Words that turn a statement into its contrary, and, with `: 0`, phrases that only look like them. "Never" is not
 * among them: "never held a bigger summit" says that this one was the biggest.
 */
const WORDS: Readonly<Record<string, 0 | 1>> = {
  not: 1,
  no: 1,
  neither: 1,
  nor: 1,
  cannot: 1,
  without: 1,
  "isn't": 1,
  "aren't": 1,
  "wasn't": 1,
  "weren't": 1,
  "doesn't": 1,
  "don't": 1,
  "didn't": 1,
  "won't": 1,
  "wouldn't": 1,
  "can't": 1,
  "couldn't": 1,
  "hasn't": 1,
  "haven't": 1,
  "hadn't": 1,
  deny: 1,
  denies: 1,
  denied: 1,
  denying: 1,
  refute: 1,
  refuted: 1,
  refutes: 1,
  'far from': 1,
  'fails to': 1,
  'failed to': 1,
  'not only': 0,
  'not just': 0,
  'not merely': 0,
  'no longer': 1,
  не: 1,
  нет: 1,
  ни: 1,
  нельзя: 1,
  отрицает: 1,
  отрицают: 1,
  отрицал: 1,
  отрицала: 1,
  отрицали: 1,
  опроверг: 1,
  опровергла: 1,
  опровергли: 1,
  опровергает: 1,
  'не только': 0,
  'не просто': 0,
  没有: 1,
  并未: 1,
  并非: 1,
  并不: 1,
  尚未: 1,
  未能: 1,
  不是: 1,
  不会: 1,
  不再: 1,
  不存在: 1,
  否认: 1,
  驳斥: 1,
  不仅: 0,
  不只是: 0,
};

interface Negation {
  readonly words: readonly number[];
  readonly turns: 0 | 1;
}

interface Negations {
  /** The phrases by the hash of their first token, the longest first. */
  readonly byFirst: ReadonlyMap<number, readonly Negation[]>;
  /** Passes nearly every other word over without a look-up. */
  readonly mayBegin: WordFilter;
}

let known: Negations | null = null;

/** Made when it is first needed. */
export function negations(): Negations {
  known ??= readNegations();
  return known;
}

function readNegations(): Negations {
  const byFirst = new Map<number, Negation[]>();
  for (const [phrase, turns] of Object.entries(WORDS)) {
    const isHan = /\p{Script=Han}/u.test(phrase);
    const parts = isHan ? [...phrase] : phrase.split(' ').map((word) => foldWord(word).exact);
    const words = parts.map(hashWord);
    const first = words[0] ?? 0;
    byFirst.set(first, [...(byFirst.get(first) ?? []), { words, turns }]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  const mayBegin = new WordFilter();
  for (const first of byFirst.keys()) mayBegin.add(first);
  return { byFirst, mayBegin };
}

/** 1 for each token at which a negation begins. */
export function findNegations(exact: Uint32Array): Uint8Array {
  const all = negations();
  const found = new Uint8Array(exact.length);
  for (let at = 0; at < exact.length; ) {
    if (!all.mayBegin.holds(exact[at] ?? 0)) {
      at++;
      continue;
    }
    const negation = negationAt(all, exact, at);
    if (negation) found[at] = negation.turns;
    at += negation?.words.length ?? 1;
  }
  return found;
}

function negationAt({ byFirst }: Negations, exact: Uint32Array, at: number): Negation | undefined {
  return byFirst
    .get(exact[at] ?? 0)
    ?.find(({ words }) => words.every((word, step) => exact[at + step] === word));
}

/** Words after a negation in which the word that it turns is looked for. */
const REACH = 4;
const BREAK = Before.sentence | Before.paragraph | Before.comma;

/** A text or wording as negation sees it; arrays are parallel. */
export interface Negated {
  readonly row: Uint32Array;
  readonly weight: Float32Array;
  readonly before: Uint8Array;
  readonly negations: Uint8Array;
}

/** The rows of the words that are turned in tokens `[from, to)`: of each negation the next word that tells something. */
export function negatedRows(
  { row, weight, before, negations }: Negated,
  from: number,
  to: number,
): number[] {
  const rows: number[] = [];
  for (let at = from; at < to; at++) {
    if (!negations[at]) continue;
    for (let next = at + 1; next < Math.min(to, at + 1 + REACH); next++) {
      if ((before[next] ?? 0) & BREAK) break;
      if ((weight[next] ?? 0) < TELLING || negations[next]) continue;
      rows.push(row[next] ?? 0);
      break;
    }
  }
  return rows;
}

/**
 * Whether a stretch says the contrary of a wording: a word that both have is turned by a negation in one of
 * them only. Words are looked at, not sentences: "trade did not reach" beside "trade reached".
 */
export function contradicts(
  page: Negated,
  from: number,
  to: number,
  wording: { readonly row: Uint32Array; readonly negated: readonly number[] },
): boolean {
  const here = negatedRows(page, from, to);
  if (here.length === 0 && wording.negated.length === 0) return false;
  const rows = page.row.subarray(from, to);
  return (
    here.some((row) => wording.row.includes(row) && !wording.negated.includes(row)) ||
    wording.negated.some((row) => rows.includes(row) && !here.includes(row))
  );
}
