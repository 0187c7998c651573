import type { IndexSections } from '../pack/index-format.ts';
import { ElementKind } from './constants.ts';
import type { PartyMentions } from './parties.ts';
import { Before, type Tokens } from './tokenize.ts';
import type { Places } from './without-articles.ts';
import { WordFilter } from './word-filter.ts';

const STOP = Before.sentence | Before.paragraph;

/**
 * Tells which sequences cannot be where their anchor is, by the words of the sentence. Most sequences whose
 * anchor is met lack another word there, and need no closer look.
 */
export class CueWords {
  private readonly filter = new WordFilter();
  /** The places of the sentence whose words are in the filter end before this one. */
  private end = 0;

  constructor(
    private readonly tokens: Tokens,
    private readonly places: Places,
    private readonly mentions: PartyMentions,
    private readonly sections: IndexSections,
  ) {}

  /** Takes in the words of the sentence of a place. To be called for every place, in ascending order. */
  moveTo(place: number): void {
    if (place < this.end) return;
    const { places, mentions, filter } = this;
    const { stem, exact } = this.tokens;
    filter.clear();
    let at = place;
    // The name of a party is one element, whatever stands between its words.
    let named = place;
    for (; at < places.count; at++) {
      if (at > place && at >= named && (places.before[at] ?? 0) & STOP) break;
      const token = places.tokenAt[at] ?? 0;
      const hash = stem[token] ?? 0;
      filter.add(hash);
      if (exact[token] !== hash) filter.add(exact[token] ?? 0);
      named = Math.max(named, at + (mentions.length[token] ?? 0));
    }
    this.end = at;
  }

  /** Whether the sentence may have every word that elements `first … last` cannot do without. */
  mayHold(first: number, last: number): boolean {
    const { cueElementKind, cueElementValue } = this.sections;
    for (let element = first; element <= last; element++) {
      const kind = cueElementKind[element] ?? 0;
      const value = cueElementValue[element] ?? 0;
      if (kind === ElementKind.stem || kind === ElementKind.exact) {
        if (!this.filter.holds(value)) return false;
      } else if (kind === ElementKind.choice && !this.hasOption(value)) return false;
    }
    return true;
  }

  private hasOption(choice: number): boolean {
    const { choiceStart, choiceOption, optionStart, optionHash } = this.sections;
    const end = choiceStart[choice + 1] ?? 0;
    for (let at = choiceStart[choice] ?? 0; at < end; at++) {
      const option = choiceOption[at] ?? 0;
      const from = optionStart[option] ?? 0;
      if (from === optionStart[option + 1] || this.filter.holds(optionHash[from] ?? 0)) return true;
    }
    return false;
  }
}
