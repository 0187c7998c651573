/**
 * Numbers of up to 24 bits in two columns: sixteen low bits, and eight high bits that are left out (an empty
 * column) where no number needs them.
 */
export function wideAt(low: Uint16Array, high: Uint8Array, at: number): number {
  const small = low[at] ?? 0;
  return high.length === 0 ? small : small | ((high[at] ?? 0) << 16);
}

/** Lays numbers below 2^24 out in the two columns. */
export function wideOf(numbers: ArrayLike<number>): { low: Uint16Array; high: Uint8Array } {
  const low = new Uint16Array(numbers.length);
  let isWide = false;
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] ?? 0;
    if (number > 0xffffff) throw new RangeError(`${number} takes more than 24 bits`);
    if (number > 0xffff) isWide = true;
    low[at] = number;
  }
  const high = new Uint8Array(isWide ? numbers.length : 0);
  for (let at = 0; at < high.length; at++) high[at] = (numbers[at] ?? 0) >>> 16;
  return { low, high };
}
