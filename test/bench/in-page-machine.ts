import { nextFrame, time } from './in-page-tools.ts';

const NUMBERS = 1_000_000;
const SEED = 42;

/**
 * How fast the machine is now, in milliseconds a round: a million numbers, always the same, are put in
 * order. None of the project's code has a part in it, so that figures of two runs can be held against each other.
 */
export async function measureMachine(rounds: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const numbers = mixedNumbers();
    const [, spent] = time(() => numbers.sort());
    times.push(spent);
    await nextFrame();
  }
  return times;
}

/** From a linear congruential generator with the constants of Numerical Recipes. */
function mixedNumbers(): Uint32Array {
  const numbers = new Uint32Array(NUMBERS);
  let last = SEED;
  for (let at = 0; at < NUMBERS; at += 1) {
    last = (Math.imul(last, 1_664_525) + 1_013_904_223) >>> 0;
    numbers[at] = last;
  }
  return numbers;
}
