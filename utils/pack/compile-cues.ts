import { CueFlag, ElementKind } from '../match/constants.ts';
import {
  type CueElement,
  CuePatternError,
  type CueSequence,
  parseCuePattern,
} from '../match/cue-pattern.ts';
import { hashPair } from '../match/hash.ts';
import { buildHashTable, type HashTable } from '../match/hash-table.ts';
import type { Tokens } from '../match/tokenize.ts';
import type { IndexCue, IndexItem, Subject } from './index-input.ts';
import { listsOf } from './postings.ts';

export interface CompiledCues {
  readonly item: Uint32Array;
  readonly flags: Uint8Array;
  readonly start: Uint32Array;
  readonly anchor: Uint8Array;
  readonly elementKind: Uint8Array;
  readonly elementValue: Uint32Array;
  readonly choiceStart: Uint32Array;
  readonly choiceOption: Uint32Array;
  readonly optionStart: Uint32Array;
  readonly optionHash: Uint32Array;
  readonly anchorTable: HashTable;
  readonly anchorStart: Uint32Array;
  readonly anchorCue: Uint32Array;
}

/**
 * Compiles the cue patterns of all items. Each sequence is found by its anchor: two literal words that
 * stand side by side where it has them, else the single word or the choice of words that is rarest
 * (`anchor` is the element's place). Throws one `CuePatternError` that names every pattern
 * that cannot be used.
 */
export function compileCues(
  items: readonly IndexItem[],
  subject: Subject,
  tokenize: (text: string) => Tokens,
  weightOf: (term: number) => number,
): CompiledCues {
  const writer = new CueWriter(
    new Map(subject.parties.map((party, at) => [party.id, at])),
    weightOf,
  );
  const faults: string[] = [];
  const addAll = (
    owner: IndexItem,
    number: number,
    list: readonly IndexCue[],
    flag: number,
  ): void => {
    for (const cue of list) {
      try {
        for (const sequence of parseCuePattern(cue.pattern, cue.language, tokenize))
          writer.add(
            number,
            flag | (cue.general ? CueFlag.general : 0) | (cue.isOurs ? CueFlag.ours : 0),
            sequence,
          );
      } catch (error) {
        if (!(error instanceof CuePatternError)) throw error;
        faults.push(`${owner.id}: ${error.message}`);
      }
    }
  };
  items.forEach((owner, number) => {
    addAll(owner, number, owner.cues, 0);
    addAll(owner, number, owner.avoid, CueFlag.avoid);
  });
  if (faults.length > 0) throw new CuePatternError(faults.join('\n'));
  return writer.finish();
}

class CueWriter {
  private readonly item: number[] = [];
  private readonly flags: number[] = [];
  private readonly start: number[] = [0];
  private readonly anchor: number[] = [];
  private readonly kinds: number[] = [];
  private readonly values: number[] = [];
  private readonly choiceStart: number[] = [0];
  private readonly choiceOption: number[] = [];
  private readonly optionStart: number[] = [0];
  private readonly optionHash: number[] = [];
  /** The choices and options written so far: many cues offer the same words. */
  private readonly choiceOf = new Map<string, number>();
  private readonly optionOf = new Map<string, number>();
  private readonly anchorHashes: number[] = [];
  private readonly anchorCues: number[] = [];

  constructor(
    private readonly partyNumber: ReadonlyMap<string, number>,
    private readonly weightOf: (term: number) => number,
  ) {}

  add(item: number, flags: number, sequence: CueSequence): void {
    const values = sequence.map((element) => this.valueOf(element));
    const place = anchorOf(sequence, this.weightOf);
    const cue = this.item.length;
    this.item.push(item);
    this.flags.push(flags);
    this.anchor.push(place.at);
    for (const hash of place.hashes) {
      this.anchorHashes.push(hash);
      this.anchorCues.push(cue);
    }
    this.kinds.push(...sequence.map((element) => ElementKind[element.kind]));
    this.values.push(...values);
    this.start.push(this.kinds.length);
  }

