import { type Gate, LEAST_HALLMARKS } from './gate.ts';

/** Names that stand so near each other are said of one matter: about a paragraph, in UTF-16 units. */
const TOGETHER = 300;
/** So many meetings of the names make a text about them, however long it is. */
const OFTEN = 3;
/** A text with fewer needs this many mentions, and one more for each stretch of this length. */
const LEAST_MENTIONS = 2;
const STRETCH = 1_500;

/**
 * Whether a text that passed the gate is about the parties, not merely one that mentions them: their
 * names stand together several times, or once where so many mentions are much for its length. A page
 * with a list of countries, or with one sentence on the subject among thousands, is not. Several of the
 * pack's hallmarks say the same without names.
 */
export function isAboutSubject(text: string, gates: readonly Gate[]): boolean {
  return gates.some((gate) => {
    const places = gate.parties.map((names) => placesOf(text, names, gate.except));
    const [first = [], ...others] = places;
    const meetings = first.filter((place) => others.every((list) => hasNear(list, place))).length;
    if (meetings >= OFTEN) return true;
    const mentions = places.reduce((sum, list) => sum + list.length, 0);
    if (meetings > 0 && mentions >= LEAST_MENTIONS + text.length / STRETCH) return true;
    return hasHallmarks(text.toLowerCase(), gate.hallmarks);
  });
}

function hasHallmarks(folded: string, hallmarks: readonly string[]): boolean {
  let found = 0;
  for (const phrase of hallmarks) {
    if (folded.includes(phrase)) found++;
    if (found === LEAST_HALLMARKS) return true;
  }
  return false;
}

/** Where any of the names stands, ascending. */
function placesOf(text: string, names: readonly string[], except: readonly string[]): number[] {
  const misleading = except.flatMap((word) =>
    findAll(text, word).map((at) => [at, at + word.length] as const),
  );
  const places = new Set<number>();
  for (const name of names) for (const at of findAll(text, name)) places.add(at);
  return [...places]
    .filter((place) => !misleading.some(([from, to]) => place >= from && place < to))
    .sort((a, b) => a - b);
}

function findAll(text: string, phrase: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length))
    found.push(at);
  return found;
}

/** Whether an ascending list has a place within `TOGETHER` of `place`. */
function hasNear(list: readonly number[], place: number): boolean {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] ?? 0) < place - TOGETHER) low = middle + 1;
    else high = middle;
  }
  return (list[low] ?? Number.POSITIVE_INFINITY) <= place + TOGETHER;
}
