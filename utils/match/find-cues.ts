import type { IndexSections } from '../pack/index-format.ts';
import { ElementKind } from './constants.ts';
import { CueWords } from './cue-words.ts';
import { hashPair } from './hash.ts';
import { ABSENT, lookUp } from './hash-table.ts';
import type { PartyMentions } from './parties.ts';
import { Before, TokenKind, type Tokens } from './tokenize.ts';
import { type Places, placesOf } from './without-articles.ts';
import type { WordFilter } from './word-filter.ts';

/** One cue sequence found: tokens `[from, to)`. */
export interface CueHit {
  readonly cue: number;
  readonly item: number;
  readonly flags: number;
  readonly from: number;
  readonly to: number;
  /** Tokens that were matched by words of the pattern, without those in gaps. */
  readonly words: readonly number[];
}

const STOP = Before.sentence | Before.paragraph;

/** A number for an element and a place; sequences have fewer than 32 elements. */
function stateOf(element: number, place: number): number {
  return (place + 1) * 32 + element;
}

/**
 * Finds all cue sequences in a text. For each place the words there (and with the next) are looked up
 * as anchors; each sequence so named is verified forward and backward. Cost: one or two look-ups for
 * each word that an anchor begins with, plus the verification of sequences whose rarest pair of words is
 * there. `starts` are those words (see `cueStartsOf`).
 */
export function findCues(
  tokens: Tokens,
  mentions: PartyMentions,
  sections: IndexSections,
  articles: ReadonlySet<number>,
  starts: WordFilter,
): CueHit[] {
  const places = placesOf(tokens, articles);
  const anchors = {
    bucket: sections.anchorBucket,
    keys: sections.anchorKeys,
    values: sections.anchorValues,
  };
  const around = new CueWords(tokens, places, mentions, sections);
  const matcher = new SequenceMatcher(tokens, places, mentions, around, sections);
  const hits: CueHit[] = [];
  const tryAnchor = (hash: number, place: number): void => {
    const row = lookUp(anchors, hash);
    if (row === ABSENT) return;
    const end = sections.anchorStart[row + 1] ?? 0;
    for (let at = sections.anchorStart[row] ?? 0; at < end; at++) {
      const hit = matcher.match(sections.anchorCue[at] ?? 0, place);
      if (hit) hits.push(hit);
    }
  };
  const { stem: stems, exact: exacts } = tokens;
  for (let place = 0; place < places.count; place++) {
    around.moveTo(place);
    const token = places.tokenAt[place] ?? 0;
    const stem = stems[token] ?? 0;
    const exact = exacts[token] ?? 0;
    if (starts.holds(stem)) {
      tryAnchor(stem, place);
      if (exact !== stem) tryAnchor(exact, place);
      if (place + 1 < places.count)
        tryAnchor(hashPair(stem, stems[places.tokenAt[place + 1] ?? 0] ?? 0), place);
    } else if (exact !== stem && starts.holds(exact)) tryAnchor(exact, place);
  }
  return hits;
}

class SequenceMatcher {
  /** Tokens matched so far, while one sequence is verified. */
  private words: number[] = [];
  /**
   * Gaps from which the rest of the sequence was not found, by place: without this memory a pattern of
   * many gaps takes time to the power of their number on a text that repeats its words.
   */
  private readonly deadEnds = new Set<number>();

  constructor(
    private readonly tokens: Tokens,
    private readonly places: Places,
    private readonly mentions: PartyMentions,
    private readonly around: CueWords,
    private readonly sections: IndexSections,
  ) {}

  match(cue: number, place: number): CueHit | null {
    const { cueStart, cueAnchor, cueItem, cueFlags } = this.sections;
    const first = cueStart[cue] ?? 0;
    const last = (cueStart[cue + 1] ?? 0) - 1;
    if (!this.around.mayHold(first, last)) return null;
    const anchor = first + (cueAnchor[cue] ?? 0);
    this.words.length = 0;
    if (this.deadEnds.size > 0) this.deadEnds.clear();
    const to = this.forward(anchor, last, place);
    if (to < 0) return null;
    const from = anchor === first ? place : this.backward(anchor - 1, first, place - 1);
    if (from < 0) return null;
    const { tokenAt } = this.places;
    return {
      cue,
      item: cueItem[cue] ?? 0,
      flags: cueFlags[cue] ?? 0,
      from: tokenAt[from] ?? 0,
      to: (tokenAt[to - 1] ?? 0) + 1,
      words: this.words.slice().sort((a, b) => a - b),
    };
  }

