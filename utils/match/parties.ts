import type { IndexSections } from '../pack/index-format.ts';
import type { Subject } from '../pack/index-input.ts';
import type { TokenRanges } from './sentences.ts';
import { TokenKind, type Tokens } from './tokenize.ts';

/** Names of parties, ready to be found: by the stem of their first word. */
export interface PartyNames {
  /** Number of the pack's own parties; other parties have higher numbers. */
  readonly own: number;
  readonly byFirst: ReadonlyMap<number, readonly PartyName[]>;
  /** Marks the low bits of those stems, so that other words are passed over without a look-up. */
  readonly firsts: Uint8Array;
}

interface PartyName {
  /** A bit for each own party that the name stands for, `OTHER_PARTY`, or 0 for a word that only looks like a name. */
  readonly bits: number;
  readonly stems: readonly number[];
}

/**
 * Where parties are named: for each token the parties whose name begins there, as bits (0: none), and the
 * length of the name in tokens. One name may stand for several parties: 中俄.
 */
export interface PartyMentions {
  readonly bits: Uint8Array;
  readonly length: Uint8Array;
}

/** The bit of a party that is not one of the pack's. */
export const OTHER_PARTY = 0x80;
const LOW_BITS = 0xfff;

/** Reads the names of a subject. Names of several words are found as runs of stems. */
export function partyNamesOf(subject: Subject, tokenize: (text: string) => Tokens): PartyNames {
  const names = new Map<string, PartyName>();
  const add = (name: string, bits: number): void => {
    const stems = [...tokenize(name).stem];
    if (stems.length === 0) return;
    const key = stems.join();
    names.set(key, { stems, bits: bits | (names.get(key)?.bits ?? 0) });
  };
  subject.parties.forEach((party, number) => {
    for (const name of Object.values(party.names).flat()) add(name, 1 << number);
  });
  for (const party of subject.others ?? []) {
    for (const name of Object.values(party.names).flat()) add(name, OTHER_PARTY);
  }
  const all = (1 << subject.parties.length) - 1;
  for (const name of Object.values(subject.together ?? {}).flat()) add(name, all);
  for (const word of subject.except ?? []) add(word, 0);
  return arranged([...names.values()], subject.parties.length);
}

/** The names as the index has them, which were read when it was compiled. `own` is the number of the pack's parties. */
export function partyNamesIn(
  { nameStart, nameStem, nameBits }: Pick<IndexSections, 'nameStart' | 'nameStem' | 'nameBits'>,
  own: number,
): PartyNames {
  const names = Array.from(nameBits, (bits, at) => ({
    bits,
    stems: [...nameStem.subarray(nameStart[at], nameStart[at + 1])],
  }));
  return arranged(names, own);
}

function arranged(names: readonly PartyName[], own: number): PartyNames {
  const byFirst = new Map<number, PartyName[]>();
  for (const name of names) {
    const first = name.stems[0] ?? 0;
    const list = byFirst.get(first);
    if (list) list.push(name);
    else byFirst.set(first, [name]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  const firsts = new Uint8Array(LOW_BITS + 1);
  for (const first of byFirst.keys()) firsts[first & LOW_BITS] = 1;
  return { own, byFirst, firsts };
}

/** Finds all names of parties; the longest name wins, and names do not overlap. */
export function findParties(tokens: Tokens, names: PartyNames): PartyMentions {
  const bits = new Uint8Array(tokens.count);
  const length = new Uint8Array(tokens.count);
  for (let at = 0; at < tokens.count; ) {
    const stem = tokens.stem[at] ?? 0;
    if (names.firsts[stem & LOW_BITS] === 0) {
      at++;
      continue;
    }
    const found = nameAt(tokens, at, names.byFirst.get(stem));
    if (found) {
      bits[at] = found.bits;
      length[at] = found.stems.length;
      at += found.stems.length;
    } else at++;
  }
  return { bits, length };
}

/** The first of some names that begins at a token. A function of its own: closures in a loop cost memory each time. */
function nameAt(
  tokens: Tokens,
  at: number,
  names: readonly PartyName[] | undefined,
): PartyName | undefined {
  return names?.find(({ stems }) => stems.every((own, step) => tokens.stem[at + step] === own));
}

/** Whether each token belongs to the name of a party; of Han text also the character before, whose pair reaches into it. */
export function namedTokens(tokens: Tokens, mentions: PartyMentions): Uint8Array {
  const named = new Uint8Array(tokens.count);
  for (let at = 0; at < tokens.count; at++) {
    if (!mentions.bits[at]) continue;
    const hasPair = tokens.kind[at] === TokenKind.han && !tokens.before[at];
    named.fill(1, hasPair ? Math.max(0, at - 1) : at, at + (mentions.length[at] ?? 0));
  }
  return named;
}

/** Which parties a range of tokens names: a bit for each of the pack's own, and whether any other is named. */
export interface NamedParties {
  readonly own: number;
  readonly others: number;
}

/** The parties named in tokens `[from, to)`. `others` counts mentions of parties that are not the pack's. */
export function partiesIn(
  mentions: PartyMentions,
  names: PartyNames,
  from: number,
  to: number,
): NamedParties {
  const all = (1 << names.own) - 1;
  let own = 0;
  let others = 0;
  for (let at = from; at < to; at++) {
    const bits = mentions.bits[at] ?? 0;
    own |= bits & all;
    if (bits & OTHER_PARTY) others++;
  }
  return { own, others };
}

/** The parties named in each range. */
export function partiesByRange(
  mentions: PartyMentions,
  names: PartyNames,
  ranges: TokenRanges,
): NamedParties[] {
  const named: NamedParties[] = [];
  for (let range = 0; range < ranges.count; range++)
    named.push(partiesIn(mentions, names, ranges.start[range] ?? 0, ranges.start[range + 1] ?? 0));
  return named;
}
