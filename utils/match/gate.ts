import type { Subject } from '../pack/index-input.ts';

/** The gate of one pack, small enough to lie in a content script: JSON, no functions. */
export interface Gate {
  readonly pack: string;
  /** One list of names a party; each in the form in which `indexOf` finds it. */
  readonly parties: readonly (readonly string[])[];
  /** Words that hold a party's name and do not mean it. */
  readonly except: readonly string[];
  /** Phrases in small letters that only texts on the subject use; `LEAST_HALLMARKS` of them stand for the other names. */
  readonly hallmarks: readonly string[];
}

/** How many different hallmarks a text must have that does not name the parties. */
export const LEAST_HALLMARKS = 3;

/** Makes the gate of a pack from its subject. Longer names that contain a shorter one are dropped. */
export function gateOf(pack: string, subject: Subject): Gate {
  const hallmarks = Object.values(subject.hallmarks ?? {}).flat();
  return {
    pack,
    parties: subject.parties.map((party) => shortest(Object.values(party.names).flat())),
    except: subject.except ?? [],
    hallmarks: shortest(hallmarks.map((phrase) => phrase.toLowerCase())),
  };
}

function shortest(all: readonly string[]): string[] {
  const names = [...new Set(all)].sort((a, b) => a.length - b.length);
  return names.filter((name, at) => !names.slice(0, at).some((shorter) => name.includes(shorter)));
}

/**
 * Whether `text` is about the subject of at least one gate: it names every party, or it names one, as a
 * commentary may that speaks of "the two sides" otherwise, and has several of the pack's hallmarks.
 * Names inside longer words count ("Russia" in "Russian"): the engine looks closer; the gate only
 * decides whether it is asked.
 */
export function passesGate(text: string, gates: readonly Gate[]): boolean {
  return listenAtGates(gates)(text);
}

/**
 * `passesGate` for a text that comes in slices: the function returned is told each slice in turn and
 * says whether the text so far passes. A name or phrase that a cut divides is heard only where the
 * slices overlap by its length.
 *
 * Each list is one regular expression, which the browser runs over the text in one pass: several times
 * as fast as a search a name, and as a text in small letters to search for the phrases.
 */
export function listenAtGates(gates: readonly Gate[]): (slice: string) => boolean {
  const listeners = gates.map(({ parties, hallmarks }) => ({
    anybody: new AnyOf(parties.flat(), 'g'),
    unnamed: parties.map((names) => new AnyOf(names, 'g')),
    of: parties.length,
    hallmarks: hallmarks.length < LEAST_HALLMARKS ? null : new AnyOf(hallmarks, 'gi'),
    heard: new Set<string>(),
    /** Slices in which nobody has listened for hallmarks yet. */
    waiting: [] as string[],
  }));
  return (given) => {
    const slice = foldedForNames(given);
    const isLatin = !BEYOND_LATIN.test(slice);
    for (const listener of listeners) {
      // Most pages of the world name nobody: one search tells.
      if (!listener.anybody.isIn(slice, isLatin)) continue;
      listener.unnamed = listener.unnamed.filter((party) => !party.isIn(slice, isLatin));
      if (listener.unnamed.length === 0) return true;
    }
    return listeners.some(({ unnamed, of, hallmarks, heard, waiting }) => {
      if (hallmarks === null) return false;
      waiting.push(slice);
      // Latin texts without any name are left at that: most pages of the world are of that kind.
      if (unnamed.length === of && isLatin) return false;
      for (const text of waiting.splice(0)) {
        for (const phrase of hallmarks.allIn(text, !BEYOND_LATIN.test(text))) {
          if (heard.add(phrase).size === LEAST_HALLMARKS) return true;
        }
      }
      return false;
    });
  };
}

/** What nobody sees within a word, and spaces that only look like others. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g;
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f]/g;
const ODD = /[\u00a0\u00ad\u2000-\u200f\u202f\u205f-\u2064\ufeff]/;
/** Not in texts that a browser keeps a byte a letter: it knows without a look at them. */
const WIDE = /[\u0100-\uffff]/;

/** `text` as names are looked for in it: without soft hyphens and the like, with plain spaces. */
export function foldedForNames(text: string): string {
  const isOdd = WIDE.test(text)
    ? ODD.test(text)
    : text.includes('\u00a0') || text.includes('\u00ad');
  return isOdd ? text.replace(UNSEEN, '').replace(SPACES, ' ') : text;
}

/** A letter of another script than the Latin; curly quotes and dashes are none. */
const BEYOND_LATIN = /[\u0250-\u1fff\u2c00-\uffff]/;

/** Searches for any of some phrases; in a Latin text only for those that can stand in one. */
class AnyOf {
  readonly #latin: RegExp | null;
  readonly #flags: string;
  readonly #phrases: readonly string[];
  #all: RegExp | null = null;

  constructor(phrases: readonly string[], flags: 'g' | 'gi') {
    this.#phrases = phrases;
    this.#flags = flags;
    this.#latin = oneOf(
      phrases.filter((phrase) => !BEYOND_LATIN.test(phrase)),
      flags,
    );
  }

  isIn(text: string, isLatin: boolean): boolean {
    const pattern = this.#pattern(isLatin);
    if (pattern === null) return false;
    pattern.lastIndex = 0;
    return pattern.test(text);
  }

  /** Those that are in `text`, in small letters, also where they overlap. */
  *allIn(text: string, isLatin: boolean): Generator<string> {
    const pattern = this.#pattern(isLatin);
    if (pattern === null) return;
    pattern.lastIndex = 0;
    for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
      yield found[0].toLowerCase();
      pattern.lastIndex = found.index + 1;
    }
  }

  /** Made when it is first needed: most pages are of one script. */
  #pattern(isLatin: boolean): RegExp | null {
    if (isLatin) return this.#latin;
    this.#all ??= oneOf(this.#phrases, this.#flags);
    return this.#all;
  }
}

function oneOf(phrases: readonly string[], flags: string): RegExp | null {
  if (phrases.length === 0) return null;
  const sources = phrases.map((phrase) => phrase.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(sources.join('|'), flags);
}
