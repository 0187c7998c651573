/** Whole numbers from 0 on, in as few bytes each (one, two or four) as the largest of them needs. */
export type WholeNumbers = Uint8Array | Uint16Array | Uint32Array;

type WholeNumbersConstructor =
  | Uint8ArrayConstructor
  | Uint16ArrayConstructor
  | Uint32ArrayConstructor;

/** The array that takes least room for some numbers. */
export function narrowestFor(numbers: ArrayLike<number>): WholeNumbersConstructor {
  let bits = 0;
  for (let at = 0; at < numbers.length; at++) bits |= numbers[at] ?? 0;
  const most = bits >>> 0;
  return most <= 0xff ? Uint8Array : most <= 0xffff ? Uint16Array : Uint32Array;
}

/** The array with so many bytes a number; undefined where there is none. */
export function arrayOfBytes(bytes: number): WholeNumbersConstructor | undefined {
  return [Uint8Array, Uint16Array, Uint32Array].find((one) => one.BYTES_PER_ELEMENT === bytes);
}
