import type { IndexSections } from '../pack/index-format.ts';
import { isStrong } from './acceptance.ts';
import type { Comparison } from './comparison.ts';
import { CueFlag } from './constants.ts';
import { weightOfHit } from './cue-features.ts';
import type { CueHit } from './find-cues.ts';
import { ALONE, type MatchContext, NOBODY } from './match-context.ts';
import type { PageText } from './page-text.ts';
import { companyOf, type Stretch } from './rivals.ts';
import { rangeOf } from './sentences.ts';
import { TopicSupport } from './topic-support.ts';

/** Bits of what covers a token and speaks for itself: see `Surroundings.over`. */
export const Over = { wording: 1, cue: 2 } as const;

/**
 * What was found in a text, as it stands around whatever else is found there. Comparisons and cue hits speak
 * for their topics and against each other; retellings only listen, so they may be told apart later.
 */
export class Surroundings {
  private readonly stretches: Stretch[] = [];
  private readonly support: TopicSupport;
  private readonly covered: Uint8Array;

  constructor(
    private readonly page: PageText,
    private readonly sections: IndexSections,
    comparisons: readonly Comparison[],
    hits: readonly CueHit[],
  ) {
    const covered = new Uint8Array(page.tokens.count);
    const support = new TopicSupport(sections);
    for (const comparison of comparisons) {
      const stretch = stretchOf(comparison, sections, true);
      this.stretches.push(stretch);
      cover(covered, stretch, Over.wording);
      if (isStrong(comparison)) support.add(stretch.item, this.paragraphOf(stretch), stretch.from);
    }
    for (const hit of hits) {
      const { from, to, item } = hit;
      const isSure = !(hit.flags & CueFlag.general);
      const stretch = {
        from,
        to,
        item,
        strength: weightOfHit(hit, page.terms),
        isCue: true,
        isSure,
      };
      this.stretches.push(stretch);
      if (!isSure) continue;
      cover(covered, stretch, Over.cue);
      support.add(item, this.paragraphOf(stretch), from);
    }
    this.covered = covered;
    this.support = support;
  }

  /**
   * The contexts of the comparisons, the hits, and then the given retellings, in their order. The function
   * returned takes the number of one of them; it throws `RangeError` for any other.
   */
  contextsWith(retold: readonly Comparison[]): (at: number) => MatchContext {
    const stretches = [
      ...this.stretches,
      ...retold.map((comparison) => stretchOf(comparison, this.sections, false)),
    ];
    const company = companyOf(stretches, this.sections);
    return (at) => {
      const stretch = stretches[at];
      if (!stretch) throw new RangeError(`no stretch ${at}`);
      const { page } = this;
      return {
        sentence: page.sentenceParties[rangeOf(page.sentences, stretch.from)] ?? NOBODY,
        paragraph: page.paragraphParties[this.paragraphOf(stretch)] ?? NOBODY,
        support: this.supportFor(stretch.item, stretch.from),
        company: company[at] ?? ALONE,
      };
    };
  }

  /** How many other places of the paragraph of token `from` speak for a topic of the item. */
  supportFor(item: number, from: number): number {
    return this.support.countFor(item, rangeOf(this.page.paragraphs, from), from);
  }

  /** What lies over any of tokens `[from, to)` and speaks for itself, as bits of `Over`. */
  over(from: number, to: number): number {
    let bits = 0;
    for (let at = from; at < to; at++) bits |= this.covered[at] ?? 0;
    return bits;
  }

  private paragraphOf({ from }: Stretch): number {
    return rangeOf(this.page.paragraphs, from);
  }
}

function stretchOf(
  { from, to, wording, window }: Comparison,
  sections: IndexSections,
  isSure: boolean,
): Stretch {
  const item = sections.wordingItem[wording] ?? 0;
  return { from, to, item, strength: window.shared, isCue: false, isSure };
}

function cover(covered: Uint8Array, { from, to }: Stretch, bit: number): void {
  for (let at = from; at < to; at++) covered[at] = (covered[at] ?? 0) | bit;
}
