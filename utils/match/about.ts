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
  return gates.some(
    (gate) => standTogether(text, gate) || hasHallmarks(text.toLowerCase(), gate.hallmarks),
  );
}

/** Looks no further than the third meeting: in a text on the subject that is soon. */
function standTogether(text: string, gate: Gate): boolean {
  const [first = [], ...others] = gate.parties;
  let meetings = 0;
  let mentions = 0;
  for (const place of placesOf(text, first, gate.except)) {
    mentions++;
    const around = text.slice(Math.max(0, place - TOGETHER), place + TOGETHER);
    const isMeeting = others.every((names) => !placesOf(around, names, gate.except).next().done);
    if (isMeeting) meetings++;
    if (meetings === OFTEN) return true;
  }
  if (meetings === 0) return false;
  for (const names of others) for (const _ of placesOf(text, names, gate.except)) mentions++;
  return mentions >= LEAST_MENTIONS + Math.floor(text.length / STRETCH);
}

function hasHallmarks(folded: string, hallmarks: readonly string[]): boolean {
  let found = 0;
  for (const phrase of hallmarks) {
    if (folded.includes(phrase)) found++;
    if (found === LEAST_HALLMARKS) return true;
  }
  return false;
}

/** Where any of the names stands, each place once, name by name. */
function* placesOf(
  text: string,
  names: readonly string[],
  except: readonly string[],
): Generator<number> {
  const misleading = except.filter((word) => text.includes(word));
  const seen = new Set<number>();
  for (const name of names) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      if (seen.has(at) || misleading.some((word) => isInside(text, at, word))) continue;
      seen.add(at);
      yield at;
    }
  }
}

/** Whether the place lies inside an occurrence of `word`. */
function isInside(text: string, place: number, word: string): boolean {
  const near = text.slice(Math.max(0, place - word.length + 1), place + word.length);
  const at = near.indexOf(word);
  return at >= 0;
}
