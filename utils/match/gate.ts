import type { Subject } from '../pack/index-input.ts';

/** The gate of one pack, small enough to lie in a content script: JSON, no functions. */
export interface Gate {
  readonly pack: string;
  /** One list of names a party; each in the form in which `indexOf` finds it. */
  readonly parties: readonly (readonly string[])[];
}

/** Makes the gate of a pack from its subject. Longer names that contain a shorter one are dropped. */
export function gateOf(pack: string, subject: Subject): Gate {
  const parties = subject.parties.map((party) => {
    const names = [...new Set(Object.values(party.names).flat())].sort(
      (a, b) => a.length - b.length,
    );
    return names.filter(
      (name, at) => !names.slice(0, at).some((shorter) => name.includes(shorter)),
    );
  });
  return { pack, parties };
}

/**
 * Whether `text` names every party of at least one gate. One pass a name over the text, and it stops
 * at the first name found. Names inside longer words count ("Russia" in "Russian"): the engine looks
 * closer; the gate only decides whether it is asked.
 */
export function passesGate(text: string, gates: readonly Gate[]): boolean {
  return gates.some((gate) =>
    gate.parties.every((names) => names.some((name) => text.includes(name))),
  );
}