  finish(): CompiledCues {
    const rowOf = new Map<number, number>();
    const rows = this.anchorHashes.map((hash) => {
      const row = rowOf.get(hash) ?? rowOf.size;
      rowOf.set(hash, row);
      return row;
    });
    const lists = listsOf(rows, this.anchorCues, rowOf.size);
    return {
      item: Uint32Array.from(this.item),
      flags: Uint8Array.from(this.flags),
      start: Uint32Array.from(this.start),
      anchor: Uint8Array.from(this.anchor),
      elementKind: Uint8Array.from(this.kinds),
      elementValue: Uint32Array.from(this.values),
      choiceStart: Uint32Array.from(this.choiceStart),
      choiceOption: Uint32Array.from(this.choiceOption),
      optionStart: Uint32Array.from(this.optionStart),
      optionHash: Uint32Array.from(this.optionHash),
      anchorTable: buildHashTable(rowOf),
      anchorStart: lists.start,
      anchorCue: lists.values,
    };
  }

  private valueOf(element: CueElement): number {
    switch (element.kind) {
      case 'stem':
      case 'exact':
        return element.hash;
      case 'gap':
        return element.most;
      case 'number':
        return 0;
      case 'choice':
        return this.choiceWith(element.options);
      case 'party': {
        const number = this.partyNumber.get(element.party);
        if (number === undefined)
          throw new CuePatternError(
            `"{${element.party}}" is not a party of the subject: use one of ${[...this.partyNumber.keys()].join(', ')} or {number}`,
          );
        return number;
      }
    }
  }

  /** The number of the choice between these options. */
  private choiceWith(options: readonly (readonly number[])[]): number {
    const numbers = options.map((option) => this.optionWith(option));
    const key = numbers.join(' ');
    const known = this.choiceOf.get(key);
    if (known !== undefined) return known;
    const end = this.choiceOption.push(...numbers);
    const number = this.choiceStart.push(end) - 2;
    this.choiceOf.set(key, number);
    return number;
  }

  private optionWith(stems: readonly number[]): number {
    const key = stems.join(' ');
    const known = this.optionOf.get(key);
    if (known !== undefined) return known;
    this.optionHash.push(...stems);
    const number = this.optionStart.push(this.optionHash.length) - 2;
    this.optionOf.set(key, number);
    return number;
  }
}

interface Anchor {
  readonly at: number;
  readonly hashes: readonly number[];
  readonly weight: number;
}

/** A pair of words is rarer than either: what it adds to the weight of the two. */
const PAIR_BONUS = 4;

function anchorOf(sequence: CueSequence, weightOf: (term: number) => number): Anchor {
  let best: Anchor = { at: 0, hashes: [], weight: -1 };
  sequence.forEach((element, at) => {
    const runs = runsOf(element, sequence[at + 1]);
    if (runs.length === 0) return;
    const weight = Math.min(
      ...runs.map(([first, second]) =>
        second === undefined ? weightOf(first) : weightOf(first) + weightOf(second) + PAIR_BONUS,
      ),
    );
    if (weight > best.weight)
      best = {
        at,
        hashes: runs.map(([first, second]) =>
          second === undefined ? first : hashPair(first, second),
        ),
        weight,
      };
  });
  return best;
}

/** The words, or pairs of words, with which an element can begin; none where it may be missing. */
function runsOf(
  element: CueElement,
  next: CueElement | undefined,
): (readonly [number, number | undefined])[] {
  if (element.kind === 'stem')
    return [[element.hash, next?.kind === 'stem' ? next.hash : undefined]];
  if (element.kind === 'exact') return [[element.hash, undefined]];
  if (element.kind !== 'choice') return [];
  const runs: (readonly [number, number | undefined])[] = [];
  for (const [first, second] of element.options) {
    if (first === undefined) return [];
    runs.push([first, second]);
  }
  return runs;
}
