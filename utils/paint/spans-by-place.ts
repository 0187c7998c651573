import type { Span } from '../match/types.ts';

/** Offsets that share a box, in UTF-16 units: about the length of a quotation. */
const BOX = 256;

/**
 * Spans in the order in which they were added, found by where they lie: boxes of equal length hold the
 * numbers of the spans that reach into them, so that a page of thousands is not gone through for each.
 */
export class SpansByPlace {
  readonly #boxes = new Map<number, number[]>();
  #count = 0;

  /** Numbers spans from 0 on. */
  add({ start, end }: Span): void {
    const number = this.#count++;
    for (let box = boxOf(start); box <= boxOf(end); box += 1) {
      const held = this.#boxes.get(box);
      if (held) held.push(number);
      else this.#boxes.set(box, [number]);
    }
  }

  /** Numbers of all spans that may meet `span`, in order; some may lie just beside it. */
  near({ start, end }: Span): readonly number[] {
    const first = boxOf(start);
    const last = boxOf(end);
    if (first === last) return this.#boxes.get(first) ?? [];
    const found = new Set<number>();
    for (let box = first; box <= last; box += 1) {
      for (const number of this.#boxes.get(box) ?? []) found.add(number);
    }
    return [...found].sort((a, b) => a - b);
  }
}

const boxOf = (offset: number): number => Math.floor(offset / BOX);