  /** Matches elements `element … last` from `place` on. Returns the place after the last one, or -1. */
  private forward(element: number, last: number, place: number): number {
    if (element > last) return place;
    const canBeMissing =
      this.kind(element) === ElementKind.gap || this.kind(element) === ElementKind.choice;
    if (place >= this.places.count && !canBeMissing) return -1;
    if (this.kind(element) === ElementKind.gap) {
      const state = stateOf(last - element, place);
      if (this.deadEnds.has(state)) return -1;
      const most = this.sections.cueElementValue[element] ?? 0;
      for (let skip = 0; skip <= most; skip++) {
        if (skip > 0 && this.breaksBefore(place + skip - 1)) break;
        const mark = this.words.length;
        const end = this.forward(element + 1, last, place + skip);
        if (end >= 0) return end;
        this.words.length = mark;
      }
      this.deadEnds.add(state);
      return -1;
    }
    if (this.kind(element) === ElementKind.choice) return this.forwardChoice(element, last, place);
    if (this.words.length > 0 && this.breaksBefore(place)) return -1;
    const length = this.lengthAt(element, place);
    if (length === 0) return -1;
    this.note(place, length);
    return this.forward(element + 1, last, place + length);
  }

  private forwardChoice(element: number, last: number, place: number): number {
    const { choiceStart, choiceOption, cueElementValue } = this.sections;
    const choice = cueElementValue[element] ?? 0;
    const end = choiceStart[choice + 1] ?? 0;
    for (let at = choiceStart[choice] ?? 0; at < end; at++) {
      const option = choiceOption[at] ?? 0;
      const length = this.optionLength(option);
      if (!this.isOptionAt(option, place, length)) continue;
      if (length > 0 && this.words.length > 0 && this.breaksBefore(place)) continue;
      const mark = this.words.length;
      this.note(place, length);
      const found = this.forward(element + 1, last, place + length);
      if (found >= 0) return found;
      this.words.length = mark;
    }
    return -1;
  }

  private backwardChoice(element: number, first: number, place: number): number {
    const { choiceStart, choiceOption, cueElementValue } = this.sections;
    const choice = cueElementValue[element] ?? 0;
    const end = choiceStart[choice + 1] ?? 0;
    for (let at = choiceStart[choice] ?? 0; at < end; at++) {
      const option = choiceOption[at] ?? 0;
      const length = this.optionLength(option);
      const start = place - length + 1;
      if (start < 0 || !this.isOptionAt(option, start, length)) continue;
      if (length > 0 && this.breaksBefore(place + 1)) continue;
      const mark = this.words.length;
      this.note(start, length);
      const found = element === first ? start : this.backward(element - 1, first, start - 1);
      if (found >= 0) return found;
      this.words.length = mark;
    }
    return -1;
  }

  private optionLength(option: number): number {
    return (this.sections.optionStart[option + 1] ?? 0) - (this.sections.optionStart[option] ?? 0);
  }

  private isOptionAt(option: number, place: number, length: number): boolean {
    const from = this.sections.optionStart[option] ?? 0;
    for (let step = 0; step < length; step++) {
      const token = this.places.tokenAt[place + step] ?? -1;
      if (this.tokens.stem[token] !== this.sections.optionHash[from + step]) return false;
      if (step > 0 && this.breaksBefore(place + step)) return false;
    }
    return true;
  }

  /** Matches elements `element … first` so that the last of them ends at `place`. Returns the first place, or -1. */
  private backward(element: number, first: number, place: number): number {
    if (this.kind(element) === ElementKind.gap) {
      const state = -1 - stateOf(element - first, place);
      if (this.deadEnds.has(state)) return -1;
      const most = this.sections.cueElementValue[element] ?? 0;
      for (let skip = 0; skip <= most && place - skip >= -1; skip++) {
        if (skip > 0 && this.breaksBefore(place - skip + 2)) break;
        const mark = this.words.length;
        const start = this.backward(element - 1, first, place - skip);
        if (start >= 0) return start;
        this.words.length = mark;
      }
      this.deadEnds.add(state);
      return -1;
    }
    if (this.kind(element) === ElementKind.choice)
      return this.backwardChoice(element, first, place);
    if (place < 0 || this.breaksBefore(place + 1)) return -1;
    for (let length = 1; length <= 4 && place - length + 1 >= 0; length++) {
      const start = place - length + 1;
      if (this.lengthAt(element, start) !== length) continue;
      this.note(start, length);
      return element === first ? start : this.backward(element - 1, first, start - 1);
    }
    return -1;
  }

  private note(place: number, length: number): void {
    for (let step = 0; step < length; step++)
      this.words.push(this.places.tokenAt[place + step] ?? 0);
  }

  private kind(element: number): number {
    return this.sections.cueElementKind[element] ?? 0;
  }

  /** How many places element takes at `place`; 0 where it does not match. */
  private lengthAt(element: number, place: number): number {
    const token = this.places.tokenAt[place] ?? 0;
    const value = this.sections.cueElementValue[element] ?? 0;
    switch (this.kind(element)) {
      case ElementKind.stem:
        return this.tokens.stem[token] === value ? 1 : 0;
      case ElementKind.exact:
        return this.tokens.exact[token] === value ? 1 : 0;
      case ElementKind.number:
        return this.tokens.kind[token] === TokenKind.number ? 1 : 0;
      default:
        return (this.mentions.bits[token] ?? 0) & (1 << value)
          ? (this.mentions.length[token] ?? 0)
          : 0;
    }
  }

  private breaksBefore(place: number): boolean {
    return place >= this.places.count || ((this.places.before[place] ?? 0) & STOP) !== 0;
  }
}
