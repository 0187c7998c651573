import type { Language } from '../../match/types.ts';
import type { Fault } from '../fault.ts';
import type { Pack } from '../model.ts';

/** What the rules of a check may look at; everything outside the pack is handed in. */
export interface CheckContext {
  readonly pack: Pack;
  /** Today's date, ISO. */
  readonly today: string;
  /** Name of a source file → its text; null where the sources are not at hand. */
  readonly sources: ReadonlyMap<string, string> | null;
  /** Why a cue pattern cannot be used; null for a good one. */
  readonly cueProblem: (pattern: string, language: Language) => string | null;
  /** Surprise of a cue's lightest form in ordinary text; 1 is that of a word in no list of common words. */
  readonly cueSurprise: (pattern: string, language: Language) => number;
  /** Whether a text holds the words, one after the other, in any inflection. */
  readonly holdsWords: (text: string, words: string) => boolean;
}

/** One thing that a pack must hold to. */
export interface Rule {
  /** Name in messages and in docs/packs.md. */
  readonly name: string;
  /** True where the rule would accuse good entries while others are left out because of a fault. */
  readonly needsWhole: boolean;
  check(context: CheckContext): readonly Fault[];
}

/** Makes a fault of an entry at `path` inside it, with its file and line. */
export function faultAt(
  pack: Pack,
  entry: object,
  path: readonly (string | number)[],
  message: string,
  remedy: string,
): Fault {
  const place = pack.places.get(entry);
  const file = place?.file ?? 'pack.yaml';
  const line = pack.locate(file, [...(place?.path ?? []), ...path]);
  const item = 'id' in entry && typeof entry.id === 'string' ? entry.id : null;
  return { file, line, item, message, remedy };
}

/** Makes a fault of a file that holds no entry with an id. */
export function faultIn(
  pack: Pack,
  file: string,
  path: readonly (string | number)[],
  message: string,
  remedy: string,
): Fault {
  return { file, line: pack.locate(file, path), item: null, message, remedy };
}
