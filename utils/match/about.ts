import { foldedForNames, type Gate, LEAST_HALLMARKS } from './gate.ts';

/** Names that stand so near each other are said of one matter: about a paragraph, in UTF-16 units. */
const TOGETHER = 300;
/** So many meetings of the names make a text about them, however long it is. */
const OFTEN = 3;
/** A text with fewer needs this many mentions, and one more for each stretch of this length. */
const LEAST_MENTIONS = 2;
const STRETCH = 1_500;

/** What one stretch of text says of one gate's subject. */
interface Heard {
  /** In UTF-16 units. */
  readonly length: number;
  readonly meetings: number;
  readonly mentions: number;
  readonly hallmarks: readonly string[];
}

/**
 * Whether a text that passed the gate is about the parties, not merely one that mentions them: their
 * names stand together several times, or once where so many mentions are much for its length. A page
 * with a list of countries, or with one sentence on the subject among thousands, is not. Several of the
 * pack's hallmarks say the same without names.
 */
export function isAboutSubject(text: string, gates: readonly Gate[]): boolean {
  return listenWhetherAbout(gates, Number.POSITIVE_INFINITY)(text);
}

/**
 * `isAboutSubject` for a text that comes bit by bit: the function returned is told each stretch once and
 * says whether the last `most` UTF-16 units or so are about the subject. What it was told before is not
 * searched again, but for its end, which stands beside what comes next.
 */
export function listenWhetherAbout(
  gates: readonly Gate[],
  most: number,
): (text: string) => boolean {
  const listeners = gates.map((gate) => ({ gate, heard: [] as Heard[] }));
  let end = '';
  return (given) => {
    const text = foldedForNames(given);
    const before = end;
    end = `${before}${text}`.slice(-TOGETHER);
    return listeners.some(({ gate, heard }) => {
      heard.push(without(hear(before + text, gate), hear(before, gate)));
      let length = heard.reduce((sum, one) => sum + one.length, 0);
      for (; heard.length > 1 && length > most; heard.shift()) length -= heard[0]?.length ?? 0;
      return isEnough(heard, length);
    });
  };
}

function without(all: Heard, before: Heard): Heard {
  return {
    length: all.length - before.length,
    meetings: all.meetings - before.meetings,
    mentions: all.mentions - before.mentions,
    hallmarks: all.hallmarks,
  };
}

function isEnough(heard: readonly Heard[], length: number): boolean {
  let [meetings, mentions] = [0, 0];
  const hallmarks = new Set<string>();
  for (const one of heard) {
    meetings += one.meetings;
    mentions += one.mentions;
    for (const phrase of one.hallmarks) hallmarks.add(phrase);
  }
  if (meetings >= OFTEN || hallmarks.size >= LEAST_HALLMARKS) return true;
  return meetings > 0 && mentions >= LEAST_MENTIONS + Math.floor(length / STRETCH);
}

/** Looks no further than the third meeting: in a text on the subject that is soon. */
function hear(text: string, gate: Gate): Heard {
  const [first = [], ...others] = gate.parties;
  const { length } = text;
  let [meetings, mentions] = [0, 0];
  for (const place of placesOf(text, first, gate.except)) {
    mentions++;
    const around = text.slice(Math.max(0, place - TOGETHER), place + TOGETHER);
    const isMeeting = others.every((names) => !placesOf(around, names, gate.except).next().done);
    if (isMeeting) meetings++;
    if (meetings === OFTEN) return { length, meetings, mentions, hallmarks: [] };
  }
  for (const names of others) for (const _ of placesOf(text, names, gate.except)) mentions++;
  const folded = gate.hallmarks.length > 0 ? text.toLowerCase() : '';
  const hallmarks = gate.hallmarks.filter((phrase) => folded.includes(phrase));
  return { length, meetings, mentions, hallmarks };
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
