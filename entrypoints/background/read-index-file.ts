import { CheckSum } from '../../utils/pack/check-sum.ts';
import { lengthOf, SHORTEST_INDEX } from '../../utils/pack/index-format.ts';

/** An index file that was read, with its check sum as far as it was reckoned while the file came. */
export interface IndexFile {
  readonly bytes: ArrayBuffer;
  readonly sum: CheckSum;
}

/**
 * Reads an index file into the one buffer in which it will stay; `arrayBuffer` collects it in pieces and
 * copies them, which takes half as long again. A file that is cut short gives what there is of it.
 */
export async function readIndexFile(answer: Response): Promise<IndexFile> {
  const sum = new CheckSum(SHORTEST_INDEX);
  const reader = byteReaderOf(answer);
  if (reader === null) return { bytes: await answer.arrayBuffer(), sum };
  const head = await fill(reader, new ArrayBuffer(SHORTEST_INDEX), 0, sum);
  const length = lengthOf(head);
  const whole = new ArrayBuffer(Math.max(length, head.byteLength));
  new Uint8Array(whole).set(new Uint8Array(head));
  const bytes = await fill(reader, whole, head.byteLength, sum);
  void reader.cancel();
  return { bytes, sum };
}

/** Null where the browser hands a body out in buffers of its own only. */
function byteReaderOf({ body }: Response): ReadableStreamBYOBReader | null {
  try {
    return body?.getReader({ mode: 'byob' }) ?? null;
  } catch {
    return null;
  }
}

/** Fills `buffer` from `at` on, and sums what came before it asks for more; where the stream ends before, what there is. */
async function fill(
  reader: ReadableStreamBYOBReader,
  buffer: ArrayBuffer,
  at: number,
  sum: CheckSum,
): Promise<ArrayBuffer> {
  let filled = at;
  let whole = buffer;
  while (filled < whole.byteLength) {
    const { value, done } = await reader.read(new Uint8Array(whole, filled));
    if (value === undefined) return new ArrayBuffer(0);
    whole = value.buffer as ArrayBuffer; // The same bytes: reading hands them over and back.
    if (done) return whole.slice(0, filled);
    filled += value.byteLength;
    sum.add(whole, filled);
  }
  return whole;
}
