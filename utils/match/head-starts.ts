/** Members that have more of a head start than others are few: no more than one in so many. */
const FEW = 256;
/** Units of a head start that are cut off at most, so that nobody has enough before any list, roundings considered. */
export const CUT = 2;

/**
 * What the members of a search for sums have from the beginning, in whole units: those that need less have
 * more of it, so that all can be held to one sum.
 */
export interface HeadStarts {
  /** Weight of a unit. */
  readonly unit: number;
  /** By member. */
  readonly units: Uint8Array;
  /** The most of them; the most but for a few members; and these few. */
  readonly most: number;
  readonly usual: number;
  readonly early: Uint32Array;
}

/**
 * Makes the head starts of members below `size`, of whom each needs `of(member)` and all shall be held to
 * `least`, which are `enough` units. Who needs more than that has none.
 */
export function headStartsOf(
  size: number,
  of: (member: number) => number,
  least: number,
  enough: number,
): HeadStarts {
  const unit = least / enough;
  const units = new Uint8Array(size);
  const tally = new Uint32Array(enough + 1);
  let most = enough - CUT;
  for (let member = 0; member < size; member++) {
    const own = Math.min(most, Math.max(0, Math.ceil((least - of(member)) / unit)));
    units[member] = own;
    tally[own] = (tally[own] ?? 0) + 1;
  }
  while (most > 0 && tally[most] === 0) most--;
  let usual = most;
  let above = 0;
  while (usual > 0 && (above + (tally[usual] ?? 0)) * FEW <= size) above += tally[usual--] ?? 0;
  const early = new Uint32Array(above);
  let count = 0;
  for (let member = 0; member < size; member++)
    if ((units[member] ?? 0) > usual) early[count++] = member;
  return { unit, units, most, usual, early };
}
