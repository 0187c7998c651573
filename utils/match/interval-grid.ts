/**
 * Finds what overlaps a stretch among stretches added before, without looking at all of them: each lies
 * in every cell of a fixed width that it touches. Positions are whole numbers of any unit.
 */
export class IntervalGrid<T> {
  private readonly cells = new Map<number, { from: number; to: number; value: T }[]>();

  constructor(private readonly width: number) {}

  /** Adds a stretch `[from, to)`. */
  add(from: number, to: number, value: T): void {
    const entry = { from, to, value };
    for (let cell = this.cellOf(from); cell <= this.cellOf(to - 1); cell++) {
      const list = this.cells.get(cell);
      if (list) list.push(entry);
      else this.cells.set(cell, [entry]);
    }
  }

  /** Values of the stretches that share something with `[from, to)`; each once. */
  overlapping(from: number, to: number): T[] {
    const found = new Set<{ from: number; to: number; value: T }>();
    for (let cell = this.cellOf(from); cell <= this.cellOf(to - 1); cell++) {
      for (const entry of this.cells.get(cell) ?? []) {
        if (entry.from < to && from < entry.to) found.add(entry);
      }
    }
    return [...found].map((entry) => entry.value);
  }

  private cellOf(position: number): number {
    return Math.floor(position / this.width);
  }
}
