import type { Subject } from '../pack/index-input.ts';
import type { TokenRanges } from './sentences.ts';
import type { Tokens } from './tokenize.ts';

/** Names of parties, ready to be found: by the stem of their first word. */
export interface PartyNames {
  /** Number of the pack's own parties; other parties have higher numbers. */
  readonly own: number;
  readonly byFirst: ReadonlyMap<number, readonly PartyName[]>;
}

interface PartyName {
  readonly party: number;
  readonly stems: readonly number[];
}

/** Where parties are named: for each token the party whose name begins there (255: none) and its length in tokens. */
export interface PartyMentions {
  readonly party: Uint8Array;
  readonly length: Uint8Array;
}

export const NO_PARTY = 255;

/** Reads the names of a subject. Names of several words are found as runs of stems. */
export function partyNamesOf(subject: Subject, tokenize: (text: string) => Tokens): PartyNames {
  const byFirst = new Map<number, PartyName[]>();
  [...subject.parties, ...(subject.others ?? [])].forEach((party, number) => {
    for (const name of Object.values(party.names).flat()) {
      const stems = [...tokenize(name).stem];
      const first = stems[0];
      if (first === undefined) continue;
      const list = byFirst.get(first);
      if (list) list.push({ party: number, stems });
      else byFirst.set(first, [{ party: number, stems }]);
    }
  });
  for (const list of byFirst.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  return { own: subject.parties.length, byFirst };
}

/** Finds all names of parties; the longest name wins, and names do not overlap. */
export function findParties(tokens: Tokens, names: PartyNames): PartyMentions {
  const party = new Uint8Array(tokens.count).fill(NO_PARTY);
  const length = new Uint8Array(tokens.count);
  for (let at = 0; at < tokens.count; ) {
    const found = names.byFirst
      .get(tokens.stem[at] ?? 0)
      ?.find((name) => name.stems.every((stem, step) => tokens.stem[at + step] === stem));
    if (found) {
      party[at] = found.party;
      length[at] = found.stems.length;
      at += found.stems.length;
    } else at++;
  }
  return { party, length };
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
  let own = 0;
  let others = 0;
  for (let at = from; at < to; at++) {
    const party = mentions.party[at] ?? NO_PARTY;
    if (party === NO_PARTY) continue;
    if (party < names.own) own |= 1 << party;
    else others++;
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
