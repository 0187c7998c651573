import type { Subject } from '../pack/index-input.ts';

/** The gate of one pack, small enough to lie in a content script: JSON, no functions. */
export interface Gate {
  readonly pack: string;
  /** One list of names a party; each in the form in which `indexOf` finds it. */
  readonly parties: readonly (readonly string[])[];
  /** Words that hold a party's name and do not mean it. */
  readonly except: readonly string[];
  /** Phrases in small letters that only texts on the subject use; `LEAST_HALLMARKS` of them stand for the names. */
  readonly hallmarks: readonly string[];
}

/** How many different hallmarks a text must have that does not name the parties. */
const LEAST_HALLMARKS = 3;

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
 * Whether `text` is about the subject of at least one gate: it names every party, or, as a commentary
 * on a document may that speaks of "the two sides" throughout, it has several of the pack's hallmarks.
 * One pass a name over the text, and it stops at the first name found. Names inside longer words count
 * ("Russia" in "Russian"): the engine looks closer; the gate only decides whether it is asked.
 */
export function passesGate(text: string, gates: readonly Gate[]): boolean {
  return listenAtGates(gates)(text);
}

/**
 * `passesGate` for a text that comes in slices: the function returned is told each slice in turn and
 * says whether the text so far passes. A name or phrase that a cut divides is heard only where the
 * slices overlap by its length.
 */
export function listenAtGates(gates: readonly Gate[]): (slice: string) => boolean {
  const unnamed = gates.map(({ parties }) => new Set(parties));
  const unheard = gates
    .filter(({ hallmarks }) => hallmarks.length >= LEAST_HALLMARKS)
    .map(({ hallmarks }) => ({ phrases: new Set(hallmarks), missing: LEAST_HALLMARKS }));
  return (slice) => {
    for (const parties of unnamed) {
      for (const names of parties) {
        if (names.some((name) => slice.includes(name))) parties.delete(names);
      }
    }
    if (unnamed.some(({ size }) => size === 0)) return true;
    if (unheard.length === 0) return false;
    const folded = slice.toLowerCase();
    for (const gate of unheard) {
      for (const phrase of gate.phrases) {
        if (!folded.includes(phrase)) continue;
        gate.phrases.delete(phrase);
        gate.missing -= 1;
        if (gate.missing === 0) return true;
      }
    }
    return false;
  };
}
